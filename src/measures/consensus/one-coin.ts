import { expectedAccuracy, type ConsensusMethod } from './consensus.js';
import { consensusByErrorRates, FLOOR } from './expectation.js';
import type { Votes } from './votes.js';

/** One accuracy per annotator; all wrong labels are equally likely. */
function coinRates(votes: Votes, posterior: Float64Array): Float64Array {
  const size = votes.categories.length;
  const bounded = (rate: number): number => Math.min(1 - FLOOR, Math.max(FLOOR, rate));
  const rates = new Float64Array(votes.annotatorIds.length * size * size);
  expectedAccuracy(votes, posterior).forEach((skill, a) => {
    const wrong = size === 1 ? 0 : (1 - skill) / (size - 1);
    for (let given = 0; given < size; given++) {
      for (let truth = 0; truth < size; truth++) {
        rates[(a * size + given) * size + truth] = bounded(given === truth ? skill : wrong);
      }
    }
  });
  return rates;
}

/**
 * Annotators with one accuracy each: Dawid-Skene for few labels per annotator.
 * Source: Zhang, Chen, Zhou and Jordan (2016), JMLR 17, section 4 (one-coin model); floors and stopping rule as
 * crowd-kit 1.4.1.
 */
export const oneCoin: ConsensusMethod = {
  name: 'one_coin',
  title: 'One-coin Dawid-Skene',
  source: 'Dawid and Skene (1979) with one accuracy per annotator; Zhang et al. (2016)',
  convention:
    'EM from the vote shares with one accuracy per annotator, errors spread evenly; floors 1e-10; stops when the lower bound, or with stop likelihood the likelihood, gains less than the tolerance per vote (crowd-kit 1.4.1)',
  competence: 'the annotator’s accuracy',
  infer: (votes, options) => consensusByErrorRates(votes, coinRates, options),
};
