import { logFTail } from './f-distribution.js';
import { logChiSquareTail } from './incomplete-gamma.js';
import type { HypothesisTest } from './result.js';

const tested = (
  statistic: HypothesisTest['statistic'],
  value: number,
  df: readonly number[],
  logP: number,
): HypothesisTest => ({
  statistic,
  value,
  df,
  p_value: Math.max(Math.exp(logP), Number.MIN_VALUE),
  p_log10: logP / Math.LN10,
});

/** The test that a chi-square of this size or larger comes about by chance; the p-value from the survival function. */
export function chiSquareTest(value: number, df: number): HypothesisTest {
  return tested('chi-square', value, [df], logChiSquareTail(value, df));
}

/** The test that an F of this size or larger comes about by chance; the p-value from the survival function. */
export function fTest(value: number, df1: number, df2: number): HypothesisTest {
  return tested('F', value, [df1, df2], logFTail(value, df1, df2));
}
