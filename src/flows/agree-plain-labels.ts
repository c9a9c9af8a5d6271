import type { Finding } from '../model/generated.js';
import { readCsv } from '../tables/csv-reader.js';
import { readPlainRows } from '../tables/plain-rows.js';
import { findLabelColumns, labelPlace, labelRows, type LabelColumns } from './agree-label-rows.js';
import { COLUMNS, type ColumnName, type LabelTableBuilder } from './agree-label-table.js';

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;

/** A file in pieces of whole lines that are UTF-8; only the last may lack its line end. */
export interface LabelLines {
  readonly file: string;
  /** In bytes, to make room at once. */
  readonly size: number;
  readonly chunks: Iterable<Uint8Array>;
}

/** One file on its way into the table. Its rows count only once they are committed. */
interface Reading {
  readonly file: string;
  readonly header: string;
  readonly wanted: LabelColumns;
  /** What each of the file's columns is in the table; null for one that is not read. */
  readonly roles: readonly (ColumnName | null)[];
  /** The character of each row's label in its line. */
  places: Int32Array;
  rows: number;
  /** Row numbers before which a line gave no row, so that rows from there on stand one line further down. */
  readonly gaps: number[];
  /** Findings on the form of lines, and on what is in them: the order of the full reader. */
  readonly formal: Finding[];
  readonly other: Finding[];
}

/**
 * Adds the labels of a long file in the plain format to a table, from its bytes: commas, cells unquoted or simply
 * quoted, a label a row. A line of another form (too many cells, no unit) is given to the full reader by itself. Null
 * for a file that is not plain (another separator, a byte order mark, quotation marks out of place or around a line
 * break, wide, columns missing, rounds that are no numbers): then no row was added, and the full reader has to read the
 * file. The rows and findings are those of `labelRows` either way.
 */
export function addPlainLabels(
  builder: LabelTableBuilder,
  { file, size, chunks }: LabelLines,
  columns: LabelColumns = {},
): { readonly rows: number; readonly findings: readonly Finding[] } | null {
  let reading: Reading | null = null;
  let done = 0;
  for (const chunk of chunks) {
    const bytes = closed(chunk);
    const from = reading === null ? bytes.indexOf(LF) + 1 : 0;
    reading ??= begin(decode(bytes, 0, from), file, columns);
    if (reading === null) return null;
    // No row has fewer bytes than columns; after the first piece the rows still to come can be foretold.
    const most = Math.ceil((bytes.length - from) / reading.roles.length);
    const foretold = done === 0 ? 0 : Math.ceil((1.02 * reading.rows * (size - done)) / done);
    if (!readLines(builder, reading, bytes, from, Math.max(most, foretold))) return null;
    done += bytes.length;
  }
  if (reading === null || !hasRounds(builder, reading)) return null;
  const { rows, gaps, places, formal, other } = reading;
  builder.commit(rows, new Set(reading.roles.filter((role) => role !== null)), (row) => ({
    file,
    line: row + 2 + gapsUpTo(gaps, row),
    column: places[row]!,
  }));
  return { rows, findings: [...formal, ...other] };
}

/** The last line of a file may lack its end. */
function closed(chunk: Uint8Array): Uint8Array {
  if (chunk.at(-1) === LF) return chunk;
  const bytes = new Uint8Array(chunk.length + 1);
  bytes.set(chunk);
  bytes[chunk.length] = LF;
  return bytes;
}

const decode = (bytes: Uint8Array, from: number, to: number): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(from, to));

function begin(header: string, file: string, wanted: LabelColumns): Reading | null {
  const csv = readCsv(header, file);
  const found = findLabelColumns(csv, wanted);
  if (csv.findings.length > 0 || csv.rows.length > 0 || found === null || csv.header.length < 3) return null;
  const roles = csv.header.map((): ColumnName | null => null);
  for (const column of COLUMNS) {
    const index = found[column];
    if (index < 0) continue;
    if (roles[index] !== null) return null;
    roles[index] = column;
  }
  return { file, header, wanted, roles, places: new Int32Array(0), rows: 0, gaps: [], formal: [], other: [] };
}

/** Reads a piece; false where it is not plain. `most` is how many rows there may have to be room for. */
function readLines(
  builder: LabelTableBuilder,
  reading: Reading,
  bytes: Uint8Array,
  from: number,
  most: number,
): boolean {
  const { roles } = reading;
  if (reading.places.length < reading.rows + most) {
    const places = new Int32Array(Math.max(reading.rows + most, 2 * reading.places.length));
    places.set(reading.places.subarray(0, reading.rows));
    reading.places = places;
  }
  const shape = {
    names: roles.map((role) => (role === null ? null : builder.names[role])),
    codes: roles.map((role) => (role === null ? null : builder.room(role, most, reading.rows))),
    first: builder.rows,
    placed: roles.indexOf('label'),
    places: reading.places,
  };
  for (let at = from; at < bytes.length;) {
    const read = readPlainRows(bytes, at, bytes.length, reading.rows, shape);
    reading.rows = read.row;
    at = read.at;
    if (at === bytes.length) break;
    const end = bytes.indexOf(LF, at) + 1;
    if (!readOddLine(reading, bytes, at, end, shape)) return false;
    at = end;
  }
  return true;
}

/** A line that is not plain, on its own; false if it can't stand on its own, as its quotation marks may reach beyond. */
function readOddLine(
  reading: Reading,
  bytes: Uint8Array,
  from: number,
  to: number,
  { names, codes, first, places }: Parameters<typeof readPlainRows>[4],
): boolean {
  const line = bytes.subarray(from, to);
  const cr = line.indexOf(CR);
  if (line.includes(QUOTE) || (cr >= 0 && cr !== line.length - 2)) return false;
  const number = reading.rows + 2 + reading.gaps.length;
  const csv = readCsv(reading.header + decode(bytes, from, to), reading.file);
  const { rows, findings } = labelRows(csv, reading.wanted);
  for (const found of findings) {
    const moved = { ...found, line: number };
    if (found.rule.startsWith('csv/')) reading.formal.push(moved);
    else reading.other.push(moved);
  }
  const [row] = rows;
  if (row === undefined) {
    reading.gaps.push(reading.rows);
    return true;
  }
  reading.roles.forEach((role, column) => {
    if (role !== null) codes[column]![first + reading.rows] = names[column]!.code(String(row[role] ?? ''));
  });
  places[reading.rows++] = labelPlace(row).column;
  return true;
}

/** Whether every round is one; what else stands there needs findings. */
function hasRounds(builder: LabelTableBuilder, { roles, rows }: Reading): boolean {
  if (!roles.includes('round')) return true;
  const codes = builder.room('round', 0, rows);
  const names = builder.names.round;
  const fit = Uint8Array.from({ length: names.length }, (_, code) => {
    const name = names.name(code);
    return name === '' || (Number.isInteger(Number(name)) && Number(name) > 0) ? 1 : 0;
  });
  for (let row = 0; row < rows; row++) if (fit[codes[builder.rows + row]!] === 0) return false;
  return true;
}

/** How many of the gaps lie at or before a row; they are in rising order. */
function gapsUpTo(gaps: readonly number[], row: number): number {
  let [low, high] = [0, gaps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (gaps[middle]! <= row) low = middle + 1;
    else high = middle;
  }
  return low;
}
