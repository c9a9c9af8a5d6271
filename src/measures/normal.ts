import { logUpperGamma } from './incomplete-gamma.js';

/**
 * The standard normal distribution function Φ(z), from the incomplete gamma function so that neither tail loses digits.
 * Source: Abramowitz and Stegun (1964) 26.2.29.
 */
export function normalCdf(z: number): number {
  const tail = 0.5 * Math.exp(logUpperGamma(0.5, (z * z) / 2));
  return z < 0 ? tail : 1 - tail;
}

/** The z below which the share `share` (between 0 and 1, both excluded) of a standard normal variable lies. */
export function normalQuantile(share: number): number {
  // By symmetry the smaller tail is sought: there Φ has all its digits.
  if (share > 0.5) return -normalQuantile(1 - share);
  let low = -40;
  let high = 0;
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (normalCdf(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
