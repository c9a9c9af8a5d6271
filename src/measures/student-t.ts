import { logIncompleteBeta } from './incomplete-beta.js';

/**
 * Natural logarithm of the upper tail P(T > t) of Student's t with `df` degrees of freedom, `t` at least 0: the
 * survival function itself, so that a p-value of 1e-200 stays one where 1 - CDF would say 0.
 * Source: Abramowitz and Stegun (1964) 26.7.1.
 */
export function logStudentTail(t: number, df: number): number {
  const x = df / (df + t * t);
  const a = df / 2;
  const mean = (a + 1) / (a + 2.5);
  // The continued fraction converges below the mean; above it the other tail is computed and subtracted.
  if (x < mean) return Math.log(0.5) + logIncompleteBeta(x, a, 0.5);
  const y = (t * t) / (df + t * t);
  if (y === 0) return Math.log(0.5);
  return Math.log(0.5 * -Math.expm1(logIncompleteBeta(y, 0.5, a)));
}

/**
 * The t that leaves `tail` (between 0 and 0.5) above it, for intervals: `studentQuantile(0.025, n - 1)`.
 * Found by bisection on the survival function, to the last digit that matters (relative 1e-15).
 */
export function studentQuantile(tail: number, df: number): number {
  const wanted = Math.log(tail);
  let low = 0;
  let high = 1;
  while (logStudentTail(high, df) > wanted) high *= 2;
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (logStudentTail(middle, df) > wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
