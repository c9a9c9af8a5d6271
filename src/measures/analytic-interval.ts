import type { Statistic } from './coefficient.js';
import type { Interval } from './result.js';
import { logStudentTail, studentQuantile } from './student-t.js';

/** A t interval and the two-sided p-value of the hypothesis that the coefficient is 0. */
export interface AnalyticInterval {
  readonly interval: Interval;
  /** Null where the standard error is 0. */
  readonly p_value: number | null;
  readonly p_log10: number | null;
}

/**
 * The interval from a coefficient's own standard error, cut at 1; null where it has none. `degrees` overrules the
 * degrees of freedom. The p-value comes from the survival function, so it does not run out at 1e-16.
 * Source: irrCAC 1.4 (whose p-values are one-sided).
 */
export function analyticInterval(
  value: number,
  statistic: Statistic,
  degrees: number | null,
  confidence: number,
): AnalyticInterval | null {
  const found = statistic.standardError();
  if (found === null) return null;
  const { se } = found;
  const df = degrees ?? found.df;
  const half = se === 0 ? 0 : se * studentQuantile((1 - confidence) / 2, df);
  const interval: Interval = {
    method: `t, ${df} degrees of freedom`,
    ci: [value - half, Math.min(1, value + half)],
    se,
  };
  if (se === 0) return { interval, p_value: null, p_log10: null };
  const logP = Math.min(0, Math.LN2 + logStudentTail(Math.abs(value / se), df));
  return { interval, p_value: Math.max(Math.exp(logP), Number.MIN_VALUE), p_log10: logP / Math.LN10 };
}
