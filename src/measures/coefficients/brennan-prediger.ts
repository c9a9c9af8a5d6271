import { chanceCorrected, type ChanceRule } from '../chance-corrected.js';
import type { Coefficient } from '../coefficient.js';

/** Chance if every category of the domain were equally likely. */
const uniformLabels: ChanceRule = (sample, _frequency, weights) => {
  const expected = weights.reduce((sum, weight) => sum + weight, 0) / sample.categories ** 2;
  return { expected, share: () => expected };
};

/**
 * Brennan and Prediger's coefficient; for two annotators Bennett's S, for several Randolph's free-marginal kappa.
 * Source: Brennan and Prediger (1981), Educational and Psychological Measurement 41; irrCAC 1.4, bp.coeff.raw.
 */
export const brennanPrediger: Coefficient = {
  name: 'brennan_prediger',
  title: 'Brennan-Prediger',
  source: 'Brennan and Prediger (1981); irrCAC 1.4',
  annotators: [2, Infinity],
  per: 'matrix',
  missing: true,
  basis: 'counts',
  minLabels: 1,
  scale: 'weights',
  convention: 'irrCAC 1.4: chance is one over the number of categories in the domain; t interval, n-1',
  compute: (sample, scale) => chanceCorrected(sample, scale, uniformLabels),
};
