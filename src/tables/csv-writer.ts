import { stringify } from 'csv-stringify/sync';
import type { Table } from '../model/tables.js';
import { formatCell } from './cells.js';

/**
 * Writes rows as CSV text (RFC 4180, UTF-8, LF) with the table's columns in the schema's order, then the rows' custom
 * x_ columns named in `custom`. With `header: false` only the rows are written, so that a long table can be written
 * in parts. Cells are cast before csv-stringify sees them: it would write true as 1.
 * A lone carriage return is quoted too, as readers take it for the end of a row.
 */
export function formatCsv(
  table: Table,
  rows: readonly object[],
  { custom = [], header = true }: { readonly custom?: readonly string[]; readonly header?: boolean } = {},
): string {
  const columns = [...table.columns.map((column) => column.name), ...custom];
  return formatRecords(columns, rows, { header });
}

/** Writes records as CSV text with the named columns; for tables that have no schema (reports). */
export function formatRecords(
  columns: readonly string[],
  rows: readonly object[],
  { header = true }: { readonly header?: boolean } = {},
): string {
  const cells = rows.map((row) => columns.map((name) => formatCell((row as Readonly<Record<string, unknown>>)[name])));
  return stringify(header ? [[...columns], ...cells] : cells, { record_delimiter: '\n', quoted_match: /\r/ });
}
