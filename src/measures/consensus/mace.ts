import { createRandom, type Random } from '../random.js';
import { meanPosterior, type ConsensusMethod, type ConsensusOptions } from './consensus.js';
import { digamma } from './digamma.js';
import type { Votes } from './votes.js';

/** Likelihoods closer than this, per vote, are the same. */
const SAME = 1e-10;

/** Beta prior on guessing and knowing, Dirichlet prior on what a guesser writes: MACE's defaults. */
const KNOWING_PRIOR = 0.5;
const STRATEGY_PRIOR = 10;

/** An annotator knows the truth with `knows`, else guesses with `guesses`, and then writes a category by `strategy`. */
interface Guessing {
  readonly guesses: Float64Array;
  readonly knows: Float64Array;
  /** annotators × categories. */
  readonly strategy: Float64Array;
}

interface Expected extends Guessing {
  readonly posterior: Float64Array;
  readonly logLikelihood: number;
}

type Maximization = (expected: Guessing, categories: number) => Guessing;

function randomStart({ annotatorIds, categories }: Votes, random: Random): Guessing {
  const noisy = (length: number): Float64Array => Float64Array.from({ length }, () => 1 + random.uniform() / 2);
  const [guesses, knows] = [noisy(annotatorIds.length), noisy(annotatorIds.length)];
  const strategy = noisy(annotatorIds.length * categories.length);
  return maximumLikelihood(0)({ guesses, knows, strategy }, categories.length);
}

/** Shares of the expected counts, each raised by a little. */
const maximumLikelihood =
  (smoothing: number): Maximization =>
  ({ guesses, knows, strategy }, size) => {
    const both = guesses.map((count, a) => count + knows[a]! + 2 * smoothing);
    const total = (a: number): number =>
      strategy.subarray(a * size, (a + 1) * size).reduce((sum, count) => sum + count + smoothing, 0);
    const totals = guesses.map((_, a) => total(a));
    return {
      guesses: guesses.map((count, a) => (count + smoothing) / both[a]!),
      knows: knows.map((count, a) => (count + smoothing) / both[a]!),
      strategy: strategy.map((count, i) => (count + smoothing) / totals[Math.floor(i / size)]!),
    };
  };

/** The variational update: geometric means under the posterior Beta and Dirichlet, which sum to less than 1. */
const variational: Maximization = ({ guesses, knows, strategy }, size) => {
  const share = (count: number, total: number): number => Math.exp(digamma(count) - digamma(total));
  const totals = guesses.map((_, a) =>
    strategy.subarray(a * size, (a + 1) * size).reduce((sum, count) => sum + count + STRATEGY_PRIOR, 0),
  );
  const both = guesses.map((count, a) => count + knows[a]! + 2 * KNOWING_PRIOR);
  return {
    guesses: guesses.map((count, a) => share(count + KNOWING_PRIOR, both[a]!)),
    knows: knows.map((count, a) => share(count + KNOWING_PRIOR, both[a]!)),
    strategy: strategy.map((count, i) => share(count + STRATEGY_PRIOR, totals[Math.floor(i / size)]!)),
  };
};

/** Posteriors of the truth and the expected counts of guessing, knowing and strategies. */
function expectation(votes: Votes, { guesses, knows, strategy }: Guessing): Expected {
  const size = votes.categories.length;
  const posterior = new Float64Array(votes.patterns * size);
  const counts = {
    guesses: new Float64Array(guesses.length),
    knows: new Float64Array(knows.length),
    strategy: new Float64Array(strategy.length),
  };
  let logLikelihood = 0;
  const logs = new Float64Array(size);
  // By annotator and label: the chance of the label as a guess, and what the truth being this label adds to its logarithm.
  const guessed = strategy.map((share, i) => guesses[Math.floor(i / size)]! * share);
  const logGuessed = guessed.map(Math.log);
  const more = guessed.map((chance, i) => Math.log(chance + knows[Math.floor(i / size)]!) - logGuessed[i]!);
  const knowing = guessed.map((chance, i) => knows[Math.floor(i / size)]! / (chance + knows[Math.floor(i / size)]!));
  for (let pattern = 0; pattern < votes.patterns; pattern++) {
    const units = votes.frequency[pattern]!;
    const from = votes.starts[pattern]!;
    const to = votes.starts[pattern + 1]!;
    let allGuessed = -Math.log(size);
    logs.fill(0);
    for (let v = from; v < to; v++) {
      const label = votes.labels[v]!;
      const at = votes.voters[v]! * size + label;
      allGuessed += logGuessed[at]!;
      logs[label]! += more[at]!;
    }
    let largest = 0;
    for (let k = 0; k < size; k++) if (logs[k]! > largest) largest = logs[k]!;
    let sum = 0;
    for (let k = 0; k < size; k++) sum += posterior[pattern * size + k] = Math.exp(logs[k]! - largest);
    for (let k = 0; k < size; k++) posterior[pattern * size + k]! /= sum;
    logLikelihood += units * (allGuessed + largest + Math.log(sum));
    for (let v = from; v < to; v++) {
      const a = votes.voters[v]!;
      const label = votes.labels[v]!;
      const known = posterior[pattern * size + label]! * knowing[a * size + label]!;
      counts.knows[a]! += units * known;
      counts.guesses[a]! += units * (1 - known);
      counts.strategy[a * size + label]! += units * (1 - known);
    }
  }
  return { ...counts, posterior, logLikelihood };
}

/** One run from a random start; as in MACE the number of iterations is fixed. */
function run(votes: Votes, maximize: Maximization, random: Random, iterations: number) {
  const size = votes.categories.length;
  let parameters = randomStart(votes, random);
  let found = expectation(votes, parameters);
  let before = found.logLikelihood;
  for (let i = 0; i < iterations; i++) {
    before = found.logLikelihood;
    parameters = maximize(found, size);
    found = expectation(votes, parameters);
  }
  return { parameters, found, gain: (found.logLikelihood - before) / Math.max(1, votes.size) };
}

function inferWith(maximize: (categories: number) => Maximization): ConsensusMethod['infer'] {
  return (votes: Votes, options: ConsensusOptions = {}) => {
    const { maxIterations = 50, restarts = 10, tolerance = 1e-5, seed = 1 } = options;
    const random = createRandom(seed);
    let best = run(votes, maximize(votes.categories.length), random, maxIterations);
    for (let i = 1; i < restarts; i++) {
      const next = run(votes, maximize(votes.categories.length), random, maxIterations);
      // A start that is better by rounding alone is not better.
      if (next.found.logLikelihood > best.found.logLikelihood + SAME * votes.size) best = next;
    }
    const { posterior, logLikelihood } = best.found;
    return {
      posterior,
      classPriors: meanPosterior(votes, posterior),
      competence: best.parameters.knows,
      confusion: null,
      logLikelihood,
      iterations: maxIterations,
      converged: Math.abs(best.gain) < tolerance,
      stoppedBy: null,
      gain: best.gain,
    };
  };
}

const COMMON = {
  source: 'Hovy, Berg-Kirkpatrick, Vaswani and Hovy (2013), NAACL-HLT, pp. 1120-1130; MACE 0.5',
  competence: 'probability that the annotator does not guess',
} as const;

/**
 * Annotators who either know the truth or guess by a strategy of their own (always the same label, at random, …), by
 * variational Bayes: the best of several random starts by the likelihood. `competence` finds who is guessing.
 * Source: Hovy et al. (2013); priors, restarts (10) and iterations (50) as MACE 0.5.
 */
export const mace: ConsensusMethod = {
  ...COMMON,
  name: 'mace',
  title: 'MACE, variational Bayes',
  convention:
    'variational Bayes with Beta(0.5, 0.5) on knowing and Dirichlet(10) on strategies, uniform truth; best of random starts (by default 10 of 50 iterations) by likelihood (MACE 0.5)',
  infer: inferWith(() => variational),
};

/** As `mace`, by maximum likelihood with counts smoothed by 0.01 over the number of categories. */
export const maceEm: ConsensusMethod = {
  ...COMMON,
  name: 'mace_em',
  title: 'MACE, maximum likelihood',
  convention:
    'EM with counts smoothed by 0.01 / categories, uniform truth; best of random starts (by default 10 of 50 iterations) by likelihood (MACE 0.5, --em)',
  infer: inferWith((categories) => maximumLikelihood(0.01 / categories)),
};
