import { expectedAccuracy, meanPosterior, type Consensus, type ConsensusOptions } from './consensus.js';
import { voteShares, type Votes } from './votes.js';

/** No probability falls below this, so that no logarithm is infinite. */
export const FLOOR = 1e-10;

/** annotators × given category × true category: probabilities of a label given the truth. */
export type ErrorRates = (votes: Votes, posterior: Float64Array) => Float64Array;

/** Where the iteration stopped. */
export interface Fixed {
  readonly posterior: Float64Array;
  readonly priors: Float64Array;
  readonly errors: Float64Array;
  readonly logLikelihood: number;
  readonly iterations: number;
  readonly converged: boolean;
  readonly gain: number;
}

/**
 * Expectation and maximization for annotators with error rates, from the vote shares on. An iteration computes the
 * posteriors from the parameters, class priors as their means, and error rates by `errorRates`. It stops when the lower
 * bound on the likelihood, per vote, gains less than the tolerance. That bound counts the class prior once per vote, so it
 * can fall before the fixed point is reached (`gain` says so); with `stop: 'likelihood'` the gain of the likelihood itself
 * decides, which never falls. `logLikelihood` is that of the votes under the parameters that gave the last posteriors.
 * Source: Dawid and Skene (1979), Applied Statistics 28, pp. 22-24; floors, bound and stopping rule as crowd-kit 1.4.1.
 */
export function expectationMaximization(
  votes: Votes,
  errorRates: ErrorRates,
  { maxIterations = 100, tolerance = 1e-5, stop = 'bound' }: ConsensusOptions = {},
): Fixed {
  let posterior: Float64Array = voteShares(votes);
  let priors = flooredPriors(votes, posterior);
  let errors = errorRates(votes, posterior);
  let evidence = logEvidence(votes, errors);
  let last = -Infinity;
  for (let iteration = 1; ; iteration++) {
    const expected = expectation(votes, priors, evidence);
    const { logLikelihood } = expected;
    posterior = expected.posterior;
    priors = flooredPriors(votes, posterior);
    errors = errorRates(votes, posterior);
    evidence = logEvidence(votes, errors);
    const reached = stop === 'bound' ? lowerBound(votes, posterior, priors, evidence) : logLikelihood;
    const gain = reached / votes.size - last;
    const converged = gain < tolerance;
    if (converged || iteration >= maxIterations) {
      return { posterior, priors, errors, logLikelihood, iterations: iteration, converged, gain };
    }
    last = reached / votes.size;
  }
}

const flooredPriors = (votes: Votes, posterior: Float64Array): Float64Array =>
  meanPosterior(votes, posterior).map((share) => Math.max(FLOOR, share));

/** patterns × categories: the logarithm of the probability of a pattern's votes, if the category were the truth. */
function logEvidence(votes: Votes, errors: Float64Array): Float64Array {
  const size = votes.categories.length;
  const logs = errors.map(Math.log);
  const evidence = new Float64Array(votes.patterns * size);
  for (let pattern = 0; pattern < votes.patterns; pattern++) {
    for (let v = votes.starts[pattern]!; v < votes.starts[pattern + 1]!; v++) {
      const row = (votes.voters[v]! * size + votes.labels[v]!) * size;
      for (let k = 0; k < size; k++) evidence[pattern * size + k]! += logs[row + k]!;
    }
  }
  return evidence;
}

function expectation(
  votes: Votes,
  priors: Float64Array,
  evidence: Float64Array,
): { posterior: Float64Array; logLikelihood: number } {
  const size = votes.categories.length;
  const logPriors = priors.map(Math.log);
  const posterior = new Float64Array(votes.patterns * size);
  let logLikelihood = 0;
  for (let at = 0, pattern = 0; pattern < votes.patterns; pattern++, at += size) {
    let largest = -Infinity;
    for (let k = 0; k < size; k++) largest = Math.max(largest, logPriors[k]! + evidence[at + k]!);
    let sum = 0;
    for (let k = 0; k < size; k++) sum += posterior[at + k] = Math.exp(logPriors[k]! + evidence[at + k]! - largest);
    for (let k = 0; k < size; k++) posterior[at + k] = Math.max(FLOOR, posterior[at + k]! / sum);
    logLikelihood += votes.frequency[pattern]! * (largest + Math.log(sum));
  }
  return { posterior, logLikelihood };
}

function lowerBound(votes: Votes, posterior: Float64Array, priors: Float64Array, evidence: Float64Array): number {
  const size = votes.categories.length;
  const logPriors = priors.map(Math.log);
  let bound = 0;
  for (let at = 0, pattern = 0; pattern < votes.patterns; pattern++, at += size) {
    const given = votes.starts[pattern + 1]! - votes.starts[pattern]!;
    let sum = 0;
    for (let k = 0; k < size; k++) {
      const p = posterior[at + k]!;
      sum += p * (evidence[at + k]! + given * logPriors[k]! - Math.log(p));
    }
    bound += votes.frequency[pattern]! * sum;
  }
  return bound;
}

/** annotators × given × true category: how often the votes go with each truth, weighed by the posteriors. */
export function expectedCounts(votes: Votes, posterior: Float64Array): Float64Array {
  const size = votes.categories.length;
  const counts = new Float64Array(votes.annotatorIds.length * size * size);
  for (let pattern = 0; pattern < votes.patterns; pattern++) {
    for (let v = votes.starts[pattern]!; v < votes.starts[pattern + 1]!; v++) {
      const row = (votes.voters[v]! * size + votes.labels[v]!) * size;
      for (let k = 0; k < size; k++) counts[row + k]! += votes.frequency[pattern]! * posterior[pattern * size + k]!;
    }
  }
  return counts;
}

/** Error rates as annotators × true × given category, with what is only the floor written as 0. */
export function confusionOf(votes: Votes, errors: Float64Array): Float64Array {
  const size = votes.categories.length;
  const confusion = new Float64Array(errors.length);
  for (let a = 0; a < votes.annotatorIds.length; a++) {
    for (let given = 0; given < size; given++) {
      for (let truth = 0; truth < size; truth++) {
        const rate = errors[(a * size + given) * size + truth]!;
        confusion[(a * size + truth) * size + given] = rate <= 1e-9 ? 0 : rate;
      }
    }
  }
  return confusion;
}

/** The consensus at the fixed point of `expectationMaximization`, for the methods that differ in error rates only. */
export function consensusByErrorRates(votes: Votes, errorRates: ErrorRates, options?: ConsensusOptions): Consensus {
  const { posterior, priors, errors, ...run } = expectationMaximization(votes, errorRates, options);
  return {
    posterior,
    classPriors: priors,
    competence: expectedAccuracy(votes, posterior),
    confusion: confusionOf(votes, errors),
    stoppedBy: options?.stop ?? 'bound',
    ...run,
  };
}
