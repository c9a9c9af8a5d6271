import { table } from 'arquero';
import { compareText } from '../model/findings.js';

/** One line of a summary: the grouping columns' values and how many rows have them. */
export interface SummaryRow {
  readonly count: number;
  readonly [column: string]: string | number | boolean | null;
}

/**
 * Counts rows by the values of some columns (a cross-table in long form), ordered by those values as text, null first.
 * A column that a row lacks counts as null. The columns are named to arquero explicitly: from rows alone it would take
 * those of the first row only.
 */
export function countRows(rows: readonly object[], columns: readonly string[]): SummaryRow[] {
  if (!rows.length) return [];
  const cells = columns.map((name) => [
    name,
    rows.map((row) => (row as Readonly<Record<string, SummaryRow[string]>>)[name] ?? null),
  ]);
  const counted = table(Object.fromEntries(cells), [...columns])
    .groupby(...columns)
    .count({ as: 'count' })
    .objects() as SummaryRow[];
  return counted
    .map((row) => ({ ...row }))
    .sort((a, b) => columns.reduce((order, name) => order || compareValues(a[name], b[name]), 0));
}

function compareValues(a: SummaryRow[string] | undefined, b: SummaryRow[string] | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return compareText(String(a ?? ''), String(b ?? ''));
}
