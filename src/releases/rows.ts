import { compareText } from '../model/findings.js';
import type { Table } from '../model/tables.js';
import { blankRecord } from '../tables/blank-record.js';

type Cells = Readonly<Record<string, unknown>>;

/** A row with exactly the table's columns and the custom ones, in that order; what is missing is null. */
export function projection(table: Table, custom: readonly string[] = []): (row: object) => Cells {
  const names = [...table.columns.map((column) => column.name), ...custom];
  const blank = blankRecord(names);
  return (row) => {
    const cells: Record<string, unknown> = { ...blank };
    for (const name of names) cells[name] = (row as Cells)[name] ?? null;
    return cells;
  };
}

/** Columns that the rows of some tables are ordered by before their key, so that a reader meets them as in the text. */
const reading: Readonly<Record<string, readonly string[]>> = {
  turn: ['document_id', 'start'],
  'standoff-turn': ['document_id', 'start'],
  label: ['statement_id', 'field', 'annotator_id', 'batch_id', 'round'],
};

/** The one order that a table's rows have in every release: by its key, texts by code unit, numbers by value. */
export function rowOrder(table: Table): (a: object, b: object) => number {
  const keys = [...new Set([...(reading[table.schema] ?? []), ...table.key])];
  return (a, b) => {
    for (const key of keys) {
      const order = compare((a as Cells)[key], (b as Cells)[key]);
      if (order !== 0) return order;
    }
    return 0;
  };
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return compareText(String(a ?? ''), String(b ?? ''));
}
