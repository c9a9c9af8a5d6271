import { compareText } from '../model/findings.js';
import type { Statement } from '../model/generated.js';

/** Where a resolved value comes from. */
export type Basis = Statement['stance_basis'];

/** What the labels of one unit say. */
export interface Decision {
  /** The resolved value as text; null when the automatic value stays. */
  readonly value: string | null;
  readonly basis: Basis;
  /** Number of labels counted. */
  readonly labels: number;
  /** Labels by value, most frequent first, when two or more have no majority; else null. */
  readonly tie: readonly { readonly value: string; readonly count: number }[] | null;
}

/**
 * Decides one unit: adjudicated over majority over single over automatic. A majority is more than half of the labels
 * counted; without one the automatic value stays. `values` are the counted labels, one for each annotator.
 */
export function decideValue(values: readonly string[], adjudicated: string | null = null): Decision {
  const labels = values.length;
  if (adjudicated !== null) return { value: adjudicated, basis: 'adjudicated', labels, tie: null };
  if (labels === 0) return { value: null, basis: 'auto', labels, tie: null };
  if (labels === 1) return { value: values[0]!, basis: 'single', labels, tie: null };
  const counts = countValues(values);
  const first = counts[0]!;
  return first.count * 2 > labels
    ? { value: first.value, basis: 'majority', labels, tie: null }
    : { value: null, basis: 'auto', labels, tie: counts };
}

function countValues(values: readonly string[]): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || compareText(a.value, b.value));
}
