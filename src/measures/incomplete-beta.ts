const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/**
 * Natural logarithm of the gamma function, for the normalising constant of the beta function.
 * `x` above 0; relative error about 1e-14.
 * Source: Lanczos (1964), the nine-term form with g = 7; Stirling's series from 1e3 on, where differences of large
 * values would lose digits.
 */
export function logGamma(x: number): number {
  if (x > 1e3) {
    return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x ** 3);
  }
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const z = x - 1;
  const base = z + 7.5;
  let sum: number = LANCZOS[0];
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i]! / (z + i);
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(base) - base + Math.log(sum);
}

/** log B(a, b), with Stirling's series where both log gammas are large and nearly cancel. */
function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (large < 1e3) return logGamma(small) + logGamma(large) - logGamma(small + large);
  // log Γ(large) - log Γ(small + large), expanded so that the two big terms never meet.
  const correction = (x: number): number => 1 / (12 * x) - 1 / (360 * x ** 3);
  const total = small + large;
  const ratio =
    small - small * Math.log(total) - (large - 0.5) * Math.log1p(small / large) + correction(large) - correction(total);
  return logGamma(small) + ratio;
}

/**
 * Natural logarithm of the regularised incomplete beta function I_x(a, b): the tail areas of Student's t that are
 * far too small for a number keep their digits here. `a` and `b` above 0, `x` in (0, 1], and x below the mean
 * (a + 1) / (a + b + 2), which the callers see to.
 * Source: Lentz's evaluation of the continued fraction, Abramowitz and Stegun (1964) 26.5.8.
 */
export function logIncompleteBeta(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let fraction = d;
  for (let m = 1; m <= 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = 1 + even / c;
    if (Math.abs(c) < tiny) c = tiny;
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = 1 + odd / c;
    if (Math.abs(c) < tiny) c = tiny;
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b) - Math.log(a) + Math.log(fraction);
}
