import type { Interval } from '../result.js';
import { evaluators } from './evaluator.js';
import { SCORE_CONVENTIONS } from './index.js';
import { randomizationTests, type Randomization } from './randomization.js';
import { resampleBoth } from './resample.js';
import { confusionTables, type ScoreSample } from './score-sample.js';
import type { ScoreOptions } from './score-results.js';

/** How two systems differ under one convention, on the same items. */
export interface ScoreDifference {
  readonly score: string;
  readonly better: 'higher' | 'lower';
  /** First system minus second. */
  readonly difference: number | null;
  readonly ci: readonly [number, number] | null;
  readonly ci_method: string | null;
  readonly reason: string | null;
  /** Paired bootstrap: by cluster where clusters are known, and by item. */
  readonly intervals: readonly Interval[];
  /** By cluster where clusters are known, and by item; empty without permutations. */
  readonly randomization: readonly Randomization[];
}

export interface ComparisonOptions extends ScoreOptions {
  /** Random exchanges of the randomization test where it cannot be exact; 0 for no test. */
  readonly permutations?: number;
}

/** Differences of two systems' scores (first minus second), resampled together so that shared items stay paired. */
export function scoreDifferences(
  sample: ScoreSample,
  pair: readonly [number, number],
  options: ComparisonOptions = {},
): ScoreDifference[] {
  const { conventions = SCORE_CONVENTIONS, byCluster = true, mapping = null, permutations = 0, seed = 1 } = options;
  const ready = evaluators(conventions, sample.categories, mapping);
  const clusters = byCluster ? sample.clusters : null;
  const compare = (frequency: Float64Array): { value: number | null; reason: string | null }[] => {
    const [first, second] = [confusionTables(sample, pair[0], frequency), confusionTables(sample, pair[1], frequency)];
    return ready.map((one) => {
      const a = one.evaluate(first);
      const b = one.evaluate(second);
      if (a.value === null || b.value === null) return { value: null, reason: a.reason ?? b.reason };
      return { value: a.value - b.value, reason: null };
    });
  };
  const found = compare(sample.frequency);
  const intervals = resampleBoth(
    sample,
    (frequency) => compare(frequency).map(({ value }) => value),
    clusters,
    options,
  );
  const defined = ready.filter((_, i) => found[i]!.value !== null);
  const tests = (permutations === 0 ? [] : clusters === null ? [null] : [clusters, null]).map((by) =>
    randomizationTests(sample, pair, defined, { permutations, seed, clusters: by }),
  );
  return ready.map((one, i) => {
    const { convention } = one;
    const { value, reason } = found[i]!;
    const own =
      value === null ? [] : intervals[i]!.map((interval) => ({ ...interval, method: `paired ${interval.method}` }));
    return {
      score: convention.name,
      better: convention.lowerIsBetter ? 'lower' : 'higher',
      difference: value,
      ci: own[0]?.ci ?? null,
      ci_method: own[0]?.method ?? null,
      reason,
      intervals: own,
      randomization: value === null ? [] : tests.map((test) => test[defined.indexOf(one)]!),
    };
  });
}
