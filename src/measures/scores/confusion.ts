/** Gold against predictions: a table of counts, and the same per target. */
export interface ConfusionTables {
  /** Categories of gold and predictions, declared ones included. */
  readonly categories: readonly string[];
  /** Places of the categories on a scale, for scores that need one; not a number for one off it, null without a scale. */
  readonly values: Float64Array | null;
  /** categories × categories counts, gold by row. */
  readonly pooled: Float64Array;
  /** The same for each target, table after table; one alone where targets are not known. */
  readonly perTarget: Float64Array;
  /** Names of the parts that scorers like x-stance's score one by one, and their tables, one after another. */
  readonly parts: readonly string[];
  readonly perPart: Float64Array;
}

/** What one class gets: null where nothing of it was predicted or nothing of it is in gold. */
export interface ClassScore {
  readonly category: string;
  /** Items of the class in gold. */
  readonly support: number;
  readonly predicted: number;
  readonly correct: number;
  readonly precision: number | null;
  readonly recall: number | null;
  /** Null only where the class is neither in gold nor predicted. */
  readonly f1: number | null;
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Precision, recall and F1 of one class (by its code) in a confusion table. */
export function classScore(categories: readonly string[], table: Float64Array, code: number): ClassScore {
  const size = categories.length;
  let support = 0;
  let predicted = 0;
  for (let other = 0; other < size; other++) {
    support += table[code * size + other]!;
    predicted += table[other * size + code]!;
  }
  const correct = table[code * size + code]!;
  return {
    category: categories[code]!,
    support,
    predicted,
    correct,
    precision: ratio(correct, predicted),
    recall: ratio(correct, support),
    f1: ratio(2 * correct, support + predicted),
  };
}

/** Every class of a confusion table. */
export function classScores(categories: readonly string[], table: Float64Array): ClassScore[] {
  return categories.map((_, code) => classScore(categories, table, code));
}

/** F1 of one class in the table that begins at `from`, without its parts; null for 0/0. */
export function f1At(tables: Float64Array, size: number, code: number, from = 0): number | null {
  let marginals = 0;
  for (let other = 0; other < size; other++) {
    marginals += tables[from + code * size + other]! + tables[from + other * size + code]!;
  }
  return marginals === 0 ? null : (2 * tables[from + code * (size + 1)]!) / marginals;
}

/** How many items a table holds. */
export function itemsIn(table: Float64Array): number {
  return table.reduce((sum, count) => sum + count, 0);
}
