import { REASONS, undefinedAgreement, type Coefficient, type Scale, type Statistic } from '../coefficient.js';
import type { Sample } from '../patterns.js';

interface Disagreement {
  readonly units: number;
  /** Pairable labels. */
  readonly labels: number;
  readonly categoryTotals: Float64Array;
  readonly distances: Float64Array;
  readonly observed: number;
  readonly expected: number;
}

/** Disagreement over the ordered pairs of labels of one unit: Σ c_k c_l δ². */
function patternDisagreement(sample: Sample, distances: Float64Array): Float64Array {
  const { categories, counts } = sample;
  return sample.totals.map((_, pattern) => {
    let sum = 0;
    for (let k = 0; k < categories; k++) {
      const here = counts[pattern * categories + k]!;
      if (here === 0) continue;
      for (let l = 0; l < categories; l++) {
        sum += here * counts[pattern * categories + l]! * distances[k * categories + l]!;
      }
    }
    return sum;
  });
}

/** Σ n_k n_l δ² over the pooled labels. */
function pooledDisagreement(totals: Float64Array, distances: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < totals.length; k++) {
    for (let l = 0; l < totals.length; l++) sum += totals[k]! * totals[l]! * distances[k * totals.length + l]!;
  }
  return sum;
}

function statistic(sample: Sample, scale: Scale): Statistic {
  const distance = scale.distance!;
  const { categories, counts, totals, frequency: sizes } = sample;
  const fixed = distance.fixed ? patternDisagreement(sample, distance.matrix(new Float64Array(categories))) : null;
  const disagreement = (frequency: Float64Array): Disagreement => {
    const categoryTotals = new Float64Array(categories);
    let units = 0;
    let labels = 0;
    for (let pattern = 0; pattern < frequency.length; pattern++) {
      const size = frequency[pattern]!;
      if (size === 0) continue;
      units += size;
      labels += size * totals[pattern]!;
      for (let k = 0; k < categories; k++) categoryTotals[k]! += size * counts[pattern * categories + k]!;
    }
    const distances = distance.matrix(categoryTotals);
    const within = fixed ?? patternDisagreement(sample, distances);
    let observed = 0;
    for (let pattern = 0; pattern < frequency.length; pattern++) {
      if (frequency[pattern] !== 0) observed += (frequency[pattern]! * within[pattern]!) / (totals[pattern]! - 1);
    }
    const expected = pooledDisagreement(categoryTotals, distances) / (labels * (labels - 1));
    return { units, labels, categoryTotals, distances, observed: observed / labels, expected };
  };
  return {
    agreement(frequency) {
      const { units, observed, expected } = disagreement(frequency);
      if (units === 0) return undefinedAgreement(REASONS.noPairs);
      if (units === 1) return undefinedAgreement(REASONS.onePair, observed);
      if (!(expected > 0)) return undefinedAgreement(REASONS.oneCategory, observed);
      return { value: 1 - observed / expected, observed, expected, reason: null };
    },
    standardError() {
      if (fixed === null) return null;
      const { units, labels, categoryTotals, distances, observed, expected } = disagreement(sizes);
      if (units < 2 || !(expected > 0)) return null;
      const mean = labels / units;
      const chance = (expected * (labels - 1)) / labels;
      const shares = categoryTotals.map((count) => count / labels);
      const near = shares.map((_, k) => {
        let sum = 0;
        for (let l = 0; l < categories; l++) {
          sum += ((distances[k * categories + l]! + distances[l * categories + k]!) / 2) * shares[l]!;
        }
        return sum;
      });
      const alpha = 1 - observed / chance;
      let squares = 0;
      sizes.forEach((size, pattern) => {
        const excess = (totals[pattern]! - mean) / mean;
        const own = fixed[pattern]! / (mean * (totals[pattern]! - 1)) - observed * excess;
        let expectedHere = -chance * excess;
        for (let k = 0; k < categories; k++) expectedHere += (counts[pattern * categories + k]! * near[k]!) / mean;
        const linear = (chance - own) / chance - (2 * observed * (chance - expectedHere)) / chance ** 2;
        squares += size * (linear - alpha) ** 2;
      });
      return { se: Math.sqrt(squares / (units * (units - 1))), df: units - 1 };
    },
  };
}

/**
 * Krippendorff's alpha at any level of measurement. Units with one label are dropped: they never move it.
 * `observed` and `expected` are disagreements in the units of the distance. The ordinal distance depends on the labels
 * themselves, so there is no standard error for it; the bootstrap interval serves.
 * Source: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability; standard error Gwet (2014), as irrCAC 1.4
 * (whose t interval has the number of labelled units, not of pairable ones, less one degrees of freedom).
 */
export const krippendorffAlpha: Coefficient = {
  name: 'krippendorff_alpha',
  title: "Krippendorff's alpha",
  source: 'Krippendorff (2011); standard error irrCAC 1.4',
  annotators: [2, Infinity],
  per: 'matrix',
  missing: true,
  basis: 'counts',
  minLabels: 2,
  scale: 'distance',
  convention:
    'Krippendorff (2011): units with one label are dropped; disagreement with the small-sample factor n/(n-1)',
  compute: statistic,
};
