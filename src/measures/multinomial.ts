import type { Random } from './random.js';

/** Correction of Stirling's formula: log k! minus its leading terms. */
const SMALL_TAILS = [
  0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.0207906721037651, 0.0166446911898211,
  0.0138761288230707, 0.0118967099458917, 0.010411265261972, 0.0092554621827127, 0.0083305634333628,
] as const;

function stirlingTail(k: number): number {
  if (k < SMALL_TAILS.length) return SMALL_TAILS[k]!;
  const x = k + 1;
  const square = x * x;
  return (1 / 12 - (1 / 360 - 1 / (1260 * square)) / square) / x;
}

/** Inversion, for a small mean. `p` at most 0.5. */
function binomialByInversion(n: number, p: number, random: Random): number {
  const q = 1 - p;
  const ratio = p / q;
  let probability = Math.exp(n * Math.log1p(-p));
  let left = random.uniform();
  let k = 0;
  while (left > probability && k < n) {
    left -= probability;
    k++;
    probability *= (ratio * (n - k + 1)) / k;
  }
  return k;
}

/** Transformed rejection (BTRS), for a mean of at least 10. `p` at most 0.5. Source: Hörmann (1993). */
function binomialByRejection(n: number, p: number, random: Random): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = n * p + 0.5;
  const quick = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const odds = p / (1 - p);
  const mode = Math.floor((n + 1) * p);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const room = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / room + b) * u + centre);
    if (room >= 0.07 && v <= quick) return k;
    if (k < 0 || k > n) continue;
    const height = Math.log((v * alpha) / (a / (room * room) + b));
    const bound =
      (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1))) +
      (n + 1) * Math.log((n - mode + 1) / (n - k + 1)) +
      (k + 0.5) * Math.log((odds * (n - k + 1)) / (k + 1)) +
      stirlingTail(mode) +
      stirlingTail(n - mode) -
      stirlingTail(k) -
      stirlingTail(n - k);
    if (height <= bound) return k;
  }
}

/** How many of `n` trials succeed, each with probability `p` in [0, 1]. */
export function drawBinomial(n: number, p: number, random: Random): number {
  if (n === 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - drawBinomial(n, 1 - p, random);
  return n * p < 10 ? binomialByInversion(n, p, random) : binomialByRejection(n, p, random);
}

/**
 * Draws `n` things with replacement from bins and writes how many fell into each into `into`: one binomial per bin,
 * so that a million exchangeable units in 250 bins cost 250 draws. `frequency` holds the bins' sizes, `total` their
 * sum; a bin of size 0 gets 0.
 */
export function drawMultinomial(
  n: number,
  frequency: Float64Array,
  total: number,
  random: Random,
  into: Float64Array,
): void {
  let left = n;
  let mass = total;
  for (let bin = 0; bin < frequency.length; bin++) {
    const size = frequency[bin]!;
    const drawn = left === 0 || size === 0 ? 0 : drawBinomial(left, size / mass, random);
    into[bin] = drawn;
    left -= drawn;
    mass -= size;
  }
}
