import type { Coefficient } from '../coefficient.js';
import { brennanPrediger } from './brennan-prediger.js';
import { cohenKappa } from './cohen-kappa.js';
import { congerKappa } from './conger-kappa.js';
import { fleissKappa } from './fleiss-kappa.js';
import { gwetAc1 } from './gwet-ac1.js';
import { gwetAc2 } from './gwet-ac2.js';
import { icc11, icc1k, icc21, icc2k, icc31, icc3k } from './icc.js';
import { kendallW, kendallWUncorrected } from './kendall-w.js';
import { krippendorffAlpha } from './krippendorff-alpha.js';
import { lightKappa } from './light-kappa.js';
import { percentAgreement } from './percent-agreement.js';
import { scottPi } from './scott-pi.js';
import { specificAgreement } from './specific-agreement.js';

/** The coefficients there are, in the order of reports. */
export const COEFFICIENTS: readonly Coefficient[] = [
  krippendorffAlpha,
  percentAgreement,
  gwetAc1,
  gwetAc2,
  fleissKappa,
  congerKappa,
  brennanPrediger,
  cohenKappa,
  scottPi,
  lightKappa,
  specificAgreement,
  kendallW,
  kendallWUncorrected,
  icc11,
  icc21,
  icc31,
  icc1k,
  icc2k,
  icc3k,
];
