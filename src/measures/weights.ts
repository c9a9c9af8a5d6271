/** A matrix of how much two categories agree: 1 on the diagonal, 0 for the two farthest apart. */
export interface Weights {
  readonly name: string;
  /** categories × categories. */
  readonly matrix: Float64Array;
}

/** The weights that go by a name; a matrix from a file is a `Weights` of its own. */
export const WEIGHT_NAMES = [
  'identity',
  'linear',
  'quadratic',
  'ordinal',
  'radical',
  'ratio',
  'circular',
  'bipolar',
] as const;

export type WeightName = (typeof WEIGHT_NAMES)[number];

/** How far apart two categories are, before it is scaled by the largest such distance. */
const FORMULAS: Record<WeightName, (a: number, b: number, positions: number, low: number, high: number) => number> = {
  identity: (a, b) => (a === b ? 0 : 1),
  linear: (a, b) => Math.abs(a - b),
  quadratic: (a, b) => (a - b) ** 2,
  // Counts the pairs of positions between the two, both included: irrCAC's rule, by position and not by value.
  ordinal: (_a, _b, positions) => (positions * (positions + 1)) / 2,
  radical: (a, b) => Math.sqrt(Math.abs(a - b)),
  ratio: (a, b) => (a === b ? 0 : ((a - b) / (a + b)) ** 2),
  circular: (a, b, _positions, low, high) => Math.sin((Math.PI * (a - b)) / (high - low + 1)) ** 2,
  bipolar: (a, b, _positions, low, high) => (a === b ? 0 : (a - b) ** 2 / ((a + b - 2 * low) * (2 * high - a - b))),
};

/**
 * The unscaled distances behind the named weights, categories × categories, for categories with these values (numbers,
 * or positions 1..q) in their order. All but ordinal go by value, so a gap in the values counts. Null where a distance
 * is not a number: ratio over two values that sum to zero.
 */
export function weightDistances(name: WeightName, values: ArrayLike<number>): Float64Array | null {
  const size = values.length;
  const low = Math.min(...Array.from(values));
  const high = Math.max(...Array.from(values));
  const matrix = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    for (let l = 0; l < size; l++) {
      const distance = k === l ? 0 : FORMULAS[name](values[k]!, values[l]!, Math.abs(k - l), low, high);
      if (!Number.isFinite(distance)) return null;
      matrix[k * size + l] = distance;
    }
  }
  return matrix;
}

/**
 * The named weights for categories with these values: one minus the distance over the largest distance. Null where
 * they are not defined.
 * Source: Gwet (2014), Handbook of Inter-Rater Reliability, chapter 3; irrCAC 1.4.
 */
export function namedWeights(name: WeightName, values: ArrayLike<number>): Weights | null {
  const distances = weightDistances(name, values);
  if (distances === null) return null;
  const largest = distances.reduce((a, b) => Math.max(a, b), 0);
  return { name, matrix: distances.map((distance) => (largest === 0 ? 1 : 1 - distance / largest)) };
}
