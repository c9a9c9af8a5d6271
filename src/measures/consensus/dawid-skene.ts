import type { ConsensusMethod } from './consensus.js';
import { consensusByErrorRates, expectedCounts, FLOOR } from './expectation.js';
import type { Votes } from './votes.js';

/** Each annotator's own confusion matrix; a category that an annotator never gave is not among theirs. */
function confusionRates(votes: Votes, posterior: Float64Array): Float64Array {
  const size = votes.categories.length;
  const rates = expectedCounts(votes, posterior);
  const gave = new Uint8Array(votes.annotatorIds.length * size);
  votes.voters.forEach((voter, v) => {
    gave[voter * size + votes.labels[v]!] = 1;
  });
  for (let a = 0; a < votes.annotatorIds.length; a++) {
    for (let truth = 0; truth < size; truth++) {
      let sum = 0;
      for (let given = 0; given < size; given++) {
        const at = (a * size + given) * size + truth;
        if (gave[a * size + given] === 0) continue;
        rates[at] = Math.max(FLOOR, rates[at]!);
        sum += rates[at]!;
      }
      for (let given = 0; given < size; given++) rates[(a * size + given) * size + truth]! /= sum;
    }
  }
  return rates;
}

/**
 * Annotators with a confusion matrix each, by maximum likelihood.
 * Source: Dawid and Skene (1979), Applied Statistics 28, pp. 20-28; floors and stopping rule as crowd-kit 1.4.1
 * (100 iterations, tolerance 1e-5).
 */
export const dawidSkene: ConsensusMethod = {
  name: 'dawid_skene',
  title: 'Dawid-Skene',
  source: 'Dawid and Skene (1979)',
  convention:
    'EM from the vote shares; class priors are mean posteriors; floors 1e-10; stops when the lower bound, or with stop likelihood the likelihood, gains less than the tolerance per vote (crowd-kit 1.4.1)',
  competence: 'expected share of the annotator’s labels that are the truth',
  infer: (votes, options) => consensusByErrorRates(votes, confusionRates, options),
};
