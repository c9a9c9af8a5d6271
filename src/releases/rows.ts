import type { Table } from '../model/tables.js';
import { blankRecord } from '../tables/blank-record.js';
import { compareRows, rowOrder } from '../tables/row-order.js';

type Cells = Readonly<Record<string, unknown>>;

/** Makes rows of exactly the table's columns and the custom ones, in that order; what a row lacks is null. */
export function projection(table: Table, custom: readonly string[] = []): (row: object) => Cells {
  const names = [...table.columns.map((column) => column.name), ...custom];
  const blank = blankRecord(names);
  return (row) => {
    const cells: Record<string, unknown> = { ...blank };
    for (const name of names) cells[name] = (row as Cells)[name] ?? null;
    return cells;
  };
}

/** Compares rows by the one order that a table's rows have in every release (see `rowOrder`). */
export function releaseOrder(table: Table): (a: object, b: object) => number {
  return compareRows(rowOrder(table));
}
