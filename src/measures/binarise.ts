import type { LabelMatrix } from './label-matrix.js';
import { orderCategories } from './label-matrix.js';
import { recodeLabels } from './select-labels.js';

/** Labels turned into one category (by its code) against all others: for agreement per category. */
export function binarise(matrix: LabelMatrix, category: number): LabelMatrix {
  const wanted = matrix.categories[category]!;
  const rest = `not ${wanted}`;
  const categories = orderCategories([wanted, rest], [rest, wanted]);
  return recodeLabels(matrix, (label) => (label === wanted ? wanted : rest), categories);
}
