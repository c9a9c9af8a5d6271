import type { LabelMatrix } from './label-matrix.js';
import { unitKinds, type UnitKinds } from './unit-kinds.js';

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
 * Cost: one pass over the kinds of units.
 */
export function foldUnits(matrix: LabelMatrix, { basis = 'counts', minLabels = 1 }: SampleOptions = {}): Sample {
  const width = matrix.annotatorIds.length;
  const kinds = unitKinds(matrix);
  const content = basis === 'counts' ? countsOf(matrix, kinds) : kinds.codes;
  const stride = basis === 'counts' ? matrix.categories.length : width;
  const labels = labelsOfKinds(kinds, width);
  const inside = labels.map((count) => (count >= minLabels && count > 0 ? 1 : 0));
  // Codes begin at −1, counts end at the number of annotators.
  const found =
    basis === 'counts'
      ? sortedPatterns(content, stride, inside, { low: 0, base: width + 1 })
      : sortedPatterns(content, stride, inside, { low: -1, base: matrix.categories.length + 1 });
  return sampleOf(matrix, basis, kinds, found);
}

function labelsOfKinds({ codes, frequency }: UnitKinds, width: number): Int32Array {
  const labels = new Int32Array(frequency.length);
  for (let kind = 0, cell = 0; kind < labels.length; kind++) {
    for (let a = 0; a < width; a++) if (codes[cell++]! >= 0) labels[kind]!++;
  }
  return labels;
}

/** kinds × categories: how many labels a unit of each kind has in each category. */
function countsOf({ annotatorIds, categories }: LabelMatrix, { codes, frequency }: UnitKinds): Int32Array {
  const size = categories.length;
  const counts = new Int32Array(frequency.length * size);
  for (let kind = 0, cell = 0; kind < frequency.length; kind++) {
    for (let a = 0; a < annotatorIds.length; a++) {
      const code = codes[cell++]!;
      if (code >= 0) counts[kind * size + code]!++;
    }
  }
  return counts;
}

/** Patterns in the order of their content. */
interface FoundPatterns {
  /** A kind of each pattern. */
  readonly examples: readonly number[];
  /** The pattern of each kind; −1 for kinds that are not in the sample. */
  readonly patternOfKind: Int32Array;
}

/** Tables of at most this many entries are addressed by content. */
const DIRECT = 1 << 16;

/** Kinds with the same content are one pattern. A content is read as the digits of a number, where a number holds it. */
function sortedPatterns(
  content: Int32Array,
  stride: number,
  inside: Int32Array,
  { low, base }: { readonly low: number; readonly base: number },
): FoundPatterns {
  const space = base ** stride;
  if (space >= Number.MAX_SAFE_INTEGER) return comparedPatterns(content, stride, inside);
  const keys = new Float64Array(inside.length);
  for (let kind = 0, cell = 0; kind < keys.length; kind++) {
    let key = 0;
    for (let i = 0; i < stride; i++) key = key * base + content[cell++]! - low;
    keys[kind] = key;
  }
  const examples: number[] = [];
  const patternOfKind = new Int32Array(keys.length).fill(-1);
  if (space > DIRECT) {
    const order = Array.from(keys.keys()).filter((kind) => inside[kind] === 1);
    order.sort((a, b) => keys[a]! - keys[b]!);
    for (const kind of order) {
      if (examples.length === 0 || keys[examples.at(-1)!] !== keys[kind]) examples.push(kind);
      patternOfKind[kind] = examples.length - 1;
    }
    return { examples, patternOfKind };
  }
  const exampleAt = new Int32Array(space);
  for (let kind = 0; kind < keys.length; kind++) if (inside[kind] === 1) exampleAt[keys[kind]!] = kind + 1;
  for (let key = 0; key < space; key++) {
    const example = exampleAt[key]!;
    if (example > 0) exampleAt[key] = examples.push(example - 1);
  }
  for (let kind = 0; kind < keys.length; kind++) {
    if (inside[kind] === 1) patternOfKind[kind] = exampleAt[keys[kind]!]! - 1;
  }
  return { examples, patternOfKind };
}

/** The same by comparing the content itself, however long. */
function comparedPatterns(content: Int32Array, stride: number, inside: Int32Array): FoundPatterns {
  const order = Array.from(inside.keys()).filter((kind) => inside[kind] === 1);
  order.sort((a, b) => compareSlices(content, a, b, stride));
  const examples: number[] = [];
  const patternOfKind = new Int32Array(inside.length).fill(-1);
  for (const kind of order) {
    if (examples.length === 0 || compareSlices(content, examples.at(-1)!, kind, stride) !== 0) examples.push(kind);
    patternOfKind[kind] = examples.length - 1;
  }
  return { examples, patternOfKind };
}

function compareSlices(content: Int32Array, p: number, q: number, stride: number): number {
  for (let i = 0; i < stride; i++) {
    const difference = content[p * stride + i]! - content[q * stride + i]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

function sampleOf(
  matrix: LabelMatrix,
  basis: 'counts' | 'rows',
  kinds: UnitKinds,
  { examples, patternOfKind }: FoundPatterns,
): Sample {
  const width = matrix.annotatorIds.length;
  const categories = matrix.categories.length;
  const patterns = examples.length;
  const counts = new Float64Array(patterns * categories);
  const totals = new Float64Array(patterns);
  const codes = new Int32Array(basis === 'rows' ? patterns * width : 0);
  examples.forEach((kind, pattern) => {
    for (let a = 0; a < width; a++) {
      const code = kinds.codes[kind * width + a]!;
      if (basis === 'rows') codes[pattern * width + a] = code;
      if (code < 0) continue;
      counts[pattern * categories + code]!++;
      totals[pattern]!++;
    }
  });
  const frequency = new Float64Array(patterns);
  for (let kind = 0; kind < patternOfKind.length; kind++) {
    if (patternOfKind[kind]! >= 0) frequency[patternOfKind[kind]!]! += kinds.frequency[kind]!;
  }
  let patternOfUnit: Int32Array | null = null;
  return {
    categories,
    annotators: width,
    patterns,
    counts,
    totals,
    frequency,
    codes,
    get patternOfUnit() {
      return (patternOfUnit ??= ofUnits(kinds, patternOfKind));
    },
  };
}

/** The pattern of each unit, from that of its kind. */
function ofUnits({ ofUnit }: UnitKinds, patternOfKind: Int32Array): Int32Array {
  const patterns = new Int32Array(ofUnit.length);
  for (let unit = 0; unit < patterns.length; unit++) patterns[unit] = patternOfKind[ofUnit[unit]!]!;
  return patterns;
}
