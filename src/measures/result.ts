/** One of the intervals computed for a coefficient or score. */
export interface Interval {
  /** `t`, `bootstrap percentile by unit`, `bootstrap percentile by cluster`, … */
  readonly method: string;
  readonly ci: readonly [number, number];
  /** Of the replicates for a bootstrap interval, of the formula for an analytic one; null where there is none (F). */
  readonly se: number | null;
  readonly replicates?: number;
  /** Replicates in which the figure was not defined; they are left out of the interval. */
  readonly undefined_replicates?: number;
  readonly seed?: number;
}

/** A test of a hypothesis about a coefficient or a table. */
export interface HypothesisTest {
  readonly statistic: 'F' | 'chi-square';
  readonly value: number;
  /** Degrees of freedom: two for F, one for chi-square. */
  readonly df: readonly number[];
  /** Upper tail; never below 5e-324. */
  readonly p_value: number;
  readonly p_log10: number;
}

/**
 * A coefficient's answer: never a bare number. Field names as they are printed. `value` is null with a `reason` where
 * the coefficient is not defined on the data.
 */
export interface Result {
  readonly coefficient: string;
  /** The weights between categories, or null for a coefficient that takes none. */
  readonly weights: string | null;
  /** The squared difference of Krippendorff's alpha, or null. */
  readonly distance: string | null;
  /** The level of measurement that weights or distance stand for: nominal, ordinal, interval, ratio; else null. */
  readonly level: string | null;
  /** The annotators the figure is about, where it is not about all of them. */
  readonly annotators?: readonly string[];
  /** The category the figure is about. */
  readonly category?: string;
  readonly value: number | null;
  /** Observed agreement; for alpha the observed disagreement. */
  readonly observed: number | null;
  /** Agreement expected by chance; for alpha the expected disagreement. */
  readonly expected: number | null;
  /** The analytic standard error, where there is a formula for it. */
  readonly se: number | null;
  /** The interval to report: bootstrap where it was asked for, else the analytic one. */
  readonly ci: readonly [number, number] | null;
  readonly ci_method: string | null;
  /** Of the hypothesis that the coefficient is 0; never below 5e-324, the smallest number there is. */
  readonly p_value: number | null;
  /** The decimal logarithm of the p-value, which cannot run out of digits. */
  readonly p_log10: number | null;
  /** `one` for F and chi-square, whose test is of the upper tail. */
  readonly p_sided: 'two' | 'one' | null;
  /** The F or chi-square test behind the p-value, for coefficients that have one. */
  readonly test?: HypothesisTest;
  /** Units with at least one label by the annotators in question. */
  readonly units: number;
  /** Units with at least two. */
  readonly pairable_units: number;
  /** Units that do not enter the figure, by the reason. */
  readonly dropped: Readonly<Record<string, number>>;
  /** Why `value` is null, else null. */
  readonly reason: string | null;
  /** The rules behind the number, in words. */
  readonly convention: string;
  /** Of the bootstrap, if there was one. */
  readonly seed?: number;
  /** Every interval that was computed. */
  readonly intervals: readonly Interval[];
}
