import type { ByReport } from '../reports/agreement-report.js';
import type { LabelRow } from './agree-label-rows.js';
import { pickRows, tableOf, type CodedColumn, type LabelTable } from './agree-label-table.js';
import type { AgreeOptions } from './agree-options.js';
import { agree } from './agree.js';

/** What `--by` accepts beside a column's own name. */
const SHORT: Readonly<Record<string, string>> = {
  target: 'target_id',
  speaker: 'speaker_id',
  document: 'document_id',
  batch: 'batch_id',
};

/** The column that a word of the command line means: "target" is target_id. */
export const columnNamed = (name: string): string => SHORT[name] ?? name;

/** The value that a row of labels has in a column: by its number in the table; null or '' for rows in no part. */
export type ValueAt = (row: number, table: LabelTable) => string | null;

/** The value of a column of the table itself. */
export const valueIn =
  (column: CodedColumn | null): ValueAt =>
  (row) =>
    column === null || column.codes[row]! < 0 ? null : column.names.name(column.codes[row]!);

/** A value that belongs to the unit (its target, its speaker). */
export const valueOfUnit =
  (valueOf: (unit: string) => string | null): ValueAt =>
  (row, { unit }) =>
    valueOf(unit.names.name(unit.codes[row]!));

/**
 * Agreement broken down by a column. A unit whose rows have several values (batches, codebook versions) is in several
 * parts, each with the labels that belong there. Parts with most pairable units first; each has the results that `agree`
 * gives on its rows alone.
 */
export function agreeBy(
  labels: LabelTable | Iterable<LabelRow>,
  column: string,
  valueAt: ValueAt,
  options: AgreeOptions = {},
): ByReport {
  const { field = 'stance' } = options;
  const table = tableOf(labels);
  const parts = new Map<string, number[]>();
  const without = new Set<number>();
  const fieldAt = valueIn(table.field);
  for (let row = 0; row < table.rows; row++) {
    const value = valueAt(row, table);
    if (value === null || value === '') {
      if ((fieldAt(row, table) ?? field) === field) without.add(table.unit.codes[row]!);
    } else if (parts.has(value)) parts.get(value)!.push(row);
    else parts.set(value, [row]);
  }
  const quiet: AgreeOptions = {
    ...options,
    requirements: [],
    worst: 0,
    threshold: null,
    files: [],
    findings: [],
    notes: [],
  };
  const reports = [...parts].map(([value, rows]) => {
    const { input, results } = agree(pickRows(table, Int32Array.from(rows)), quiet);
    return {
      value,
      units: input.units,
      pairable_units: input.pairable_units,
      annotators: input.annotators.length,
      results,
    };
  });
  reports.sort((a, b) => b.pairable_units - a.pairable_units || (a.value < b.value ? -1 : 1));
  return { column, parts: reports, units_without: without.size };
}
