import { REASONS } from './coefficient.js';
import type { LabelMatrix } from './label-matrix.js';

/** Why a high agreement can go with a low kappa, for two annotators. Null where nothing is defined. */
export interface Paradox {
  /** Of the commonest category: its share of all labels minus the share of all others, −1 to 1. */
  readonly prevalence_index: number | null;
  /** Half the summed differences between the two annotators' shares, 0 (same) to 1. */
  readonly bias_index: number | null;
  /** The largest kappa that the two annotators' shares of the categories allow. */
  readonly kappa_max: number | null;
  readonly reason: string | null;
}

/**
 * Prevalence, bias and the largest possible kappa of two annotators, from their table of counts (categories × categories,
 * first annotator by row) over the units both labelled.
 * Source: Byrt, Bishop and Carlin (1993), Journal of Clinical Epidemiology 46; kappa's maximum Cohen (1960), p. 43.
 */
export function tableParadox(table: ArrayLike<number>, size: number): Paradox {
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  let units = 0;
  for (let k = 0; k < size; k++) {
    for (let l = 0; l < size; l++) {
      first[k]! += table[k * size + l]!;
      second[l]! += table[k * size + l]!;
      units += table[k * size + l]!;
    }
  }
  if (units === 0) return { prevalence_index: null, bias_index: null, kappa_max: null, reason: REASONS.noPairs };
  let both = 0;
  let chance = 0;
  let bias = 0;
  let largest = 0;
  first.forEach((count, k) => {
    both += Math.min(count, second[k]!) / units;
    chance += (count / units) * (second[k]! / units);
    bias += Math.abs(count - second[k]!) / units / 2;
    largest = Math.max(largest, (count + second[k]!) / units / 2);
  });
  return {
    prevalence_index: 2 * largest - 1,
    bias_index: bias,
    kappa_max: chance < 1 ? (both - chance) / (1 - chance) : null,
    reason: chance < 1 ? null : REASONS.oneCategory,
  };
}

/** `tableParadox` of two annotators of a matrix (positions `a` and `b`). */
export function pairParadox(matrix: LabelMatrix, a = 0, b = 1): Paradox {
  const width = matrix.annotatorIds.length;
  const size = matrix.categories.length;
  const table = new Float64Array(size * size);
  for (let unit = 0; unit < matrix.unitIds.length; unit++) {
    const one = matrix.codes[unit * width + a] ?? -1;
    const other = matrix.codes[unit * width + b] ?? -1;
    if (one >= 0 && other >= 0) table[one * size + other]!++;
  }
  return tableParadox(table, size);
}
