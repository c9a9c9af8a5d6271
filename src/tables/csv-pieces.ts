import type { Table } from '../model/tables.js';
import { csvRows } from './csv-rows.js';
import { formatCsv } from './csv-writer.js';
import { inPieces } from './in-pieces.js';

/** A table as CSV, header and rows, in pieces that are made while they are read: the same bytes as `formatCsv`. */
export function csvPieces(
  table: Table,
  rows: Iterable<object>,
  { custom = [] }: { readonly custom?: readonly string[] } = {},
): Iterable<string> {
  return inPieces(rows, (group) => csvRows(table, group, { custom }), { first: formatCsv(table, [], { custom }) });
}
