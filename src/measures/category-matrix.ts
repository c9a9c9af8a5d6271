import type { Distance } from './distances.js';
import type { Weights } from './weights.js';

/** Weights or squared differences between categories that somebody wrote down, before they meet a label matrix. */
export interface CategoryMatrix {
  /** What results call it: the file's name. */
  readonly name: string;
  readonly categories: readonly string[];
  /** categories × categories. */
  readonly cells: Float64Array;
}

/** Whether weights or distances are a written matrix and no name and no ready object. */
export function isCategoryMatrix(wanted: unknown): wanted is CategoryMatrix {
  return typeof wanted === 'object' && wanted !== null && 'cells' in wanted;
}

/** The cells for these categories in their order; null where one of them is not in the matrix. */
function cellsFor({ categories: known, cells }: CategoryMatrix, categories: readonly string[]): Float64Array | null {
  const places = categories.map((category) => known.indexOf(category));
  if (places.includes(-1)) return null;
  return Float64Array.from(places.flatMap((row) => places.map((column) => cells[row * known.length + column]!)));
}

/** The matrix as weights between these categories; null where it lacks one of them. */
export function matrixWeights(given: CategoryMatrix, categories: readonly string[]): Weights | null {
  const matrix = cellsFor(given, categories);
  return matrix === null ? null : { name: given.name, matrix };
}

/** The matrix as alpha's squared difference between these categories; null where it lacks one of them. */
export function matrixDistance(given: CategoryMatrix, categories: readonly string[]): Distance | null {
  const cells = cellsFor(given, categories);
  return cells === null ? null : { name: given.name, level: null, fixed: true, matrix: () => cells };
}
