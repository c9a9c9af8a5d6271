import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { blankRecord } from '../tables/blank-record.js';
import type { RowStore, RowWriter, StoredRows } from '../tables/row-store.js';
import { byteChunks } from './byte-chunks.js';
import { cantWrite, makeFolder, removeLeftover, writeAll } from './write.js';

/** Characters of written rows that are sorted in memory at a time. */
const RUN = 1 << 23;
/** One of so many rows is measured. */
const SAMPLE = 16;
/** Runs that are merged at a time: each is an open file. */
const MOST_RUNS = 64;
/** Bytes read at a time: all runs that are merged are read side by side. */
const CHUNK = 1 << 16;
/** Characters that are gathered before they are written. */
const PIECE = 1 << 18;

/** A store on disk. */
export interface DiskStore extends RowStore {
  /** Takes everything away that was put there. */
  remove(): void;
}

/**
 * A store of rows in a folder of its own, for tables of any length: a row is a line of JSON, a sort goes by runs that
 * fit into memory and are merged. Throws UsageError, which names the `target` that the rows are for, where the folder
 * can't be written.
 */
export function diskStore(
  folder: string,
  { run = RUN, target = folder }: { readonly run?: number; readonly target?: string } = {},
): DiskStore {
  let files = 0;
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw cantWrite(target, error, 'Nothing was changed there.');
    }
  };
  const next = (): RowFile => {
    // Not made anew when it has vanished: rows that lay there would be missing.
    if (files === 0) guard(() => makeFolder(folder));
    return new RowFile(join(folder, `${files++}.rows`), guard);
  };
  const writer = <T extends object>(): RowWriter<T> => {
    const file = next();
    return { push: (row) => void file.push(row), done: () => file.done<T>() };
  };
  return {
    writer,
    sorted<T extends object>(rows: Iterable<T>, compare: (a: T, b: T) => number) {
      const runs: StoredRows<T>[] = [];
      let [held, size] = [[] as T[], 0];
      const flush = (): void => {
        const out = writer<T>();
        for (const row of held.sort(compare)) out.push(row);
        runs.push(out.done());
        [held, size] = [[], 0];
      };
      for (const row of rows) {
        held.push(row);
        // The length of some rows stands for those between them: it costs as much as writing them.
        if (held.length % SAMPLE === 1) size += SAMPLE * JSON.stringify(row).length;
        if (size >= run) flush();
      }
      if (held.length || !runs.length) flush();
      // Merging anew at each reading costs less than writing all rows once more; but not with any number of open files.
      let level = runs;
      while (level.length > MOST_RUNS) {
        const longer: StoredRows<T>[] = [];
        for (let at = 0; at < level.length; at += MOST_RUNS) {
          const out = writer<T>();
          for (const row of merged(level.slice(at, at + MOST_RUNS), compare)) out.push(row);
          longer.push(out.done());
        }
        level = longer;
      }
      const count = level.reduce((sum, one) => sum + one.count, 0);
      return level.length === 1 ? level[0]! : { count, [Symbol.iterator]: () => merged(level, compare) };
    },
    remove: () => removeLeftover(folder),
  };
}

/** Rows of several sorted runs in one order; of rows that are equal, those of the earlier run first. */
function* merged<T>(runs: readonly Iterable<T>[], compare: (a: T, b: T) => number): Generator<T> {
  const heads = runs.flatMap((run, place) => {
    const rows = run[Symbol.iterator]();
    const first = rows.next();
    return first.done ? [] : [{ rows, place, row: first.value }];
  });
  const isFirst = (a: number, b: number): boolean =>
    (compare(heads[a]!.row, heads[b]!.row) || heads[a]!.place - heads[b]!.place) < 0;
  // A heap: each head comes before the two below it, so that the next row is found in few comparisons.
  const sink = (from: number): void => {
    for (let at = from; ;) {
      let least = at;
      for (const below of [2 * at + 1, 2 * at + 2]) if (below < heads.length && isFirst(below, least)) least = below;
      if (least === at) return;
      [heads[at], heads[least]] = [heads[least]!, heads[at]!];
      at = least;
    }
  };
  for (let at = heads.length >> 1; at >= 0; at--) sink(at);
  try {
    while (heads.length) {
      const head = heads[0]!;
      yield head.row;
      const following = head.rows.next();
      if (!following.done) head.row = following.value;
      else {
        const last = heads.pop()!;
        if (last !== head) heads[0] = last;
      }
      sink(0);
    }
  } finally {
    for (const { rows } of heads) rows.return?.();
  }
}

/** A file of rows. Rows of the same columns as the first are written as lists, which are a third as long. */
class RowFile {
  private readonly file: number;
  private text = '';
  private count = 0;
  private columns: readonly string[] = [];
  private shape = '';

  constructor(
    private readonly path: string,
    private readonly guard: <T>(work: () => T) => T,
  ) {
    this.file = guard(() => openSync(path, 'w'));
  }

  push(row: object): void {
    if (this.count++ === 0) {
      this.columns = Object.keys(row);
      this.shape = this.columns.join();
    }
    const same = Object.keys(row).join() === this.shape;
    this.text += `${JSON.stringify(same ? Object.values(row) : row)}\n`;
    if (this.text.length >= PIECE) this.write();
  }

  done<T>(): StoredRows<T> {
    this.write();
    closeSync(this.file);
    const { path, columns, count } = this;
    return {
      count,
      *[Symbol.iterator]() {
        const blank = blankRecord(columns);
        for (const line of linesOf(path)) {
          const value = JSON.parse(line) as T | readonly unknown[];
          yield (Array.isArray(value) ? recordOf(blank, columns, value) : value) as T;
        }
      },
    };
  }

  private write(): void {
    const bytes = Buffer.from(this.text, 'utf8');
    this.guard(() => writeAll(this.file, bytes));
    this.text = '';
  }
}

function recordOf(blank: object, columns: readonly string[], values: readonly unknown[]): object {
  const row: Record<string, unknown> = { ...blank };
  for (let i = 0; i < columns.length; i++) row[columns[i]!] = values[i];
  return row;
}

function* linesOf(path: string): Generator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for (const chunk of byteChunks(path, CHUNK)) {
    const lines = (rest + decoder.write(Buffer.from(chunk))).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
}
