import { REASONS, undefinedAgreement, type Agreement, type Scale, type Statistic } from './coefficient.js';
import type { Sample } from './patterns.js';

/** Agreement by chance, and how much a unit of each pattern contributes to it (for the standard error). */
export interface Chance {
  readonly expected: number;
  /** The linearised contribution of a unit of pattern p; their mean over units is `expected`. */
  share(pattern: number): number;
}

/** How a coefficient of the family expects agreement by chance. */
export type ChanceRule = (sample: Sample, frequency: Float64Array, weights: Float64Array) => Chance;

/** Weighted agreement within a unit of each pattern: over its ordered pairs of labels; 0 for a single label. */
export function patternAgreement(sample: Sample, weights: Float64Array): Float64Array {
  const { categories, counts, totals } = sample;
  return totals.map((total, pattern) => {
    if (total < 2) return 0;
    let sum = 0;
    for (let k = 0; k < categories; k++) {
      const here = counts[pattern * categories + k]!;
      if (here === 0) continue;
      let similar = -1;
      for (let l = 0; l < categories; l++) similar += weights[k * categories + l]! * counts[pattern * categories + l]!;
      sum += here * similar;
    }
    return sum / (total * (total - 1));
  });
}

/** The mean share of each category over units: π of Fleiss and Gwet, also over units with one label. */
export function categoryShares(sample: Sample, frequency: Float64Array): Float64Array {
  const { categories, counts, totals } = sample;
  const shares = new Float64Array(categories);
  let units = 0;
  for (let pattern = 0; pattern < frequency.length; pattern++) {
    const size = frequency[pattern]!;
    if (size === 0) continue;
    units += size;
    const part = size / totals[pattern]!;
    for (let k = 0; k < categories; k++) shares[k]! += part * counts[pattern * categories + k]!;
  }
  for (let k = 0; k < categories; k++) shares[k]! /= units;
  return shares;
}

/** How many categories occur when patterns are as frequent as `frequency` says. */
export function categoriesInUse(sample: Sample, frequency: Float64Array): number {
  const { categories, counts } = sample;
  let used = 0;
  for (let k = 0; k < categories; k++) {
    let pattern = 0;
    while (pattern < frequency.length && !(frequency[pattern]! > 0 && counts[pattern * categories + k]! > 0)) pattern++;
    if (pattern < frequency.length) used++;
  }
  return used;
}

/**
 * The family (observed − expected) / (1 − expected) that irrCAC computes alike: observed agreement is the mean over
 * units with two or more labels; single labels count only where the rule for chance looks at them. The standard error
 * linearises both parts over all units.
 * Source: Gwet (2008) and (2014), chapters 2 and 5; irrCAC 1.4, *.raw functions.
 */
export function chanceCorrected(sample: Sample, scale: Scale, rule: ChanceRule): Statistic {
  const weights = scale.weights!.matrix;
  const within = patternAgreement(sample, weights);
  const { totals, frequency: sizes } = sample;
  const observedAgreement = (frequency: Float64Array): { observed: number; units: number; pairable: number } => {
    let observed = 0;
    let units = 0;
    let pairable = 0;
    for (let pattern = 0; pattern < frequency.length; pattern++) {
      const size = frequency[pattern]!;
      units += size;
      if (totals[pattern]! < 2) continue;
      pairable += size;
      observed += size * within[pattern]!;
    }
    return { observed: observed / pairable, units, pairable };
  };
  const agreement = (frequency: Float64Array): Agreement => {
    const { observed, pairable } = observedAgreement(frequency);
    if (pairable === 0) return undefinedAgreement(REASONS.noPairs);
    if (pairable === 1) return undefinedAgreement(REASONS.onePair, observed);
    if (categoriesInUse(sample, frequency) < 2) return undefinedAgreement(REASONS.oneCategory, observed);
    const { expected } = rule(sample, frequency, weights);
    if (!(1 - expected > 0)) return undefinedAgreement(REASONS.noChance, observed);
    return { value: (observed - expected) / (1 - expected), observed, expected, reason: null };
  };
  const standardError = (): { se: number; df: number } | null => {
    const { value } = agreement(sizes);
    const { units, pairable } = observedAgreement(sizes);
    if (value === null || units < 2) return null;
    const { expected, share } = rule(sample, sizes, weights);
    let squares = 0;
    sizes.forEach((size, pattern) => {
      const paired = totals[pattern]! < 2 ? 0 : within[pattern]! - expected;
      const direct = ((units / pairable) * paired) / (1 - expected);
      const chance = (2 * (1 - value) * (share(pattern) - expected)) / (1 - expected);
      squares += size * (direct - chance - value) ** 2;
    });
    return { se: Math.sqrt(squares / (units * (units - 1))), df: units - 1 };
  };
  return { agreement, standardError };
}
