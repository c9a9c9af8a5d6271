import { logGamma } from '../incomplete-beta.js';
import { drawBinomial } from '../multinomial.js';
import { createRandom } from '../random.js';
import type { Evaluator } from './evaluator.js';
import { confusionTables, GOLD_AT, type ScoreSample } from './score-sample.js';

/** The randomization test of one score's difference. */
export interface Randomization {
  readonly p_value: number | null;
  /** Exact: every way of exchanging predictions was looked at; approximate: a seeded draw of them. */
  readonly method: 'exact' | 'approximate';
  /** What is exchanged between the systems: predictions one by one, or those of a whole cluster. */
  readonly by: 'unit' | 'cluster';
  /** Ways of exchanging looked at; ways that only differ in which of equal items they exchange are one. */
  readonly permutations: number;
  readonly seed: number | null;
}

export interface RandomizationOptions {
  /** Random exchanges where there are too many to look at all; 0 for no test. */
  readonly permutations?: number;
  readonly seed?: number;
  readonly clusters?: Int32Array | null;
  /** The test is exact with up to so many different ways of exchanging. */
  readonly exactUpTo?: number;
}

/** How many items of each pattern are exchanged, and how likely that is. */
type Visit = (exchanged: Float64Array, probability: number) => void;

/** What is exchanged together: so many equal items of a pattern one by one, or a cluster's items as one. */
interface Block {
  readonly ways: number;
  readonly patterns: readonly (readonly [pattern: number, items: number])[];
}

/** Only items on which the systems differ can change anything. */
function blocksOf(sample: ScoreSample, pair: readonly [number, number], clusters: Int32Array | null): Block[] {
  const stride = GOLD_AT + 1 + sample.systems;
  const differ = Array.from(sample.frequency, (_, pattern) => {
    const at = pattern * stride + GOLD_AT + 1;
    return sample.cells[at + pair[0]] !== sample.cells[at + pair[1]];
  });
  if (clusters === null) {
    return Array.from(sample.frequency, (items, pattern) => ({
      ways: items + 1,
      patterns: [[pattern, items] as const],
    })).filter((_, pattern) => differ[pattern]);
  }
  const members = new Map<number, Map<number, number>>();
  sample.patternOfUnit.forEach((pattern, unit) => {
    if (!differ[pattern]) return;
    const own = members.get(clusters[unit]!) ?? new Map<number, number>();
    members.set(clusters[unit]!, own.set(pattern, (own.get(pattern) ?? 0) + 1));
  });
  return [...members].sort(([a], [b]) => a - b).map(([, own]) => ({ ways: 2, patterns: [...own] }));
}

/** Every combination of exchanges; in a block of n equal items, k of them with the binomial's probability. */
function everyWay(blocks: readonly Block[], byUnit: boolean, size: number, visit: Visit): void {
  const exchanged = new Float64Array(size);
  const step = (index: number, logProbability: number): void => {
    const block = blocks[index];
    if (block === undefined) {
      visit(exchanged, Math.exp(logProbability));
      return;
    }
    const trials = block.ways - 1;
    for (let k = 0; k <= trials; k++) {
      const ways = logGamma(trials + 1) - logGamma(k + 1) - logGamma(trials - k + 1);
      for (const [pattern, items] of block.patterns) exchanged[pattern]! += byUnit ? k : k * items;
      step(index + 1, logProbability + ways - trials * Math.LN2);
      for (const [pattern, items] of block.patterns) exchanged[pattern]! -= byUnit ? k : k * items;
    }
  };
  step(0, 0);
}

/** Both systems' predictions as a sample of two, and each pattern again with the two exchanged. */
function withExchanged(sample: ScoreSample, [first, second]: readonly [number, number]): ScoreSample {
  const stride = GOLD_AT + 1 + sample.systems;
  const pick = (a: number, b: number): number[] =>
    Array.from(sample.frequency).flatMap((_, pattern) => {
      const at = pattern * stride;
      const before = sample.cells.subarray(at, at + GOLD_AT + 1);
      return [...before, sample.cells[at + GOLD_AT + 1 + a]!, sample.cells[at + GOLD_AT + 1 + b]!];
    });
  const cells = Int32Array.from([...pick(first, second), ...pick(second, first)]);
  return { ...sample, systems: 2, patterns: 2 * sample.patterns, cells };
}

/**
 * Tests for each convention whether two systems differ: if they do not, their predictions may be exchanged item by item
 * (or cluster by cluster) without changing the size of the difference. The p-value is two-sided: the share of exchanges
 * whose difference is at least as large as the observed one; for random exchanges (r + 1) / (n + 1). Null where the
 * difference is not defined. Exchanges for which a score is not defined are left out.
 * Source: Noreen (1989), Computer-Intensive Methods for Testing Hypotheses; Yeh (2000), COLING.
 */
export function randomizationTests(
  sample: ScoreSample,
  pair: readonly [number, number],
  evaluators: readonly Evaluator[],
  { permutations = 4999, seed = 1, clusters = null, exactUpTo = 8192 }: RandomizationOptions = {},
): Randomization[] {
  const blocks = blocksOf(sample, pair, clusters);
  const doubled = withExchanged(sample, pair);
  const { patterns, frequency } = sample;
  const both = new Float64Array(2 * patterns);
  const differences = (exchanged: Float64Array): (number | null)[] => {
    for (let pattern = 0; pattern < patterns; pattern++) {
      both[pattern] = frequency[pattern]! - exchanged[pattern]!;
      both[patterns + pattern] = exchanged[pattern]!;
    }
    const [first, second] = [confusionTables(doubled, 0, both), confusionTables(doubled, 1, both)];
    return evaluators.map((one) => {
      const a = one.evaluate(first).value;
      const b = a === null ? null : one.evaluate(second).value;
      return a === null || b === null ? null : Math.abs(a - b);
    });
  };
  const observed = differences(new Float64Array(patterns));
  const least = observed.map((value) => (value === null ? Infinity : value - 1e-12));
  const mass = new Float64Array(evaluators.length);
  const extreme = new Float64Array(evaluators.length);
  const visit: Visit = (exchanged, probability) => {
    differences(exchanged).forEach((value, i) => {
      if (value === null) return;
      mass[i]! += probability;
      if (value >= least[i]!) extreme[i]! += probability;
    });
  };
  const ways = blocks.reduce((product, block) => product * block.ways, 1);
  const exact = ways <= exactUpTo;
  if (exact) everyWay(blocks, clusters === null, patterns, visit);
  else randomWays(blocks, clusters === null, patterns, permutations, seed, visit);
  const by = clusters === null ? 'unit' : 'cluster';
  return observed.map((value, i) => ({
    p_value: value === null ? null : exact ? Math.min(1, extreme[i]! / mass[i]!) : (extreme[i]! + 1) / (mass[i]! + 1),
    method: exact ? 'exact' : 'approximate',
    by,
    permutations: exact ? ways : permutations,
    seed: exact ? null : seed,
  }));
}

function randomWays(
  blocks: readonly Block[],
  byUnit: boolean,
  size: number,
  permutations: number,
  seed: number,
  visit: Visit,
): void {
  const random = createRandom(seed);
  const exchanged = new Float64Array(size);
  for (let i = 0; i < permutations; i++) {
    exchanged.fill(0);
    for (const { ways, patterns } of blocks) {
      const k = drawBinomial(ways - 1, 0.5, random);
      for (const [pattern, items] of patterns) exchanged[pattern]! += byUnit ? k : k * items;
    }
    visit(exchanged, 1);
  }
}
