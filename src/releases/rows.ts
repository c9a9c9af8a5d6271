import type { Table } from '../model/tables.js';
import { compareRows, rowOrder } from '../tables/row-order.js';

type Cells = Readonly<Record<string, unknown>>;

/** Rows with exactly the table's columns and the custom ones, in that order; what is missing is null. */
export function projectRows(table: Table, rows: readonly object[], custom: readonly string[] = []): Cells[] {
  const names = [...table.columns.map((column) => column.name), ...custom];
  const shape = names.join();
  return rows.map((row) => {
    // Most rows have the shape already; a copy of each would double the memory of a large table.
    if (Object.keys(row).join() === shape) return row as Cells;
    const cells: Record<string, unknown> = {};
    for (const name of names) cells[name] = (row as Cells)[name] ?? null;
    return cells;
  });
}

/** Rows in the one order that every release has (see `rowOrder`). */
export function sortRows<T extends object>(table: Table, rows: readonly T[]): T[] {
  return [...rows].sort(compareRows(rowOrder(table)));
}
