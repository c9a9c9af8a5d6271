import { table } from 'arquero';
import { compareText } from '../model/findings.js';

type Cell = string | number | boolean | null;

/** One line of a summary: the grouping columns' values and how many rows have them. */
export interface SummaryRow {
  readonly count: number;
  readonly [column: string]: Cell;
}

/** Counts rows that come one after another by the values of some columns. */
export interface RowCounter {
  add(row: object): void;
  /** What was counted so far, ordered by the columns' values, null first. */
  rows(): SummaryRow[];
}

/** A level of the counter: by the value of one column the level of the next one, or the count. */
type Level = Map<Cell, Level | number>;

/**
 * A counter of rows by the values of some columns (a cross-table in long form). A column that a row lacks counts as
 * null; null and the text "null", and 1 and "1", are different values. Memory grows with the distinct values only.
 */
export function rowCounter(columns: readonly string[]): RowCounter {
  const top: Level = new Map();
  const last = columns.length - 1;
  return {
    add(row) {
      let level = top;
      for (let i = 0; i < last; i++) {
        const value = cellOf(row, columns[i]!);
        let next = level.get(value) as Level | undefined;
        if (next === undefined) level.set(value, (next = new Map()));
        level = next;
      }
      const value = cellOf(row, columns[last]!);
      level.set(value, ((level.get(value) as number | undefined) ?? 0) + 1);
    },
    rows() {
      const out: SummaryRow[] = [];
      const walk = (level: Level, cells: readonly Cell[]): void => {
        for (const value of [...level.keys()].sort(compareValues)) {
          const next = level.get(value)!;
          const own = [...cells, value];
          if (typeof next !== 'number') walk(next, own);
          else out.push({ ...Object.fromEntries(columns.map((name, i) => [name, own[i]!])), count: next });
        }
      };
      walk(top, []);
      return out;
    },
  };
}

/** Counts rows, read once, by the values of some columns; see `rowCounter`. */
export function countRows(rows: Iterable<object>, columns: readonly string[]): SummaryRow[] {
  const counter = rowCounter(columns);
  for (const row of rows) counter.add(row);
  return counter.rows();
}

/** A summary by fewer of its columns: the counts of its lines that agree in them, summed. */
export function marginOf(summary: readonly SummaryRow[], columns: readonly string[]): SummaryRow[] {
  if (!summary.length) return [];
  // The columns are named to arquero explicitly: from rows alone it would take those of the first row only.
  const cells = [...columns, 'count'].map((name) => [name, summary.map((row) => row[name] ?? null)]);
  const summed = table(Object.fromEntries(cells), [...columns, 'count'])
    .groupby(...columns)
    .rollup({ count: 'd => op.sum(d.count)' })
    .objects() as SummaryRow[];
  return summed
    .map((row) => ({ ...row }))
    .sort((a, b) => columns.reduce((order, name) => order || compareValues(a[name], b[name]), 0));
}

function cellOf(row: object, column: string): Cell {
  return (row as Readonly<Record<string, Cell>>)[column] ?? null;
}

/** Numbers by value, everything else as text; equal texts of different kinds by their kind. */
function compareValues(a: Cell | undefined, b: Cell | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return compareText(String(a ?? ''), String(b ?? '')) || compareText(typeof a, typeof b);
}
