import { compareCodeUnits } from '../label-matrix.js';
import type { ConfusionTables } from './confusion.js';
import { scoreScale, type ScoreScale } from './scale.js';

/** One item with its gold label and a prediction of each system, in the systems' order. */
export interface ScoredItem {
  readonly gold: string;
  readonly predictions: readonly string[];
  readonly target?: string | null;
  /** The part of a benchmark (test set and language) that its scorer treats by itself. */
  readonly part?: string | null;
  /** The document (or other cluster) the item comes from. */
  readonly cluster?: string | null;
}

/**
 * Items folded into distinct combinations of target, part, gold and predictions: items of a combination are
 * exchangeable, so scores and their resampling run over combinations and frequencies.
 */
export interface ScoreSample {
  readonly categories: readonly string[];
  readonly values: Float64Array | null;
  readonly targets: readonly string[];
  readonly parts: readonly string[];
  readonly systems: number;
  readonly patterns: number;
  /** patterns × (target, part, gold, predictions of each system). */
  readonly cells: Int32Array;
  readonly frequency: Float64Array;
  readonly patternOfUnit: Int32Array;
  /** The cluster of each item; null where no item has one. */
  readonly clusters: Int32Array | null;
}

/** Where a pattern's gold label stands among its cells; the systems' predictions follow. */
export const GOLD_AT = 2;

export interface ScoreSampleOptions {
  /** Declared categories in their order; "a/b" for two on one place. */
  readonly order?: readonly string[];
  /** Categories and their places as in another sample that holds all of the items' labels. */
  readonly scale?: ScoreScale;
}

/** Folds items; see `ScoreSample`. The order of items never shows in a figure. */
export function foldItems(items: readonly ScoredItem[], { order = [], scale }: ScoreSampleOptions = {}): ScoreSample {
  const { categories, values } = scale ?? scoreScale(labelsIn(items), order);
  const codeOf = new Map(categories.map((category, code) => [category, code]));
  const [targets, targetOf] = numbered(items.map(({ target }) => target ?? ''));
  const [parts, partOf] = numbered(items.map(({ part }) => part ?? ''));
  const rows = items.map(({ gold, predictions, target, part }) => [
    targetOf.get(target ?? '')!,
    partOf.get(part ?? '')!,
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
    values,
    targets,
    parts,
    systems: items[0]?.predictions.length ?? 1,
    patterns: distinct.length,
    cells: Int32Array.from(distinct.flatMap(([, row]) => row)),
    frequency,
    patternOfUnit,
    clusters: clustersOf(items),
  };
}

function labelsIn(items: readonly ScoredItem[]): Set<string> {
  const labels = new Set<string>();
  for (const { gold, predictions } of items) for (const label of [gold, ...predictions]) labels.add(label);
  return labels;
}

function numbered(names: readonly string[]): [string[], Map<string, number>] {
  const distinct = [...new Set(names)].sort(compareCodeUnits);
  return [distinct, new Map(distinct.map((name, index) => [name, index]))];
}

function compareRows(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

/** The cluster of each item by number; an item without one stands alone. Null where no item has one. */
export function clustersOf(items: readonly { readonly cluster?: string | null }[]): Int32Array | null {
  if (items.every(({ cluster }) => cluster === null || cluster === undefined)) return null;
  // The prefix keeps an item that stands alone apart from every cluster's name.
  const names = items.map(({ cluster }, item) => cluster ?? `\u0000${item}`);
  const [, ids] = numbered(names);
  return Int32Array.from(names, (name) => ids.get(name)!);
}

/**
 * The confusion tables of one system when patterns are as frequent as `frequency` says. The tables per target and part
 * are made only when asked for: most conventions never do.
 */
export function confusionTables(sample: ScoreSample, system: number, frequency: Float64Array): ConfusionTables {
  const size = sample.categories.length;
  const stride = GOLD_AT + 1 + sample.systems;
  const tables = (count: number, tableOf: (at: number) => number): Float64Array => {
    const made = new Float64Array(count * size * size);
    for (let pattern = 0; pattern < frequency.length; pattern++) {
      if (frequency[pattern] === 0) continue;
      const at = pattern * stride;
      const cell = sample.cells[at + GOLD_AT]! * size + sample.cells[at + GOLD_AT + 1 + system]!;
      made[tableOf(at) * size * size + cell]! += frequency[pattern]!;
    }
    return made;
  };
  return {
    categories: sample.categories,
    values: sample.values,
    pooled: tables(1, () => 0),
    get perTarget() {
      return tables(sample.targets.length, (at) => sample.cells[at]!);
    },
    parts: sample.parts,
    get perPart() {
      return tables(sample.parts.length, (at) => sample.cells[at + 1]!);
    },
  };
}
