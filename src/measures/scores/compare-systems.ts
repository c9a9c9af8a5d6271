import { bootstrapInterval } from '../bootstrap.js';
import { logGamma } from '../incomplete-beta.js';
import type { Interval } from '../result.js';
import { SCORE_CONVENTIONS } from './index.js';
import { confusionTables, type ScoreSample } from './score-sample.js';
import type { ScoreOptions } from './score-results.js';

/** How two systems differ under one convention, on the same items. */
export interface ScoreDifference {
  readonly score: string;
  /** First system minus second. */
  readonly difference: number | null;
  readonly ci: readonly [number, number] | null;
  readonly ci_method: string | null;
  readonly reason: string | null;
  readonly intervals: readonly Interval[];
}

/** McNemar's test on the items that one system has right and the other wrong. */
export interface McNemar {
  /** Right by the first alone. */
  readonly first_only: number;
  /** Right by the second alone. */
  readonly second_only: number;
  /** With continuity correction; null where no item tells the systems apart. */
  readonly chi_square: number | null;
  /** Exact, two-sided; null where no item tells the systems apart. */
  readonly p_value: number | null;
}

/** Differences of two systems' scores (first minus second), resampled together so that shared items stay paired. */
export function scoreDifferences(
  sample: ScoreSample,
  [first, second]: readonly [number, number],
  options: ScoreOptions = {},
): ScoreDifference[] {
  const { conventions = SCORE_CONVENTIONS, bootstrap = 0, seed = 1, byCluster = true, confidence = 0.95 } = options;
  return conventions.map((convention) => {
    const agreement = (frequency: Float64Array): { value: number | null; reason: string | null } => {
      const a = convention.compute(confusionTables(sample, first, frequency));
      const b = convention.compute(confusionTables(sample, second, frequency));
      if (a.value === null || b.value === null) return { value: null, reason: a.reason ?? b.reason };
      return { value: a.value - b.value, reason: null };
    };
    const { value, reason } = agreement(sample.frequency);
    const clusters = byCluster ? sample.clusters : null;
    const interval =
      value === null || bootstrap === 0
        ? null
        : bootstrapInterval(sample, { agreement }, { replicates: bootstrap, seed, clusters, confidence });
    return {
      score: convention.name,
      difference: value,
      ci: interval?.ci ?? null,
      ci_method: interval === null ? null : `paired ${interval.method}`,
      reason,
      intervals: interval === null ? [] : [interval],
    };
  });
}

/**
 * McNemar's test of two systems on the same items.
 * Source: McNemar (1947), Psychometrika 12; continuity correction Edwards (1948); exact tail by the binomial.
 */
export function mcNemar(sample: ScoreSample, [first, second]: readonly [number, number]): McNemar {
  const stride = 2 + sample.systems;
  let firstOnly = 0;
  let secondOnly = 0;
  sample.frequency.forEach((count, pattern) => {
    const gold = sample.cells[pattern * stride + 1]!;
    const firstRight = sample.cells[pattern * stride + 2 + first] === gold;
    const secondRight = sample.cells[pattern * stride + 2 + second] === gold;
    if (firstRight && !secondRight) firstOnly += count;
    if (secondRight && !firstRight) secondOnly += count;
  });
  const apart = firstOnly + secondOnly;
  if (apart === 0) return { first_only: 0, second_only: 0, chi_square: null, p_value: null };
  let tail = 0;
  for (let k = 0; k <= Math.min(firstOnly, secondOnly); k++) {
    const ways = logGamma(apart + 1) - logGamma(k + 1) - logGamma(apart - k + 1);
    tail += Math.exp(ways - apart * Math.LN2);
  }
  return {
    first_only: firstOnly,
    second_only: secondOnly,
    chi_square: Math.max(0, Math.abs(firstOnly - secondOnly) - 1) ** 2 / apart,
    p_value: Math.min(1, 2 * tail),
  };
}
