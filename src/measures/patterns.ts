import type { LabelMatrix } from './label-matrix.js';

/**
 * A matrix folded into its distinct units: two units with the same labels are interchangeable, so that sums, standard
 * errors and resampling run over the patterns and their frequencies. Five annotators and five categories have at most
 * 252 patterns however many units there are.
 */
export interface Sample {
  /** How many categories there are (the domain). */
  readonly categories: number;
  readonly annotators: number;
  /** How many distinct patterns there are. */
  readonly patterns: number;
  /** patterns × categories: how many labels a unit of this pattern has in each category. */
  readonly counts: Float64Array;
  /** Labels per unit of each pattern. */
  readonly totals: Float64Array;
  /** How many units have each pattern. */
  readonly frequency: Float64Array;
  /** patterns × annotators codes, −1 missing; empty when patterns only count categories. */
  readonly codes: Int32Array;
  /** The pattern of each unit of the matrix; −1 for units that are not in the sample. */
  readonly patternOfUnit: Int32Array;
}

export interface SampleOptions {
  /** `counts`: units with the same number of labels in each category are one pattern; `rows`: with the same labels by the same annotators. */
  readonly basis?: 'counts' | 'rows';
  /** Units with fewer labels are left out. */
  readonly minLabels?: number;
}

/**
 * Folds a matrix into patterns, sorted by their content so that the order of units never shows in a figure.
 * Cost: one pass over the cells.
 */
export function foldUnits(matrix: LabelMatrix, { basis = 'counts', minLabels = 1 }: SampleOptions = {}): Sample {
  const width = matrix.annotatorIds.length;
  const units = matrix.unitIds.length;
  const key = basis === 'counts' ? countKeys(matrix) : rowKeys(matrix);
  const index = new Map<number | string, number>();
  const examples: number[] = [];
  const found = new Int32Array(units).fill(-1);
  const sizes: number[] = [];
  for (let unit = 0; unit < units; unit++) {
    let labels = 0;
    for (let cell = unit * width; cell < (unit + 1) * width; cell++) if (matrix.codes[cell]! >= 0) labels++;
    if (labels < minLabels || labels === 0) continue;
    const unitKey = key(unit);
    let pattern = index.get(unitKey);
    if (pattern === undefined) {
      pattern = examples.length;
      index.set(unitKey, pattern);
      examples.push(unit);
      sizes.push(0);
    }
    sizes[pattern]!++;
    found[unit] = pattern;
  }
  return sortedSample(matrix, basis, examples, sizes, found);
}

/** The key of a unit as a number where all keys fit one exactly, else as a string. */
function countKeys(matrix: LabelMatrix): (unit: number) => number | string {
  const width = matrix.annotatorIds.length;
  const { codes } = matrix;
  if ((width + 1) ** matrix.categories.length < Number.MAX_SAFE_INTEGER) {
    const place = Float64Array.from(matrix.categories, (_, code) => (width + 1) ** code);
    return (unit) => {
      let sum = 0;
      for (let cell = unit * width; cell < (unit + 1) * width; cell++) {
        const code = codes[cell]!;
        if (code >= 0) sum += place[code]!;
      }
      return sum;
    };
  }
  return (unit) =>
    codes
      .slice(unit * width, (unit + 1) * width)
      .filter((code) => code >= 0)
      .sort()
      .join();
}

function rowKeys(matrix: LabelMatrix): (unit: number) => number | string {
  const width = matrix.annotatorIds.length;
  const { codes } = matrix;
  const base = matrix.categories.length + 1;
  if (base ** width < Number.MAX_SAFE_INTEGER) {
    return (unit) => {
      let sum = 0;
      for (let cell = unit * width; cell < (unit + 1) * width; cell++) sum = sum * base + codes[cell]! + 1;
      return sum;
    };
  }
  return (unit) => codes.subarray(unit * width, (unit + 1) * width).join();
}

function sortedSample(
  matrix: LabelMatrix,
  basis: 'counts' | 'rows',
  examples: readonly number[],
  sizes: readonly number[],
  found: Int32Array,
): Sample {
  const width = matrix.annotatorIds.length;
  const categories = matrix.categories.length;
  const patterns = examples.length;
  const counts = new Float64Array(patterns * categories);
  const codes = new Int32Array(basis === 'rows' ? patterns * width : 0);
  examples.forEach((unit, pattern) => {
    for (let a = 0; a < width; a++) {
      const code = matrix.codes[unit * width + a]!;
      if (code >= 0) counts[pattern * categories + code]!++;
      if (basis === 'rows') codes[pattern * width + a] = code;
    }
  });
  const content = basis === 'rows' ? codes : counts;
  const stride = basis === 'rows' ? width : categories;
  const order = examples.map((_, pattern) => pattern).sort((p, q) => compareSlices(content, p, q, stride));
  const rank = new Int32Array(patterns);
  order.forEach((pattern, position) => {
    rank[pattern] = position;
  });
  const sortedCounts = reordered(counts, order, categories);
  return {
    categories,
    annotators: width,
    patterns,
    counts: sortedCounts,
    totals: Float64Array.from(order, (_, position) => sumOf(sortedCounts, position, categories)),
    frequency: Float64Array.from(order, (pattern) => sizes[pattern]!),
    codes: basis === 'rows' ? reordered(codes, order, width) : codes,
    patternOfUnit: found.map((pattern) => (pattern < 0 ? -1 : rank[pattern]!)),
  };
}

function compareSlices(content: Float64Array | Int32Array, p: number, q: number, stride: number): number {
  for (let i = 0; i < stride; i++) {
    const difference = content[p * stride + i]! - content[q * stride + i]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

function reordered<T extends Float64Array | Int32Array>(content: T, order: readonly number[], stride: number): T {
  const sorted = content.slice() as T;
  order.forEach((pattern, position) => {
    sorted.set(content.subarray(pattern * stride, (pattern + 1) * stride), position * stride);
  });
  return sorted;
}

function sumOf(counts: Float64Array, pattern: number, stride: number): number {
  let sum = 0;
  for (let i = pattern * stride; i < (pattern + 1) * stride; i++) sum += counts[i]!;
  return sum;
}
