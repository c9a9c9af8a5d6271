import type { SummaryRow } from '../tables/table-summary.js';
import type { FieldAgreement } from './agreement.js';
import type { LabelOverlap } from './label-overlap.js';
import type { ReleaseStatistics } from './statistics.js';

/** A summary as words: "favor 12, against 3"; equal values of one column are summed. "none" for an empty one. */
export function sharesText(rows: readonly SummaryRow[], column: string): string {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const name = String(row[column] ?? '(not given)');
    counts.set(name, (counts.get(name) ?? 0) + row.count);
  }
  return [...counts].map(([name, count]) => `${name} ${count}`).join(', ') || 'none';
}

/** A sentence for each labelled field: how many units have how many labels that count. */
export function overlapText(overlap: readonly LabelOverlap[]): string[] {
  const fields = new Map<string, LabelOverlap[]>();
  for (const one of overlap) fields.set(one.field, [...(fields.get(one.field) ?? []), one]);
  return [...fields].map(([field, counts]) => {
    const all = counts.reduce((sum, one) => sum + one.units, 0);
    const parts = counts.map(
      ({ by, labels, units }) =>
        `${units} with ${labels} ${labels === 1 ? 'label' : 'labels'}${by === 'persons' ? '' : ' by models or programs'}`,
    );
    return `Labelled units of ${field}: ${all} (${parts.join(', ')}).`;
  });
}

/** A sentence for each field whose values people decided: how often by what. */
export function resolutionText({ resolved_fields: fields }: Pick<ReleaseStatistics, 'resolved_fields'>): string[] {
  const names = [...new Set(fields.map((one) => one.field))];
  return names.map((field) => {
    const parts = fields.filter((one) => one.field === field).map(({ basis, statements }) => `${basis} ${statements}`);
    return `Statements by where their ${field} comes from: ${parts.join(', ')}.`;
  });
}

/** A figure of agreement in words: coefficient, value, interval and units; or why it is not defined. */
export function figureText({ coefficient, value, reason, ci, pairable_units: units }: FieldAgreement): string {
  if (value === null) return `not defined (${reason ?? 'no reason given'})`;
  return `${coefficient} ${threeDecimals(value)}${ci ? `, 95 % interval ${threeDecimals(ci[0])} to ${threeDecimals(ci[1])}` : ''}, ${units} units with two labels or more`;
}

/** A count with its noun: "1 row", "2 rows". */
export function numberOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A number as it is printed for people; never "-0.000". */
export function threeDecimals(value: number): string {
  const text = value.toFixed(3);
  return /^-0\.0+$/.test(text) ? text.slice(1) : text;
}

/** A remark as a sentence: with a capital letter and one full stop. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, '')}.`;
}
