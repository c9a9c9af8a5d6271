import { compareText } from '../model/findings.js';
import type { Table } from '../model/tables.js';

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

/** Columns that the rows of some tables are ordered by before their key, so that a reader meets them as in the text. */
const reading: Readonly<Record<string, readonly string[]>> = {
  turn: ['document_id', 'start'],
  'standoff-turn': ['document_id', 'start'],
  label: ['statement_id', 'field', 'annotator_id', 'batch_id', 'round'],
};

/** Rows in the one order that every release has: by the table's key, texts in byte order, numbers by value. */
export function sortRows<T extends object>(table: Table, rows: readonly T[]): T[] {
  const keys = [...(reading[table.schema] ?? []), ...table.key];
  return [...rows].sort((a, b) =>
    keys.reduce((order, key) => order || compare((a as Cells)[key], (b as Cells)[key]), 0),
  );
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return compareText(String(a ?? ''), String(b ?? ''));
}
