import { categoryShares, chanceCorrected, type ChanceRule } from '../chance-corrected.js';
import type { Coefficient } from '../coefficient.js';

/** Chance by how evenly the categories are used, over the whole domain of categories. */
const randomLabels: ChanceRule = (sample, frequency, weights) => {
  const { categories, counts, totals } = sample;
  const shares = categoryShares(sample, frequency);
  const total = weights.reduce((sum, weight) => sum + weight, 0) / (categories * (categories - 1));
  const expected = total * shares.reduce((sum, share) => sum + share * (1 - share), 0);
  return {
    expected,
    share(pattern) {
      let sum = 0;
      for (let k = 0; k < categories; k++) sum += counts[pattern * categories + k]! * (1 - shares[k]!);
      return (total * sum) / totals[pattern]!;
    },
  };
};

/**
 * Gwet's AC2: AC1 with weights between categories.
 * Source: Gwet (2014), Handbook of Inter-Rater Reliability, chapter 3; irrCAC 1.4, gwet.ac1.raw with weights.
 */
export const gwetAc2: Coefficient = {
  name: 'gwet_ac2',
  title: "Gwet's AC2",
  source: 'Gwet (2014), Handbook of Inter-Rater Reliability; irrCAC 1.4',
  annotators: [2, Infinity],
  per: 'matrix',
  missing: true,
  basis: 'counts',
  minLabels: 1,
  scale: 'weights',
  convention: 'irrCAC 1.4: single labels count in the category shares, not in observed agreement; t interval, n-1',
  compute: (sample, scale) => chanceCorrected(sample, scale, randomLabels),
};
