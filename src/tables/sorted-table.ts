import { csvLine } from './csv-rows.js';
import { linesAsBytes, type CsvTable } from './csv-table.js';
import { compareCells, type RowOrder } from './row-order.js';
import { mapRows, type RowStore } from './row-store.js';
import { TableCursor } from './table-cursor.js';

/**
 * A table with its rows sorted into an order through a store; those that the order can't tell apart stay as they came.
 * `keep` is asked about each row when it is read, and may leave it out.
 */
export function sortedTable(
  table: CsvTable,
  order: RowOrder,
  store: RowStore,
  { keep = () => true }: { readonly keep?: (row: TableCursor) => boolean } = {},
): CsvTable {
  const cursor = new TableCursor(table, order);
  const compare = compareCells(order);
  const sorted = store.sorted(linesOf(cursor, keep), (a, b) => compare(a.key, b.key));
  const lines = mapRows(sorted, ({ line }) => line);
  return { ...table, bytes: linesAsBytes(csvLine(cursor.columns), lines) };
}

/** A row whole, with the cells that it is sorted by: the others need not be taken apart. */
interface SortedLine {
  readonly key: readonly string[];
  readonly line: string;
}

function* linesOf(cursor: TableCursor, keep: (row: TableCursor) => boolean): Generator<SortedLine> {
  try {
    while (cursor.next()) if (keep(cursor)) yield { key: cursor.key, line: cursor.line() };
  } finally {
    cursor.close();
  }
}
