import { REASONS, undefinedAgreement, type Coefficient } from '../coefficient.js';

/**
 * Specific agreement of one category: of the labels in it that have a partner on the same unit, the share whose
 * partner says the same; pooled over the pairs of all units.
 * Source: Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, chapter 18; for several
 * annotators the pooled form.
 */
export const specificAgreement: Coefficient = {
  name: 'specific_agreement',
  title: 'Specific agreement',
  source: 'Fleiss, Levin and Paik (2003), chapter 18',
  annotators: [2, Infinity],
  per: 'category',
  missing: true,
  basis: 'counts',
  minLabels: 2,
  scale: 'none',
  convention: 'pooled over pairs of labels; units with one label are dropped',
  compute(sample, scale) {
    const { categories, counts, totals } = sample;
    const category = scale.category!;
    return {
      agreement(frequency) {
        let same = 0;
        let all = 0;
        let units = 0;
        frequency.forEach((size, pattern) => {
          const here = counts[pattern * categories + category]!;
          units += size;
          same += size * here * (here - 1);
          all += size * here * (totals[pattern]! - 1);
        });
        if (units === 0) return undefinedAgreement(REASONS.noPairs);
        if (all === 0) return undefinedAgreement('the category does not occur on a unit with two labels');
        return { value: same / all, observed: same / all, expected: null, reason: null };
      },
      standardError: () => null,
    };
  },
};
