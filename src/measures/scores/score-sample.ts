import { compareCodeUnits, orderCategories } from '../label-matrix.js';
import type { ConfusionTables } from './confusion.js';

/** One item with its gold label and a prediction of each system, in the systems' order. */
export interface ScoredItem {
  readonly gold: string;
  readonly predictions: readonly string[];
  readonly target?: string | null;
  /** The document (or other cluster) the item comes from. */
  readonly cluster?: string | null;
}

/**
 * Items folded into distinct combinations of target, gold and predictions: items of a combination are exchangeable, so
 * scores and their resampling run over combinations and frequencies.
 */
export interface ScoreSample {
  readonly categories: readonly string[];
  readonly values: Float64Array | null;
  readonly targets: readonly string[];
  readonly systems: number;
  readonly patterns: number;
  /** patterns × (target, gold, predictions of each system). */
  readonly cells: Int32Array;
  readonly frequency: Float64Array;
  readonly patternOfUnit: Int32Array;
  /** The cluster of each item; null where no item has one. */
  readonly clusters: Int32Array | null;
}

export interface ScoreSampleOptions {
  /** Declared categories in their order. */
  readonly order?: readonly string[];
}

/** Folds items; see `ScoreSample`. The order of items never shows in a figure. */
export function foldItems(items: readonly ScoredItem[], { order = [] }: ScoreSampleOptions = {}): ScoreSample {
  const labels = new Set(items.flatMap(({ gold, predictions }) => [gold, ...predictions]));
  const { categories, values, ordered } = orderCategories(labels, order);
  const codeOf = new Map(categories.map((category, code) => [category, code]));
  const targets = [...new Set(items.map(({ target }) => target ?? ''))].sort(compareCodeUnits);
  const targetOf = new Map(targets.map((target, index) => [target, index]));
  const systems = items[0]?.predictions.length ?? 1;
  const rows = items.map(({ gold, predictions, target }) => [
    targetOf.get(target ?? '')!,
    codeOf.get(gold)!,
    ...predictions.map((label) => codeOf.get(label)!),
  ]);
  const keys = rows.map((row) => row.join());
  const distinct = [...new Map(rows.map((row, item) => [keys[item]!, row]))].sort(([, a], [, b]) => compareRows(a, b));
  const patternOf = new Map(distinct.map(([key], pattern) => [key, pattern]));
  const patternOfUnit = Int32Array.from(keys, (key) => patternOf.get(key)!);
  const frequency = new Float64Array(distinct.length);
  for (const pattern of patternOfUnit) frequency[pattern]!++;
  return {
    categories,
    values: values ?? (ordered ? Float64Array.from(categories, (_, position) => position) : null),
    targets,
    systems,
    patterns: distinct.length,
    cells: Int32Array.from(distinct.flatMap(([, row]) => row)),
    frequency,
    patternOfUnit,
    clusters: clustersOf(items),
  };
}

function compareRows(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

function clustersOf(items: readonly ScoredItem[]): Int32Array | null {
  if (items.every(({ cluster }) => cluster === null || cluster === undefined)) return null;
  const names = items.map(({ cluster }, item) => cluster ?? `\u0000${item}`);
  const ids = new Map([...new Set(names)].sort(compareCodeUnits).map((id, index) => [id, index]));
  return Int32Array.from(names, (name) => ids.get(name)!);
}

/** The confusion tables of one system when patterns are as frequent as `frequency` says. */
export function confusionTables(sample: ScoreSample, system: number, frequency: Float64Array): ConfusionTables {
  const size = sample.categories.length;
  const stride = 2 + sample.systems;
  const perTarget = sample.targets.map(() => new Float64Array(size * size));
  const pooled = new Float64Array(size * size);
  frequency.forEach((count, pattern) => {
    if (count === 0) return;
    const at = pattern * stride;
    const cell = sample.cells[at + 1]! * size + sample.cells[at + 2 + system]!;
    pooled[cell]! += count;
    perTarget[sample.cells[at]!]![cell]! += count;
  });
  return { categories: sample.categories, values: sample.values, pooled, perTarget };
}
