import { hashStream } from '../model/hash.js';
import { tables } from '../model/tables.js';
import { joined } from '../tables/byte-lines.js';
import { LONGEST_HEADER, separatorOf } from '../tables/separator.js';
import { firstForeignByte, noText } from './decode.js';
import type { Deferred } from './deferred.js';
import type { TableLookups } from './lookups.js';
import { readCsvTable } from './read-csv-table.js';
import { readJsonTable } from './read-json-table.js';
import { tableName } from './recognise.js';
import { tableOrNone } from './row-views.js';
import type { ChecksRun } from './run-checks.js';
import type { FindingSink } from './sink.js';
import type { SourceFile } from './validation-input.js';

/** What reading a table's file needs besides the file. */
export interface TableReading {
  readonly sink: FindingSink;
  readonly run: ChecksRun;
  readonly lookups: TableLookups;
  readonly deferred: Deferred;
  /** True for a copy in JSON Lines of a CSV table. */
  readonly copy: boolean;
  /** Called now and then with the number of rows read. */
  readonly seen?: ((rows: number, file: string) => void) | undefined;
  /** Own columns that the codebook declares for statements. */
  readonly custom?: readonly string[];
  readonly isUtf8?: ((bytes: Uint8Array) => boolean) | undefined;
}

/** A table's file as read: its rows (null when it could not be read as text at all) and its digest. */
export interface ReadTable {
  readonly rows: number | null;
  readonly sha256: string;
}

/** Bytes of a file's beginning by which it is told what it is, however small the pieces in which it comes. */
const HEAD = LONGEST_HEADER + 3;

/** Reads a file of a table from its first byte to its last, in memory that does not grow with it. */
export function readTable(source: SourceFile, reading: TableReading): ReadTable {
  const { path, schema, lookup = false, bytes } = source;
  const { isUtf8, copy, custom = [], ...rest } = reading;
  const hash = hashStream();
  const state = { foreign: false };
  const pieces = (typeof bytes === 'function' ? bytes() : [bytes])[Symbol.iterator]();
  function* chunks(): Generator<Uint8Array> {
    yield head;
    for (let next = take(); next; next = take()) yield next;
  }
  const utf8 = utf8Watch(isUtf8);
  const take = (): Uint8Array | null => {
    const { value, done = false } = pieces.next() as { value?: Uint8Array; done?: boolean };
    const piece = done ? null : (value ?? null);
    if (!state.foreign && !utf8(piece)) state.foreign = true;
    if (piece) hash.update(piece);
    return piece;
  };
  // Copied, as a chunk is overwritten by the next.
  let head: Uint8Array = (take() ?? new Uint8Array(0)).slice();
  while (head.length < HEAD) {
    const next = take();
    if (!next) break;
    head = joined(head, next);
  }
  const binary = noText(head.subarray(0, HEAD), path);
  if (binary) {
    if (!lookup) rest.sink.add(binary);
    while (take());
    return { rows: null, sha256: hash.digest() };
  }
  const start = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const part = {
    ...rest,
    source,
    name: tableName(schema),
    table: tableOrNone(tables[schema], schema, path),
    custom: tableName(schema) === 'statements' ? custom : [],
    chunks: chunks(),
    start,
    separator: separatorOf(head, start),
    foreign: () => state.foreign,
  };
  const rows = path.endsWith('.jsonl') ? readJsonTable(part, copy) : readCsvTable(part);
  // A file without a header is not read on; its digest is of the whole all the same.
  while (take());
  return { rows, sha256: hash.digest() };
}

/** Watches chunks for bytes that are not UTF-8; a character may be cut by the end of a chunk, not by that of the file (null). */
function utf8Watch(
  isUtf8: (bytes: Uint8Array) => boolean = (bytes) => firstForeignByte(bytes, 0, bytes.length) < 0,
): (chunk: Uint8Array | null) => boolean {
  let rest: Uint8Array = new Uint8Array(0);
  return (chunk) => {
    if (!chunk) return rest.length === 0;
    const whole = rest.length ? joined(rest, chunk) : chunk;
    const end = wholeCharacters(whole);
    rest = whole.slice(end);
    return isUtf8(whole.subarray(0, end));
  };
}

/** Where the last character ends that is complete, looked for in the last three bytes. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
