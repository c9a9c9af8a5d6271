import { accuracy, micro } from './accuracy.js';
import { rumoureval, vast, xstance } from './benchmark-scorers.js';
import { kappa, matthews, meanAbsoluteError, quadraticKappa } from './chance-scores.js';
import { macro, macro3, weighted } from './macro-f1.js';
import type { ScoreConvention } from './score-convention.js';
import { semeval2016, semeval2016PerTarget } from './semeval2016.js';

/** The scores there are, in the order of reports. */
export const SCORE_CONVENTIONS: readonly ScoreConvention[] = [
  semeval2016,
  semeval2016PerTarget,
  macro3,
  macro,
  weighted,
  micro,
  accuracy,
  vast,
  xstance,
  rumoureval,
  kappa,
  matthews,
  quadraticKappa,
  meanAbsoluteError,
];
