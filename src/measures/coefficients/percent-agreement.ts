import { patternAgreement } from '../chance-corrected.js';
import { REASONS, undefinedAgreement, type Coefficient } from '../coefficient.js';

/**
 * Percent agreement: the mean over units of the share of pairs of labels that agree. Still defined where every chance
 * correction is not: all labels the same, a single unit.
 * Source: Gwet (2014), chapter 2; irrCAC 1.4, pa.coeff.raw.
 */
export const percentAgreement: Coefficient = {
  name: 'percent_agreement',
  title: 'Percent agreement',
  source: 'Gwet (2014), Handbook of Inter-Rater Reliability; irrCAC 1.4',
  annotators: [2, Infinity],
  per: 'matrix',
  missing: true,
  basis: 'counts',
  minLabels: 1,
  scale: 'weights',
  convention: 'irrCAC 1.4: plain mean over units with two or more labels; standard error over all labelled units',
  compute(sample, scale) {
    const within = patternAgreement(sample, scale.weights!.matrix);
    const { totals, frequency: sizes } = sample;
    const mean = (frequency: Float64Array): { value: number; units: number; pairable: number } => {
      let sum = 0;
      let units = 0;
      let pairable = 0;
      frequency.forEach((size, pattern) => {
        units += size;
        if (totals[pattern]! < 2) return;
        pairable += size;
        sum += size * within[pattern]!;
      });
      return { value: sum / pairable, units, pairable };
    };
    return {
      agreement(frequency) {
        const { value, pairable } = mean(frequency);
        if (pairable === 0) return undefinedAgreement(REASONS.noPairs);
        return { value, observed: value, expected: 0, reason: null };
      },
      standardError() {
        const { value, units, pairable } = mean(sizes);
        if (pairable === 0 || units < 2) return null;
        let squares = 0;
        sizes.forEach((size, pattern) => {
          squares += size * ((units / pairable) * within[pattern]! - value) ** 2;
        });
        return { se: Math.sqrt(squares / (units * (units - 1))), df: units - 1 };
      },
    };
  },
};
