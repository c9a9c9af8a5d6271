import { bootstrapInterval } from '../bootstrap.js';
import type { Interval } from '../result.js';
import { confusionTables, type ScoreSample } from './score-sample.js';
import { itemsIn } from './confusion.js';
import type { ScoreConvention } from './score-convention.js';
import { SCORE_CONVENTIONS } from './index.js';

/** A score's answer, shaped like an agreement result. */
export interface ScoreResult {
  readonly score: string;
  readonly value: number | null;
  readonly ci: readonly [number, number] | null;
  readonly ci_method: string | null;
  /** Of the bootstrap; there is no analytic one. */
  readonly se: number | null;
  readonly items: number;
  readonly reason: string | null;
  /** The rule in words. */
  readonly convention: string;
  readonly seed?: number;
  readonly intervals: readonly Interval[];
}

export interface ScoreOptions {
  readonly conventions?: readonly ScoreConvention[];
  readonly bootstrap?: number;
  readonly seed?: number;
  readonly byCluster?: boolean;
  readonly confidence?: number;
}

/** The scores of one system (its position in the sample) under each convention. */
export function scoreResults(sample: ScoreSample, system = 0, options: ScoreOptions = {}): ScoreResult[] {
  const { conventions = SCORE_CONVENTIONS, bootstrap = 0, seed = 1, byCluster = true, confidence = 0.95 } = options;
  const items = itemsIn(sample.frequency);
  return conventions.map((convention) => {
    const { value, reason } = convention.compute(confusionTables(sample, system, sample.frequency));
    const clusters = byCluster ? sample.clusters : null;
    const statistic = {
      agreement: (frequency: Float64Array) => convention.compute(confusionTables(sample, system, frequency)),
    };
    const interval =
      value === null || bootstrap === 0
        ? null
        : bootstrapInterval(sample, statistic, { replicates: bootstrap, seed, clusters, confidence });
    return {
      score: convention.name,
      value,
      ci: interval?.ci ?? null,
      ci_method: interval?.method ?? null,
      se: interval?.se ?? null,
      items,
      reason,
      convention: convention.rule,
      ...(bootstrap > 0 ? { seed } : {}),
      intervals: interval === null ? [] : [interval],
    };
  });
}
