import { compareText } from '../model/findings.js';
import type { Table } from '../model/tables.js';

/** Columns that rows are ordered by, and which of them by value (numbers) rather than as text. */
export interface RowOrder {
  readonly columns: readonly string[];
  readonly numbers: readonly string[];
}

/** Columns that the rows of some tables are ordered by before their key, so that a reader meets them as in the text. */
const reading: Readonly<Record<string, readonly string[]>> = {
  turn: ['document_id', 'start'],
  'standoff-turn': ['document_id', 'start'],
  label: ['statement_id', 'field', 'annotator_id', 'batch_id', 'round'],
};

/** The one order that a table's rows have in every release: by its reading columns, then by its key. */
export function rowOrder(table: Table): RowOrder {
  return ordered(table, [...new Set([...(reading[table.schema] ?? []), ...table.key])]);
}

/**
 * The order in which two versions of a table are compared: by the columns of its key alone, so that a row is known again
 * whatever else of it has changed. It is the release's own order wherever that is made of the key's columns.
 */
export function keyOrder(table: Table): RowOrder {
  const own = rowOrder(table);
  return own.columns.every((column) => table.key.includes(column)) ? own : ordered(table, table.key);
}

function ordered({ columns }: Table, names: readonly string[]): RowOrder {
  const isNumber = (name: string): boolean => {
    const type = columns.find((column) => column.name === name)?.type;
    return type === 'integer' || type === 'number';
  };
  return { columns: names, numbers: names.filter(isNumber) };
}

/** Compares rows of typed values in an order. */
export function compareRows({ columns }: RowOrder): (a: object, b: object) => number {
  type Cells = Readonly<Record<string, unknown>>;
  return (a, b) => {
    for (const column of columns) {
      const order = compareValues((a as Cells)[column], (b as Cells)[column]);
      if (order !== 0) return order;
    }
    return 0;
  };
}

function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return compareText(String(a ?? ''), String(b ?? ''));
}

/** Compares the cells of an order's columns, as text, just as `compareRows` compares their values. */
export function compareCells({ columns, numbers }: RowOrder): (a: readonly string[], b: readonly string[]) => number {
  const compare = columns.map((column) => (numbers.includes(column) ? compareNumbers : compareText));
  return (a, b) => {
    for (let i = 0; i < compare.length; i++) {
      const order = compare[i]!(a[i]!, b[i]!);
      if (order !== 0) return order;
    }
    return 0;
  };
}

/** Empty cells first, then numbers by value, then what is no number; equal numbers written differently are told apart. */
function compareNumbers(a: string, b: string): number {
  if (a === b) return 0;
  const [x, y] = [Number(a), Number(b)];
  return rank(a, x) - rank(b, y) || (rank(a, x) === 1 ? x - y : 0) || compareText(a, b);
}

const rank = (cell: string, value: number): number => (cell === '' ? 0 : Number.isNaN(value) ? 2 : 1);
