import type { Table } from '../model/tables.js';
import { formatCell } from './cells.js';

/**
 * The rows of a table as CSV text, without a header: the same bytes as `formatCsv` (csv-stringify), five times as fast,
 * for the places where a third of the time would go into writing cells. A test compares the two on random values.
 */
export function csvRows(
  table: Table,
  rows: readonly object[],
  { custom = [] }: { readonly custom?: readonly string[] } = {},
): string {
  const columns = [...table.columns.map((column) => column.name), ...custom];
  let text = '';
  for (const row of rows as readonly Readonly<Record<string, unknown>>[]) {
    for (let c = 0; c < columns.length; c++) {
      const value = row[columns[c]!];
      if (c > 0) text += ',';
      // Most cells are empty, a number or a flag, which never need quotes.
      if (value === null || value === undefined) continue;
      text += typeof value === 'string' ? quoted(value) : plain(value);
    }
    text += '\n';
  }
  return text;
}

/** A row of cells that are text already, as a line of CSV with its end. */
export function csvLine(cells: readonly string[]): string {
  let text = '';
  for (let c = 0; c < cells.length; c++) {
    if (c > 0) text += ',';
    if (cells[c] !== '') text += quoted(cells[c]!);
  }
  return `${text}\n`;
}

const plain = (value: unknown): string => (typeof value === 'object' ? quoted(formatCell(value)) : String(value));

const MUST_QUOTE = /[",\n\r]/;

const quoted = (cell: string): string => (MUST_QUOTE.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
