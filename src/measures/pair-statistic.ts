import { REASONS, undefinedAgreement, type Scale, type Statistic } from './coefficient.js';
import type { Sample } from './patterns.js';

/** What chance agreement is made of, from the two annotators' own counts per category (or any vectors like them). */
export type PairShares = (first: Float64Array, second: Float64Array) => readonly [Float64Array, Float64Array];

interface PairTable {
  readonly units: number;
  /** categories × categories counts of units, first annotator by row. */
  readonly cells: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

function pairTable(sample: Sample, frequency: Float64Array): PairTable {
  const { categories, codes } = sample;
  const cells = new Float64Array(categories * categories);
  const first = new Float64Array(categories);
  const second = new Float64Array(categories);
  let units = 0;
  frequency.forEach((size, pattern) => {
    units += size;
    cells[codes[pattern * 2]! * categories + codes[pattern * 2 + 1]!]! += size;
    first[codes[pattern * 2]!]! += size;
    second[codes[pattern * 2 + 1]!]! += size;
  });
  return { units, cells, first, second };
}

function weightedSums(
  table: PairTable,
  weights: Float64Array,
  shares: PairShares,
): { observed: number; expected: number } {
  const categories = table.first.length;
  const [a, b] = shares(table.first, table.second);
  let observed = 0;
  let expected = 0;
  for (let k = 0; k < categories; k++) {
    for (let l = 0; l < categories; l++) {
      observed += weights[k * categories + l]! * table.cells[k * categories + l]!;
      expected += weights[k * categories + l]! * a[k]! * b[l]!;
    }
  }
  return { observed: observed / table.units, expected: expected / table.units ** 2 };
}

/**
 * A kappa of two annotators from their contingency table; the sample has two annotators and only units that both
 * labelled. `shares` tells Cohen's (each their own) from Scott's (pooled).
 * Source of the variance: Fleiss, Cohen and Everitt (1969), formula 13, with the shares' own derivative.
 */
export function pairStatistic(sample: Sample, scale: Scale, shares: PairShares): Statistic {
  const weights = scale.weights!.matrix;
  const { categories } = sample;
  return {
    agreement(frequency) {
      const table = pairTable(sample, frequency);
      if (table.units === 0) return undefinedAgreement(REASONS.noPairs);
      const { observed, expected } = weightedSums(table, weights, shares);
      if (table.units === 1) return undefinedAgreement(REASONS.onePair, observed);
      if (table.first.some((count, k) => count === table.units && table.second[k] === table.units)) {
        return undefinedAgreement(REASONS.oneCategory, observed);
      }
      if (!(1 - expected > 1e-15)) return undefinedAgreement(REASONS.noChance, observed);
      return { value: (observed - expected) / (1 - expected), observed, expected, reason: null };
    },
    standardError() {
      const { value } = this.agreement(sample.frequency);
      const table = pairTable(sample, sample.frequency);
      if (value === null || table.units < 2) return null;
      const { observed, expected } = weightedSums(table, weights, shares);
      const near = (k: number): number => {
        let sum = 0;
        for (let l = 0; l < categories; l++) sum += weights[k * categories + l]! * table.second[l]!;
        return sum / table.units;
      };
      const nearFirst = (l: number): number => {
        let sum = 0;
        for (let k = 0; k < categories; k++) sum += weights[k * categories + l]! * table.first[k]!;
        return sum / table.units;
      };
      const toSecond = Float64Array.from({ length: categories }, (_, k) => near(k));
      const toFirst = Float64Array.from({ length: categories }, (_, l) => nearFirst(l));
      const [rows, columns] = shares(toSecond, toFirst);
      let sum = 0;
      for (let k = 0; k < categories; k++) {
        for (let l = 0; l < categories; l++) {
          const term = weights[k * categories + l]! - (1 - value) * (rows[k]! + columns[l]!);
          sum += (table.cells[k * categories + l]! / table.units) * term ** 2;
        }
      }
      const variance = (sum - (observed - 2 * (1 - value) * expected) ** 2) / (table.units * (1 - expected) ** 2);
      return { se: Math.sqrt(Math.max(0, variance)), df: table.units - 1 };
    },
  };
}
