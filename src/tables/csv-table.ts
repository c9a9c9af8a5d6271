import type { Table } from '../model/tables.js';
import { csvLine, csvRows } from './csv-rows.js';
import { inPieces } from './in-pieces.js';
import { keyOrder, rowOrder, type RowOrder } from './row-order.js';

/** A table as CSV that can be read again and again, a file on disk or rows that are written while they are read. */
export interface CsvTable {
  /** Name of the table: "statements", "labels", …. */
  readonly name: string;
  /** The order by which its rows are known again, and the one that they stand in in a release. */
  readonly key: RowOrder;
  readonly order: RowOrder;
  /** UTF-8, with a header. */
  readonly bytes: Iterable<Uint8Array>;
}

/** A table's name and orders, from its schema; a table without one is ordered by its first column. */
export function csvTable(name: string, table: Table | string, bytes: Iterable<Uint8Array>): CsvTable {
  const first: RowOrder = { columns: typeof table === 'string' ? [table] : [], numbers: [] };
  const orders =
    typeof table === 'string' ? { key: first, order: first } : { key: keyOrder(table), order: rowOrder(table) };
  return { name, ...orders, bytes };
}

/** Typed rows as the CSV table that they are in a release; `custom` are the columns behind the schema's. */
export function rowsAsCsv(
  name: string,
  table: Table,
  rows: Iterable<object>,
  { custom = [] }: { readonly custom?: readonly string[] } = {},
): CsvTable {
  const header = csvLine([...table.columns.map((column) => column.name), ...custom]);
  return csvTable(
    name,
    table,
    encoded(header, rows, (group) => csvRows(table, group, { custom })),
  );
}

/** Rows of cells as the bytes of a CSV file; can be read again as often as the rows can. */
export function cellsAsCsv(columns: readonly string[], rows: Iterable<readonly string[]>): Iterable<Uint8Array> {
  return encoded(csvLine(columns), rows, (group) => group.map(csvLine).join(''));
}

/** Lines of CSV as the bytes of a file. */
export function linesAsBytes(header: string, lines: Iterable<string>): Iterable<Uint8Array> {
  return encoded(header, lines, (group) => group.join(''));
}

function encoded<T>(header: string, rows: Iterable<T>, write: (group: readonly T[]) => string): Iterable<Uint8Array> {
  const encoder = new TextEncoder();
  return {
    *[Symbol.iterator]() {
      for (const piece of inPieces(rows, write, { first: header })) yield encoder.encode(piece);
    },
  };
}
