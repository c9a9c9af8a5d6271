import { logGamma } from '../incomplete-beta.js';
import { logChiSquareTail } from '../incomplete-gamma.js';
import { GOLD_AT, type ScoreSample } from './score-sample.js';

/** McNemar's test on the items that one system has right and the other wrong. */
export interface McNemar {
  /** Right by the first alone. */
  readonly first_only: number;
  /** Right by the second alone. */
  readonly second_only: number;
  /** With continuity correction, one degree of freedom; null where no item tells the systems apart. */
  readonly chi_square: number | null;
  /** Two-sided, from the chi-square. */
  readonly chi_square_p: number | null;
  /** Exact, two-sided, from the binomial. */
  readonly p_value: number | null;
  readonly reason: string | null;
}

/** No p-value is said to be nothing at all. */
const atLeast = (p: number): number => Math.min(1, Math.max(p, Number.MIN_VALUE));

/**
 * McNemar's test of two systems of a sample on the same items.
 * Source: McNemar (1947), Psychometrika 12; continuity correction Edwards (1948), Psychometrika 13; exact tail by the
 * binomial with probability one half.
 */
export function mcNemar(sample: ScoreSample, [first, second]: readonly [number, number]): McNemar {
  const stride = GOLD_AT + 1 + sample.systems;
  let firstOnly = 0;
  let secondOnly = 0;
  sample.frequency.forEach((count, pattern) => {
    const at = pattern * stride + GOLD_AT;
    const gold = sample.cells[at]!;
    const firstRight = sample.cells[at + 1 + first] === gold;
    const secondRight = sample.cells[at + 1 + second] === gold;
    if (firstRight && !secondRight) firstOnly += count;
    if (secondRight && !firstRight) secondOnly += count;
  });
  return mcNemarTest(firstOnly, secondOnly);
}

/** The test from the two counts of items that tell the systems apart. */
export function mcNemarTest(firstOnly: number, secondOnly: number): McNemar {
  const apart = firstOnly + secondOnly;
  const counts = { first_only: firstOnly, second_only: secondOnly };
  if (apart === 0) {
    const reason = 'no item is right by one system and wrong by the other';
    return { ...counts, chi_square: null, chi_square_p: null, p_value: null, reason };
  }
  let tail = 0;
  for (let k = 0; k <= Math.min(firstOnly, secondOnly); k++) {
    const ways = logGamma(apart + 1) - logGamma(k + 1) - logGamma(apart - k + 1);
    tail += Math.exp(ways - apart * Math.LN2);
  }
  const chiSquare = Math.max(0, Math.abs(firstOnly - secondOnly) - 1) ** 2 / apart;
  return {
    ...counts,
    chi_square: chiSquare,
    chi_square_p: atLeast(Math.exp(logChiSquareTail(chiSquare, 1))),
    p_value: atLeast(2 * tail),
    reason: null,
  };
}
