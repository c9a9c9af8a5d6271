import { readText } from '../files/read.js';
import type { CategoryMatrix } from '../measures/category-matrix.js';
import { readCsv } from '../tables/csv-reader.js';

/**
 * The list of an option that takes names and matrix files: what ends in .csv is read as a file. Throws UsageError for
 * a file that is no matrix, ReaderError for one that can't be read.
 */
export async function namesOrMatrices(
  list: readonly string[] | null,
  use: 'weights' | 'distance',
): Promise<(string | CategoryMatrix)[] | null> {
  if (list === null || !list.some((part) => part.endsWith('.csv'))) return list === null ? null : [...list];
  const { categoryMatrix } = await import('../flows/agree-matrix-file.js');
  return list.map((part) => (part.endsWith('.csv') ? categoryMatrix(readCsv(readText(part), part), use) : part));
}
