import { REASONS, undefinedAgreement, type Coefficient, type Scale, type Statistic } from '../coefficient.js';
import { iccIntervals, iccParts, iccTest, type IccForm } from '../icc-forms.js';
import { meanSquares } from '../mean-squares.js';
import type { Sample } from '../patterns.js';

function statistic(form: IccForm, sample: Sample, { values = [] }: Scale): Statistic {
  return {
    agreement(frequency) {
      const squares = meanSquares(sample, frequency, values);
      if (squares === null) return undefinedAgreement(REASONS.incomplete);
      const { rows, columns, within } = squares;
      if (rows === 0 && columns === 0 && within === 0) return undefinedAgreement(REASONS.oneCategory);
      const [numerator, denominator] = iccParts(form, squares);
      // Rounding must not make a denominator of a variance that is none.
      if (!(denominator > 1e-14 * (rows + columns + within))) return undefinedAgreement('the units do not differ');
      return { value: numerator / denominator, observed: null, expected: null, reason: null };
    },
    standardError: () => null,
    ownInference(confidence) {
      const squares = meanSquares(sample, sample.frequency, values)!;
      return { intervals: iccIntervals(form, squares, confidence), test: iccTest(form, squares) };
    },
  };
}

function icc(name: string, title: string, form: IccForm): Coefficient {
  return {
    name,
    title,
    source: 'Shrout and Fleiss (1979); McGraw and Wong (1996); R irr 0.84.1, icc',
    annotators: [2, Infinity],
    per: 'matrix',
    missing: false,
    basis: 'rows',
    minLabels: 1,
    scale: 'values',
    level: 'interval',
    convention: 'over the units that everybody labelled; F interval and F test against 0, one-sided',
    compute: (sample, scale) => statistic(form, sample, scale),
  };
}

/** ICC(1,1): each unit rated by annotators of its own, one rating. Source: Shrout and Fleiss (1979), 420-428. */
export const icc11 = icc('icc_1_1', 'ICC(1,1), one-way, one rating', { model: 1, average: false });

/** ICC(2,1), ICC(A,1): annotators a sample, absolute agreement, one rating. Source: Shrout and Fleiss (1979), 420-428. */
export const icc21 = icc('icc_2_1', 'ICC(A,1), absolute agreement, one rating', { model: 2, average: false });

/** ICC(3,1), ICC(C,1): these annotators, consistency, one rating. Source: Shrout and Fleiss (1979), 420-428. */
export const icc31 = icc('icc_3_1', 'ICC(C,1), consistency, one rating', { model: 3, average: false });

/** ICC(1,k): as ICC(1,1), for the mean of all annotators' ratings. Source: Shrout and Fleiss (1979), 420-428. */
export const icc1k = icc('icc_1_k', 'ICC(1,k), one-way, mean rating', { model: 1, average: true });

/** ICC(2,k), ICC(A,k): as ICC(2,1), for the mean of all annotators' ratings. Source: Shrout and Fleiss (1979), 420-428. */
export const icc2k = icc('icc_2_k', 'ICC(A,k), absolute agreement, mean rating', { model: 2, average: true });

/** ICC(3,k), ICC(C,k): as ICC(3,1), for the mean of all annotators' ratings. Source: Shrout and Fleiss (1979), 420-428. */
export const icc3k = icc('icc_3_k', 'ICC(C,k), consistency, mean rating', { model: 3, average: true });
