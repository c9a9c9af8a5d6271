import { categoryShares, chanceCorrected, type ChanceRule } from '../chance-corrected.js';
import type { Coefficient } from '../coefficient.js';

/** Chance by the mean shares of the categories: two labels drawn from the same pool. */
const pooledShares: ChanceRule = (sample, frequency, weights) => {
  const { categories, counts, totals } = sample;
  const shares = categoryShares(sample, frequency);
  const near = new Float64Array(categories);
  let expected = 0;
  for (let k = 0; k < categories; k++) {
    for (let l = 0; l < categories; l++) {
      near[k]! += ((weights[k * categories + l]! + weights[l * categories + k]!) / 2) * shares[l]!;
    }
    expected += shares[k]! * near[k]!;
  }
  return {
    expected,
    share(pattern) {
      let sum = 0;
      for (let k = 0; k < categories; k++) sum += counts[pattern * categories + k]! * near[k]!;
      return sum / totals[pattern]!;
    },
  };
};

/**
 * Fleiss' generalised kappa, weighted on request.
 * Source: Fleiss (1971), Psychological Bulletin 76; Gwet (2014); irrCAC 1.4, fleiss.kappa.raw.
 */
export const fleissKappa: Coefficient = {
  name: 'fleiss_kappa',
  title: "Fleiss' kappa",
  source: 'Fleiss (1971); irrCAC 1.4',
  annotators: [2, Infinity],
  per: 'matrix',
  missing: true,
  basis: 'counts',
  minLabels: 1,
  scale: 'weights',
  convention: 'irrCAC 1.4: single labels count in the category shares, not in observed agreement; t interval, n-1',
  compute: (sample, scale) => chanceCorrected(sample, scale, pooledShares),
};
