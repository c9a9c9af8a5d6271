import { orderCategories } from '../measures/label-matrix.js';
import { classScores } from '../measures/scores/confusion.js';
import { mcNemar, scoreDifferences } from '../measures/scores/compare-systems.js';
import { SCORE_CONVENTIONS } from '../measures/scores/index.js';
import type { ScoreConvention } from '../measures/scores/score-convention.js';
import { scoreResults, type ScoreOptions } from '../measures/scores/score-results.js';
import { confusionTables, foldItems, type ScoredItem } from '../measures/scores/score-sample.js';
import { UsageError } from '../model/errors.js';
import { compareText } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import type { InputFile } from '../reports/agreement-report.js';
import type { ScoreReport, SystemReport, TargetReport } from '../reports/score-report.js';
import { nearest } from '../text/nearest.js';
import type { LabelledItem } from './score-items.js';
import { joinItems } from './score-join.js';

/** One system's predictions. */
export interface Predictions {
  /** What the system is called in the report: the file's name. */
  readonly system: string;
  readonly items: readonly LabelledItem[];
}

export interface ScoreFlowOptions {
  /** Conventions by name; all by default. */
  readonly conventions?: readonly string[];
  /** The categories in their order; those of gold and predictions by default. */
  readonly order?: readonly string[];
  readonly bootstrap?: number;
  readonly seed?: number;
  /** Draw whole clusters where items have one. */
  readonly byCluster?: boolean;
  readonly files?: { readonly gold: InputFile; readonly predictions: readonly InputFile[] };
  readonly findings?: readonly Finding[];
}

/**
 * Scores predictions against gold, from items already read:
 *
 *   gold, predictions -> joined by id, with findings -> folded into combinations
 *     -> every convention with its interval, classes, confusion, per target -> two systems compared on the same items
 *
 * Throws UsageError for a convention that is not known.
 */
export function score(
  gold: readonly LabelledItem[],
  predictions: readonly Predictions[],
  options: ScoreFlowOptions = {},
): ScoreReport {
  const { order = [], bootstrap = 1000, seed = 1, byCluster = true, files } = options;
  const conventions = conventionsOf(options.conventions ?? []);
  const asked = { conventions, bootstrap, seed, byCluster };
  const joined = joinItems(
    gold,
    predictions.map(({ items }) => items),
  );
  const empty: InputFile = { path: '', sha256: '', rows: gold.length };
  const known = joined.gold.flatMap(({ cluster }) => cluster ?? []);
  return {
    input: {
      gold: files?.gold ?? empty,
      predictions: files?.predictions ?? [],
      items: joined.gold.length,
      categories: orderCategories(
        joined.gold.map(({ label }) => label),
        order,
      ).categories,
      clusters: byCluster && known.length > 0 ? new Set(known).size : null,
    },
    options: { conventions: conventions.map(({ name }) => name), order, bootstrap, seed, cluster: byCluster },
    systems: predictions.map(({ system, items }) => systemReport(system, gold, items, order, asked)),
    comparison: predictions.length < 2 ? null : comparison(predictions, joined.items, order, asked),
    findings: [...(options.findings ?? []), ...joined.findings],
  };
}

/** A system by itself: its scores don't depend on which other system stands beside it. */
function systemReport(
  system: string,
  gold: readonly LabelledItem[],
  predicted: readonly LabelledItem[],
  order: readonly string[],
  asked: ScoreOptions & { readonly conventions: readonly ScoreConvention[] },
): SystemReport {
  const { items } = joinItems(gold, [predicted]);
  const sample = foldItems(items, { order });
  const { categories } = sample;
  const { pooled } = confusionTables(sample, 0, sample.frequency);
  const size = categories.length;
  return {
    system,
    items: items.length,
    categories,
    scores: scoreResults(sample, 0, asked),
    classes: classScores(categories, pooled),
    confusion: categories.map((_, k) => [...pooled.subarray(k * size, (k + 1) * size)]),
    targets: targetReports(items, categories, asked.conventions),
  };
}

/** The first two systems on the items that both have. */
function comparison(
  [first, second]: readonly Predictions[],
  items: readonly ScoredItem[],
  order: readonly string[],
  asked: ScoreOptions,
): ScoreReport['comparison'] {
  const sample = foldItems(items, { order });
  return {
    systems: [first!.system, second!.system],
    items: items.length,
    mcnemar: mcNemar(sample, [0, 1]),
    differences: scoreDifferences(sample, [0, 1], asked),
  };
}

function conventionsOf(names: readonly string[]): readonly ScoreConvention[] {
  if (names.length === 0 || names.includes('all')) return SCORE_CONVENTIONS;
  const all = SCORE_CONVENTIONS.map(({ name }) => name);
  return names.map((wanted) => {
    const found = SCORE_CONVENTIONS.find(({ name }) => name === wanted);
    if (found !== undefined) return found;
    const meant = nearest(wanted, all);
    throw new UsageError(
      `unknown convention "${wanted}"${meant === null ? '' : `; did you mean "${meant}"?`}; there are ${all.join(', ')}`,
    );
  });
}

/** Each target by itself, without intervals; nothing where targets are not known. */
function targetReports(
  items: readonly ScoredItem[],
  order: readonly string[],
  conventions: readonly ScoreConvention[],
): TargetReport[] {
  if (items.every(({ target }) => target === null || target === undefined)) return [];
  const targets = [...new Set(items.map(({ target }) => target ?? ''))].sort(compareText);
  return targets.map((target) => {
    const own = items.filter((item) => (item.target ?? '') === target);
    const sample = foldItems(own, { order });
    const { pooled } = confusionTables(sample, 0, sample.frequency);
    return {
      target,
      items: own.length,
      scores: scoreResults(sample, 0, { conventions }),
      classes: classScores(sample.categories, pooled),
    };
  });
}
