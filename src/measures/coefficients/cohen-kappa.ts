import type { Coefficient } from '../coefficient.js';
import { pairStatistic } from '../pair-statistic.js';

/**
 * Cohen's kappa of two annotators, weighted on request; standard error of the estimate (not under the null).
 * Source: Cohen (1960), Educational and Psychological Measurement 20; Cohen (1968); standard error Fleiss, Cohen and
 * Everitt (1969), Psychological Bulletin 72; irrCAC 1.4, kappa2.table.
 */
export const cohenKappa: Coefficient = {
  name: 'cohen_kappa',
  title: "Cohen's kappa",
  source: 'Cohen (1960); Fleiss, Cohen and Everitt (1969); irrCAC 1.4',
  annotators: [2, 2],
  per: 'pair',
  missing: false,
  basis: 'rows',
  minLabels: 2,
  scale: 'weights',
  convention: 'over the units both labelled; weights by category value; t interval, n-1',
  compute: (sample, scale) => pairStatistic(sample, scale, (first, second) => [first, second]),
};
