import { weightDistances, type WeightName } from './weights.js';

/** Krippendorff's squared difference between two categories: 0 on the diagonal. */
export interface Distance {
  readonly name: string;
  /** nominal, ordinal, interval, ratio where the distance stands for a level of measurement. */
  readonly level: string | null;
  /** Whether the distances stay the same whatever the labels are; the ordinal one depends on the frequencies. */
  readonly fixed: boolean;
  /** categories × categories, from how often each category occurs among the pairable labels. */
  matrix(categoryTotals: Float64Array): Float64Array;
}

/** The distances that go by a name. The `gwet_` ones are irrCAC's weights turned into distances. */
export const DISTANCE_NAMES = [
  'nominal',
  'ordinal',
  'interval',
  'ratio',
  'circular',
  'polar',
  'gwet_linear',
  'gwet_ordinal',
  'gwet_radical',
] as const;

export type DistanceName = (typeof DISTANCE_NAMES)[number];

const AS_WEIGHTS: Record<Exclude<DistanceName, 'ordinal'>, WeightName> = {
  nominal: 'identity',
  interval: 'quadratic',
  ratio: 'ratio',
  circular: 'circular',
  polar: 'bipolar',
  gwet_linear: 'linear',
  gwet_ordinal: 'ordinal',
  gwet_radical: 'radical',
};

/**
 * The named distance for categories with these values (numbers, or positions 1..q), in the categories' order. Null
 * where it is not defined for the values (ratio over two values that sum to zero).
 * Source: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability.
 */
export function namedDistance(name: DistanceName, values: ArrayLike<number>): Distance | null {
  if (name === 'ordinal') return { name, level: 'ordinal', fixed: false, matrix: ordinalDistance };
  const matrix = weightDistances(AS_WEIGHTS[name], values);
  if (matrix === null) return null;
  const level = name === 'nominal' || name === 'interval' || name === 'ratio' ? name : null;
  return { name, level, fixed: true, matrix: () => matrix };
}

/**
 * Krippendorff's ordinal difference: how many labels lie between two ranks, counting half of the two themselves,
 * squared.
 */
function ordinalDistance(categoryTotals: Float64Array): Float64Array {
  const size = categoryTotals.length;
  const matrix = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    let between = categoryTotals[k]! / 2;
    for (let l = k + 1; l < size; l++) {
      between += categoryTotals[l]! / 2;
      matrix[k * size + l] = matrix[l * size + k] = between ** 2;
      between += categoryTotals[l]! / 2;
    }
  }
  return matrix;
}
