import type { Interval } from '../result.js';
import type { LabelMapping } from './class-scheme.js';
import { itemsIn } from './confusion.js';
import { evaluators } from './evaluator.js';
import { SCORE_CONVENTIONS } from './index.js';
import { resampleBoth, type ResampleOptions } from './resample.js';
import type { ScoreConvention, ScorePart } from './score-convention.js';
import { confusionTables, type ScoreSample } from './score-sample.js';

/** A score's answer, shaped like an agreement result. */
export interface ScoreResult {
  readonly score: string;
  readonly value: number | null;
  /** Of the first interval: by cluster where clusters are known. */
  readonly ci: readonly [number, number] | null;
  readonly ci_method: string | null;
  /** What is to be said about the interval; null where nothing is. */
  readonly ci_note: string | null;
  /** Of the bootstrap; there is no analytic one. */
  readonly se: number | null;
  readonly better: 'higher' | 'lower';
  /** Items that enter the score. */
  readonly items: number;
  /** Items that do not, by the reason. */
  readonly dropped: Readonly<Record<string, number>>;
  readonly reason: string | null;
  /** The rule in words. */
  readonly convention: string;
  /** How labels became the convention's classes, where they are not the same by name. */
  readonly mapping: string | null;
  readonly seed?: number;
  readonly parts?: readonly ScorePart[];
  /** By cluster where clusters are known, and by item. */
  readonly intervals: readonly Interval[];
}

export interface ScoreOptions extends ResampleOptions {
  readonly conventions?: readonly ScoreConvention[];
  /** Draw whole clusters where items have one. */
  readonly byCluster?: boolean;
  /** For conventions with classes of their own. */
  readonly mapping?: LabelMapping | null;
}

/**
 * Percentiles of a bootstrap can miss the figure itself: a mean over small groups loses classes with every draw. Then
 * the interval is no interval, and replicates without a value make it one of the others alone.
 */
export function intervalNote(value: number | null, interval: Interval | undefined): string | null {
  if (value === null || interval === undefined) return null;
  const notes: string[] = [];
  if (value < interval.ci[0] || value > interval.ci[1]) {
    notes.push('the interval misses the value: the bootstrap is biased for this score on these items, do not use it');
  }
  const without = interval.undefined_replicates ?? 0;
  if (without > 0) notes.push(`${without} of ${interval.replicates} replicates were not defined and are left out`);
  return notes.length === 0 ? null : notes.join('; ');
}

/** The scores of one system (its position in the sample) under each convention. */
export function scoreResults(sample: ScoreSample, system = 0, options: ScoreOptions = {}): ScoreResult[] {
  const { conventions = SCORE_CONVENTIONS, bootstrap = 0, seed = 1, byCluster = true, mapping = null } = options;
  const items = itemsIn(sample.frequency);
  const ready = evaluators(conventions, sample.categories, mapping);
  const tables = confusionTables(sample, system, sample.frequency);
  const found = ready.map((one) => one.evaluate(tables));
  const defined = ready.filter((_, i) => found[i]!.value !== null);
  const intervals = resampleBoth(
    sample,
    (frequency) => {
      const drawn = confusionTables(sample, system, frequency);
      return defined.map((one) => one.evaluate(drawn).value);
    },
    byCluster ? sample.clusters : null,
    options,
  );
  return ready.map((one, i) => {
    const { value, reason, dropped = {}, parts } = found[i]!;
    const own = intervals[defined.indexOf(one)] ?? [];
    return {
      score: one.convention.name,
      value,
      ci: own[0]?.ci ?? null,
      ci_method: own[0]?.method ?? null,
      ci_note: intervalNote(value, own[0]),
      se: own[0]?.se ?? null,
      better: one.convention.lowerIsBetter ? 'lower' : 'higher',
      items: items - Object.values(dropped).reduce((sum, count) => sum + count, 0),
      dropped,
      reason,
      convention: one.convention.rule,
      mapping: one.mapping,
      ...(bootstrap > 0 ? { seed } : {}),
      ...(parts === undefined ? {} : { parts }),
      intervals: own,
    };
  });
}
