import type { Distance } from './distances.js';
import type { Sample } from './patterns.js';
import type { HypothesisTest, Interval } from './result.js';
import type { Weights } from './weights.js';

/** How the categories are compared: weights for most coefficients, a distance for alpha. */
export interface Scale {
  readonly weights: Weights | null;
  readonly distance: Distance | null;
  /** The category in question, for coefficients per category. */
  readonly category: number | null;
  /** What the categories are worth as numbers (their values, or positions 1..q), for coefficients of ratings. */
  readonly values?: ArrayLike<number>;
}

/** A coefficient on one set of frequencies. `value` is null with a reason where it is not defined. */
export interface Agreement {
  readonly value: number | null;
  /** Observed agreement; for alpha the observed disagreement. */
  readonly observed: number | null;
  /** Agreement by chance; for alpha the expected disagreement. */
  readonly expected: number | null;
  readonly reason: string | null;
}

/** An analytic standard error with the degrees of freedom of its t interval. */
export interface StandardError {
  readonly se: number;
  readonly df: number;
}

/** Intervals and the test of a coefficient that has a distribution of its own (F, chi-square) instead of a t interval. */
export interface OwnInference {
  /** The one to report last. */
  readonly intervals: readonly Interval[];
  readonly test: HypothesisTest | null;
}

/** What a coefficient computes: it is the same code for the data and for each bootstrap replicate. */
export interface Statistic {
  /** The coefficient when each pattern of the sample occurs as often as `frequency` says. */
  agreement(frequency: Float64Array): Agreement;
  /** Its analytic standard error on the sample's own frequencies; null where there is no formula. */
  standardError(): StandardError | null;
  /** Where it is there, it stands in for the t interval. Only asked for where the coefficient is defined. */
  ownInference?(confidence: number): OwnInference;
}

/**
 * An agreement coefficient. A new one is such an object in a file of its own, a line in `coefficients/index.ts` and a
 * case in `tests/parity/`.
 */
export interface Coefficient {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  /** The least and most annotators it is defined for. */
  readonly annotators: readonly [number, number];
  /** Computed once, for each pair of annotators, or for each category. */
  readonly per: 'matrix' | 'pair' | 'category';
  /** Whether units may lack labels; if not, units without all labels are dropped. */
  readonly missing: boolean;
  /** What has to be kept of a unit: how many labels in each category, or whose they are. */
  readonly basis: 'counts' | 'rows';
  /** Units with fewer labels never enter. */
  readonly minLabels: number;
  /** Whether it takes weights, a distance, the categories' values as numbers, or nothing (identity). */
  readonly scale: 'weights' | 'distance' | 'values' | 'none';
  /** The level of measurement of a coefficient that takes values. */
  readonly level?: 'ordinal' | 'interval';
  /** The rules behind the number, in words. */
  readonly convention: string;
  compute(sample: Sample, scale: Scale): Statistic;
}

/** An undefined figure with its reason, next to what is still known of it. */
export function undefinedAgreement(reason: string, observed: number | null = null): Agreement {
  return { value: null, observed, expected: null, reason };
}

/** The reasons for which any coefficient is undefined, in the same words everywhere. */
export const REASONS = {
  noPairs: 'no unit has two labels',
  onePair: 'only one unit has two labels',
  oneCategory: 'all labels are the same category',
  incomplete: 'fewer than two units were labelled by everybody',
  noChance: 'agreement by chance is already complete',
} as const;
