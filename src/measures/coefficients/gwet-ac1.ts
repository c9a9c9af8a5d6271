import type { Coefficient } from '../coefficient.js';
import { gwetAc2 } from './gwet-ac2.js';

/**
 * Gwet's AC1: like Fleiss' kappa with a chance agreement that falls, not rises, as one category dominates.
 * Source: Gwet (2008), British Journal of Mathematical and Statistical Psychology 61; irrCAC 1.4, gwet.ac1.raw.
 */
export const gwetAc1: Coefficient = {
  ...gwetAc2,
  name: 'gwet_ac1',
  title: "Gwet's AC1",
  source: 'Gwet (2008); irrCAC 1.4',
  scale: 'none',
};
