import type { ByteNames } from './byte-names.js';

const QUOTE = 0x22;
const COMMA = 0x2c;
const LF = 0x0a;
const CR = 0x0d;

/** What is to be read of the rows of a CSV file, column by column. */
export interface PlainColumns {
  /** The names that a column's cells are, or null for a column that is passed over. */
  readonly names: readonly (ByteNames | null)[];
  /** Where the codes go, with room for the rows; null where names are. */
  readonly codes: readonly (Int32Array | null)[];
  /** Where in `codes` row 0 goes. */
  readonly first: number;
  /** The column whose place is kept: its character in the row (a UTF-16 unit, from 1) goes into `places`. */
  readonly placed: number;
  readonly places: Int32Array;
}

/**
 * Reads rows from `bytes[from..to)`, whole lines of UTF-8 that end in LF, and writes their codes and places from `row` on.
 * Stops at a row that is not plain: with more or fewer cells than columns, or a cell that `ByteNames.read` does not
 * read. Returns the number of the row that would come next and where the line begins that was not read (`to` at the
 * end). Cost: one pass over the bytes.
 */
export function readPlainRows(
  bytes: Uint8Array,
  from: number,
  to: number,
  row: number,
  { names, codes, first, placed, places }: PlainColumns,
): { readonly row: number; readonly at: number } {
  const last = names.length - 1;
  let at = from;
  while (at < to) {
    const start = at;
    let excess = 0;
    for (let column = 0; column <= last; column++) {
      if (column === placed) places[row] = at - start - excess + 1;
      const known = names[column]!;
      let end: number;
      if (known !== null) {
        const code = known.read(bytes, at);
        if (code < 0) return { row, at: start };
        codes[column]![first + row] = code;
        end = known.end;
        if (column < placed) excess += known.excess(code);
      } else {
        end = passOver(bytes, at);
        if (end < 0) return { row, at: start };
        if (column < placed) excess += excessOf(bytes, at, end);
      }
      const next = bytes[end]!;
      if (column < last ? next !== COMMA : next === COMMA) return { row, at: start };
      at = end + (next === CR ? 2 : 1);
    }
    row++;
  }
  return { row, at };
}

/** Where a cell ends that nobody asks for; −1 if it is not plain. */
function passOver(bytes: Uint8Array, from: number): number {
  const quoted = bytes[from] === QUOTE;
  let at = quoted ? from + 1 : from;
  for (;;) {
    const byte = bytes[at]!;
    if (byte === QUOTE) {
      if (!quoted) return -1;
      at++;
      break;
    }
    if (byte === LF || byte === CR) {
      if (quoted) return -1;
      break;
    }
    if (byte === COMMA && !quoted) break;
    at++;
  }
  const end = bytes[at]!;
  return end === COMMA || end === LF || (end === CR && bytes[at + 1] === LF) ? at : -1;
}

/** UTF-16 units fewer than bytes. */
function excessOf(bytes: Uint8Array, from: number, to: number): number {
  let excess = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if ((byte & 0xc0) === 0x80) excess++;
    else if (byte >= 0xf0) excess--;
  }
  return excess;
}
