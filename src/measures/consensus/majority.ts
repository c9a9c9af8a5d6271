import { expectedAccuracy, meanPosterior, type ConsensusMethod } from './consensus.js';
import { voteShares } from './votes.js';

/**
 * The commonest label of each unit; the posterior is the share of the votes. Ties are settled by the tie rule that is
 * asked for, not here. An annotator's competence is the mean share of the votes that their own labels have.
 */
export const majority: ConsensusMethod = {
  name: 'majority',
  title: 'Majority vote',
  source: 'plurality of the votes',
  convention: 'the category with most votes (plurality); probabilities are shares of the votes',
  competence: 'mean share of a unit’s votes that the annotator’s own label has',
  infer(votes) {
    const posterior = voteShares(votes);
    return {
      posterior,
      classPriors: meanPosterior(votes, posterior),
      competence: expectedAccuracy(votes, posterior),
      confusion: null,
      logLikelihood: null,
      iterations: 0,
      converged: null,
      stoppedBy: null,
      gain: null,
    };
  },
};
