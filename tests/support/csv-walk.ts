import { ByteRows } from '../../src/tables/byte-rows.js';

/** What one row gave: everything that callers can see. */
export interface WalkedRow {
  readonly cells: readonly string[];
  readonly places: readonly { line: number; column: number; byte_offset: number }[];
  readonly line: number;
  readonly lines: number;
  readonly lineEnd: string;
  readonly noticed: boolean;
  readonly from: number;
  readonly to: number;
  readonly faults: readonly { rule: string; line: number; column: number; byteOffset: number }[];
}

/** A file in pieces of these sizes, one after the other and over again; each is overwritten by the next, as in a real one. */
export function* inPieces(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  const buffer = new Uint8Array(Math.max(1, ...sizes));
  let at = 0;
  for (let i = 0; at < bytes.length; i++) {
    const piece = bytes.subarray(at, at + sizes[i % sizes.length]!);
    buffer.fill(0x22);
    buffer.set(piece);
    yield buffer.subarray(0, piece.length);
    at += piece.length;
  }
}

/** Walks over a file, all rows; the header's width counts for the rows behind it. */
export function rowsOf(chunks: Iterable<Uint8Array>, start = 0, separator = ','): WalkedRow[] {
  const rows = new ByteRows(chunks, separator.charCodeAt(0), { start });
  const out: WalkedRow[] = [];
  while (rows.next()) {
    const cells = Array.from({ length: rows.count }, (_, cell) => cell);
    const from = rows.offsetOf(rows.rowStart);
    out.push({
      cells: cells.map((cell) => rows.text(cell)),
      places: cells.map((cell) => rows.placeOf(cell)),
      line: rows.line,
      lines: rows.lines,
      lineEnd: rows.lineEnd,
      noticed: rows.noticed,
      from,
      to: rows.offsetOf(rows.rowEnd) + rows.lineEnd.length,
      faults: rows.faults.map(({ rule, line, column, byteOffset }) => ({ rule, line, column, byteOffset })),
    });
    if (out.length === 1) rows.width = rows.count;
  }
  return out;
}

/** Walks over a file in pieces of one size and counts the bytes that were looked at: by reading them off a watched array. */
export function walked(bytes: Uint8Array, size: number): { readonly rows: number; readonly bytesLooked: number } {
  let looked = 0;
  const rows = new ByteRows(inPieces(bytes, [size]), 0x2c);
  // The window is the walk's own: a proxy of its elements would be too slow to be of use, so that reads are counted by
  // the kinds that are asked for, one for every byte that is passed.
  const watched = rows as unknown as { kinds: Uint8Array };
  const { kinds } = watched;
  watched.kinds = new Proxy(kinds, {
    get: (target, key) => {
      looked++;
      return target[key as unknown as number];
    },
  });
  let count = 0;
  while (rows.next()) {
    count++;
    if (count === 1) rows.width = rows.count;
  }
  return { rows: count, bytesLooked: looked };
}
