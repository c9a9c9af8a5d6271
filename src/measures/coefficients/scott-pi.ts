import type { Coefficient } from '../coefficient.js';
import { pairStatistic } from '../pair-statistic.js';

/**
 * Scott's pi of two annotators: chance by their pooled shares of the categories.
 * Source: Scott (1955), Public Opinion Quarterly 19; irrCAC 1.4, scott2.table.
 */
export const scottPi: Coefficient = {
  name: 'scott_pi',
  title: "Scott's pi",
  source: 'Scott (1955); irrCAC 1.4',
  annotators: [2, 2],
  per: 'pair',
  missing: false,
  basis: 'rows',
  minLabels: 2,
  scale: 'weights',
  convention: 'over the units both labelled; pooled shares; t interval, n-1',
  compute: (sample, scale) =>
    pairStatistic(sample, scale, (first, second) => {
      const pooled = first.map((share, k) => (share + second[k]!) / 2);
      return [pooled, pooled];
    }),
};
