import { logGamma } from './incomplete-beta.js';

/**
 * Natural logarithm of the regularised upper incomplete gamma function Q(a, x): tail areas of chi-square and of the
 * normal distribution keep their digits here however small they are. `a` above 0, `x` at least 0.
 * Source: Abramowitz and Stegun (1964) 6.5.29 (series, below x = a + 1) and 6.5.31 (continued fraction by Lentz's rule).
 */
export function logUpperGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  const scale = a * Math.log(x) - x - logGamma(a);
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n <= 10_000; n++) {
      term *= x / (a + n);
      sum += term;
      if (term < sum * 1e-17) break;
    }
    return Math.log1p(-Math.min(1, sum * Math.exp(scale)));
  }
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let i = 1; i <= 10_000; i++) {
    const numerator = -i * (i - a);
    b += 2;
    d = 1 / (Math.abs(numerator * d + b) < tiny ? tiny : numerator * d + b);
    c = b + numerator / c;
    if (Math.abs(c) < tiny) c = tiny;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return scale + Math.log(fraction);
}

/** Natural logarithm of P(X > x) of chi-square with `df` degrees of freedom; `x` at least 0. */
export function logChiSquareTail(x: number, df: number): number {
  return logUpperGamma(df / 2, x / 2);
}
