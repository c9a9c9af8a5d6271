import { logIncompleteBeta } from './incomplete-beta.js';

/**
 * Natural logarithm of P(F > f) of the F distribution; degrees of freedom above 0, not necessarily whole. `f` at least 0.
 * Source: Abramowitz and Stegun (1964) 26.6.2.
 */
export function logFTail(f: number, df1: number, df2: number): number {
  if (f <= 0) return 0;
  const a = df2 / 2;
  const b = df1 / 2;
  const x = df2 / (df2 + df1 * f);
  // The continued fraction converges below the mean; above it the other tail is computed and subtracted.
  if (x < (a + 1) / (a + b + 2)) return logIncompleteBeta(x, a, b);
  return Math.log1p(-Math.exp(logIncompleteBeta((df1 * f) / (df2 + df1 * f), b, a)));
}

/** The f that leaves `tail` (between 0 and 1, both excluded) above it. Found by bisection on the survival function. */
export function fQuantile(tail: number, df1: number, df2: number): number {
  const wanted = Math.log(tail);
  let low = 0;
  let high = 1;
  while (logFTail(high, df1, df2) > wanted && high < 1e300) high *= 2;
  for (let i = 0; i < 1100; i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (logFTail(middle, df1, df2) > wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
