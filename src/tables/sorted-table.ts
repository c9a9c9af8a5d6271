import { cellsAsCsv, type CsvTable } from './csv-table.js';
import { mapRows, type RowStore } from './row-store.js';
import { compareCells, type RowOrder } from './row-order.js';
import { TableCursor } from './table-cursor.js';

/** A table with its rows sorted into an order through a store; those that the order can't tell apart stay as they came. */
export function sortedTable(table: CsvTable, order: RowOrder, store: RowStore): CsvTable {
  const cursor = new TableCursor(table, order);
  const { columns } = cursor;
  const rows = sortedCells(columns, cellsOf(cursor), order, store);
  return { ...table, bytes: cellsAsCsv(columns, rows) };
}

/** Rows of cells under a header, sorted into an order through a store. */
export function sortedCells(
  columns: readonly string[],
  rows: Iterable<readonly string[]>,
  order: RowOrder,
  store: RowStore,
): Iterable<readonly string[]> {
  const at = order.columns.map((column) => columns.lastIndexOf(column));
  const compare = compareCells(order);
  const keyOf = (cells: readonly string[]): string[] => at.map((cell) => cells[cell] ?? '');
  // A store takes records; the row is the only column of its own.
  const sorted = store.sorted(wrapped(rows), (a, b) => compare(keyOf(a.cells), keyOf(b.cells)));
  return mapRows(sorted, ({ cells }) => cells);
}

function* cellsOf(cursor: TableCursor): Generator<readonly string[]> {
  try {
    while (cursor.next()) yield cursor.cells();
  } finally {
    cursor.close();
  }
}

function* wrapped(rows: Iterable<readonly string[]>): Generator<{ readonly cells: readonly string[] }> {
  for (const cells of rows) yield { cells };
}
