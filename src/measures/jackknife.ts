import type { Foldable, Resampled } from './bootstrap.js';

/** A statistic with one unit or cluster left out at a time. */
export interface Jackknife {
  /** The distinct values that came about, and from how many units or clusters each. */
  readonly values: readonly number[];
  readonly weights: readonly number[];
  /** Units or clusters without which the statistic is not defined. */
  readonly undefined_without: number;
}

/** Leaves out each unit; units of one pattern are alike, so that a pattern costs one computation. */
export function leaveOneUnitOut({ patterns, frequency }: Foldable, statistic: Resampled): Jackknife {
  const each = Array.from({ length: patterns }, (_, pattern) => {
    const without = Float64Array.from(frequency);
    without[pattern]!--;
    return { weight: frequency[pattern]!, value: statistic.agreement(without).value };
  });
  return jackknife(each.filter(({ weight }) => weight > 0));
}

/** Leaves out each cluster that has units in the sample. `clusters` is the cluster of each unit. */
export function leaveOneClusterOut(sample: Foldable, statistic: Resampled, clusters: Int32Array): Jackknife {
  const members = new Map<number, number[]>();
  sample.patternOfUnit.forEach((pattern, unit) => {
    if (pattern < 0) return;
    const found = members.get(clusters[unit]!);
    if (found === undefined) members.set(clusters[unit]!, [pattern]);
    else found.push(pattern);
  });
  // In the order of clusters, so that the order of units does not show in the last digit.
  const ordered = [...members].sort(([a], [b]) => a - b).map(([, patterns]) => patterns);
  return jackknife(
    ordered.map((patterns) => {
      const without = Float64Array.from(sample.frequency);
      for (const pattern of patterns) without[pattern]!--;
      return { weight: 1, value: statistic.agreement(without).value };
    }),
  );
}

function jackknife(each: readonly { readonly weight: number; readonly value: number | null }[]): Jackknife {
  const defined = each.filter(({ value }) => value !== null);
  const lost = each.filter(({ value }) => value === null).reduce((sum, { weight }) => sum + weight, 0);
  return {
    values: defined.map(({ value }) => value!),
    weights: defined.map(({ weight }) => weight),
    undefined_without: lost,
  };
}

/** Σ w (mean − value)^power over the jackknife values. */
function moment({ values, weights }: Jackknife, power: number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = values.reduce((sum, value, i) => sum + weights[i]! * value, 0) / total;
  return values.reduce((sum, value, i) => sum + weights[i]! * (mean - value) ** power, 0);
}

/**
 * The acceleration of BCa: how fast the standard error changes with the value; 0 where no unit makes a difference.
 * Source: Efron and Tibshirani (1993), formula 14.15.
 */
export function acceleration(found: Jackknife): number {
  const squares = moment(found, 2);
  return squares > 0 ? moment(found, 3) / (6 * squares ** 1.5) : 0;
}

/**
 * The jackknife standard error; null with fewer than two values.
 * Source: Efron and Tibshirani (1993), formula 11.5.
 */
export function jackknifeError(found: Jackknife): number | null {
  const n = found.weights.reduce((sum, weight) => sum + weight, 0);
  return n < 2 ? null : Math.sqrt(((n - 1) / n) * moment(found, 2));
}
