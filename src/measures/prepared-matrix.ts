import { recordDraws, type BootstrapOptions, type Draws } from './bootstrap.js';
import type { Coefficient } from './coefficient.js';
import type { LabelMatrix } from './label-matrix.js';
import { foldUnits, type Sample } from './patterns.js';
import { selectAnnotators } from './select-labels.js';
import { unitKinds } from './unit-kinds.js';

export interface UnitCounts {
  /** Units with at least one label. */
  readonly units: number;
  /** With at least two. */
  readonly pairable: number;
  /** Units that every annotator labelled. */
  readonly complete: number;
}

/**
 * A matrix with what several coefficients need of it, found once: unit counts, its folded forms, the matrices of its
 * pairs, and the bootstrap's draws, which are the same for every coefficient on the same form.
 */
export interface PreparedMatrix {
  readonly matrix: LabelMatrix;
  readonly counted: UnitCounts;
  sample(coefficient: Pick<Coefficient, 'basis' | 'minLabels'>): Sample;
  /** The draws for one of its samples; the options must be the same each time. */
  draws(sample: Sample, options: BootstrapOptions): Draws;
  /** The matrix of two of its annotators. */
  pair(first: number, second: number): PreparedMatrix;
}

/** Prepares a matrix; nothing is computed before it is asked for. */
export function prepareMatrix(matrix: LabelMatrix): PreparedMatrix {
  const samples = new Map<string, Sample>();
  const draws = new Map<Sample, Draws>();
  const pairs = new Map<string, PreparedMatrix>();
  let counted: UnitCounts | null = null;
  return {
    matrix,
    get counted() {
      return (counted ??= countUnits(matrix));
    },
    sample: ({ basis, minLabels }) =>
      kept(samples, `${basis} ${minLabels}`, () => foldUnits(matrix, { basis, minLabels })),
    draws: (sample, options) => kept(draws, sample, () => recordDraws(sample, options)),
    pair: (first, second) =>
      kept(pairs, `${first} ${second}`, () => prepareMatrix(selectAnnotators(matrix, [first, second]))),
  };
}

function kept<K, V>(store: Map<K, V>, key: K, make: () => V): V {
  let value = store.get(key);
  if (value === undefined) store.set(key, (value = make()));
  return value;
}

/** How many units have one label, two, all. */
export function countUnits(matrix: LabelMatrix): UnitCounts {
  const width = matrix.annotatorIds.length;
  const { codes, frequency } = unitKinds(matrix);
  let units = 0;
  let pairable = 0;
  let complete = 0;
  frequency.forEach((size, kind) => {
    let labels = 0;
    for (let cell = kind * width; cell < (kind + 1) * width; cell++) if (codes[cell]! >= 0) labels++;
    if (labels > 0) units += size;
    if (labels > 1) pairable += size;
    if (labels === width) complete += size;
  });
  return { units, pairable, complete };
}
