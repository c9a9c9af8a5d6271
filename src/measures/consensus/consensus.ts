import type { Votes } from './votes.js';

/** What a method found out about the truth behind the votes; null values where there are no votes. */
export interface Consensus {
  /** patterns × categories: how probable each category is for the units of a pattern. */
  readonly posterior: Float64Array;
  /** How common each category is, in the order of the categories: the mean of the posteriors. */
  readonly classPriors: Float64Array;
  /**
   * Per annotator a number between 0 and 1, and what it is: how often the consensus is met, or for MACE the probability
   * that the annotator does not guess.
   */
  readonly competence: Float64Array;
  /** annotators × true category × given category: how often a truth is labelled as what; null where not modelled. */
  readonly confusion: Float64Array | null;
  /** Of the votes under the model; null for methods without one. */
  readonly logLikelihood: number | null;
  readonly iterations: number;
  /** Whether the stopping rule was met; false says that the limit of iterations stopped it. Null without iterations. */
  readonly converged: boolean | null;
  /** What the stopping rule looked at; null for methods that have none or run a fixed number of iterations. */
  readonly stoppedBy: 'bound' | 'likelihood' | null;
  /** What the last iteration gained, per vote, in what the stopping rule looks at. */
  readonly gain: number | null;
}

/** Limits of an iteration, and the seed of its random starts where it has any. */
export interface ConsensusOptions {
  readonly maxIterations?: number;
  /** The least gain, per vote, that is worth another iteration. */
  readonly tolerance?: number;
  /** What must gain: the lower bound as crowd-kit computes it, or the likelihood itself. */
  readonly stop?: 'bound' | 'likelihood';
  readonly seed?: number;
  readonly restarts?: number;
}

/**
 * A way to infer one label per unit from several annotators' votes. A new one is such an object in a file of its own and
 * a line in `consensus/index.ts`.
 */
export interface ConsensusMethod {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  /** The rules behind the labels, in words. */
  readonly convention: string;
  /** What `competence` is, in words. */
  readonly competence: string;
  infer(votes: Votes, options?: ConsensusOptions): Consensus;
}

/** The mean posterior over all units. */
export function meanPosterior(votes: Votes, posterior: Float64Array): Float64Array {
  const size = votes.categories.length;
  const mean = new Float64Array(size);
  let units = 0;
  for (let pattern = 0; pattern < votes.patterns; pattern++) {
    units += votes.frequency[pattern]!;
    for (let k = 0; k < size; k++) mean[k]! += votes.frequency[pattern]! * posterior[pattern * size + k]!;
  }
  return units === 0 ? mean : mean.map((sum) => sum / units);
}

/** Per annotator the mean posterior of the categories they voted for: how often they are expected to be right. */
export function expectedAccuracy(votes: Votes, posterior: Float64Array): Float64Array {
  const size = votes.categories.length;
  const right = new Float64Array(votes.annotatorIds.length);
  const all = new Float64Array(votes.annotatorIds.length);
  for (let pattern = 0; pattern < votes.patterns; pattern++) {
    for (let v = votes.starts[pattern]!; v < votes.starts[pattern + 1]!; v++) {
      right[votes.voters[v]!]! += votes.frequency[pattern]! * posterior[pattern * size + votes.labels[v]!]!;
      all[votes.voters[v]!]! += votes.frequency[pattern]!;
    }
  }
  return right.map((sum, annotator) => (all[annotator] === 0 ? 0 : sum / all[annotator]!));
}
