import { chanceCorrected, type ChanceRule } from '../chance-corrected.js';
import type { Coefficient } from '../coefficient.js';

/** Chance by each annotator's own shares of the categories, over the pairs of annotators. */
const ownShares: ChanceRule = (sample, frequency, weights) => {
  const { annotators, categories, codes } = sample;
  const shares = new Float64Array(annotators * categories);
  const labelled = new Float64Array(annotators);
  let units = 0;
  frequency.forEach((size, pattern) => {
    units += size;
    for (let a = 0; a < annotators; a++) {
      const code = codes[pattern * annotators + a]!;
      if (code < 0) continue;
      labelled[a]! += size;
      shares[a * categories + code]! += size;
    }
  });
  // An annotator without labels in a replicate has no shares and takes no part.
  const present = labelled.reduce((count, labels) => count + (labels > 0 ? 1 : 0), 0);
  const pooled = new Float64Array(categories);
  for (let a = 0; a < annotators; a++) {
    if (labelled[a] === 0) continue;
    for (let k = 0; k < categories; k++) {
      shares[a * categories + k]! /= labelled[a]!;
      pooled[k]! += shares[a * categories + k]!;
    }
  }
  /** Weighted closeness of category k to the labels of everybody but annotator a. */
  const nearOthers = new Float64Array(annotators * categories);
  let expected = 0;
  for (let a = 0; a < annotators; a++) {
    if (labelled[a] === 0) continue;
    for (let k = 0; k < categories; k++) {
      let near = 0;
      for (let l = 0; l < categories; l++) {
        const weight = (weights[k * categories + l]! + weights[l * categories + k]!) / 2;
        near += weight * (pooled[l]! - shares[a * categories + l]!);
      }
      nearOthers[a * categories + k] = near;
      expected += shares[a * categories + k]! * near;
    }
  }
  expected /= present * (present - 1);
  const own = new Float64Array(annotators);
  for (let a = 0; a < annotators; a++) {
    for (let k = 0; k < categories; k++) own[a]! += shares[a * categories + k]! * nearOthers[a * categories + k]!;
  }
  return {
    expected,
    share(pattern) {
      let sum = 0;
      for (let a = 0; a < annotators; a++) {
        if (labelled[a] === 0) continue;
        const code = codes[pattern * annotators + a]!;
        // The change of the annotator's shares if this unit weighed more: nothing where there is no label.
        const change = code < 0 ? 0 : (units / labelled[a]!) * (nearOthers[a * categories + code]! - own[a]!);
        sum += change + own[a]!;
      }
      return sum / (present * (present - 1));
    },
  };
};

/**
 * Conger's kappa: Cohen's for several annotators, each with shares of their own (exact Fleiss, Hubert, Davies-Fleiss).
 * Source: Conger (1980), Psychological Bulletin 88; irrCAC 1.4, conger.kappa.raw.
 */
export const congerKappa: Coefficient = {
  name: 'conger_kappa',
  title: "Conger's kappa",
  source: 'Conger (1980); irrCAC 1.4',
  annotators: [2, Infinity],
  per: 'matrix',
  missing: true,
  basis: 'rows',
  minLabels: 1,
  scale: 'weights',
  convention: "irrCAC 1.4: each annotator's shares over all of their labels; t interval, n-1",
  compute: (sample, scale) => chanceCorrected(sample, scale, ownShares),
};
