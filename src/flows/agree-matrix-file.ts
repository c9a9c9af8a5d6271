import type { CategoryMatrix } from '../measures/category-matrix.js';
import { UsageError } from '../model/errors.js';
import type { CsvFile } from '../tables/csv-reader.js';

/**
 * Weights or squared differences from a CSV file with the categories as header (behind the first cell, which is not
 * read) and as first column, in any order. Throws UsageError, with the line, for anything that is not a full square of
 * numbers; weights must have 1 and distances 0 between a category and itself.
 */
export function categoryMatrix(csv: CsvFile, use: 'weights' | 'distance'): CategoryMatrix {
  const refuse = (line: number, message: string): never => {
    throw new UsageError(`--${use} ${csv.file}:${line}: ${message}`);
  };
  const categories = csv.header.slice(1);
  const rows = new Map(csv.rows.map((row) => [row.cells[0]!.trim(), row]));
  if (categories.length < 2 || new Set(categories).size < categories.length) {
    refuse(1, 'the header must name two or more different categories behind its first cell');
  }
  if (csv.rows.length !== categories.length || rows.size !== categories.length) {
    refuse(csv.rows.at(-1)?.line ?? 1, `there are ${categories.length} categories in the header and ${rows.size} rows`);
  }
  const cells = categories.flatMap((category) => {
    const row = rows.get(category) ?? refuse(1, `the header has "${category}", the first column does not`);
    return row.cells.slice(1).map((cell, column): number => {
      const value = cell.trim() === '' ? Number.NaN : Number(cell);
      if (!Number.isFinite(value)) refuse(row.line, `"${cell}" under "${categories[column]}" is no number`);
      if (use === 'distance' && value < 0) refuse(row.line, `the distance ${value} is below 0`);
      const own = use === 'weights' ? 1 : 0;
      if (categories[column] === category && value !== own) {
        refuse(row.line, `"${category}" and itself must have ${own}, not ${value}`);
      }
      return value;
    });
  });
  const size = categories.length;
  cells.forEach((value, cell) => {
    const other = cells[(cell % size) * size + Math.floor(cell / size)]!;
    if (value === other) return;
    const names = `"${categories[Math.floor(cell / size)]}" and "${categories[cell % size]}"`;
    refuse(1, `${names} have ${value} one way round and ${other} the other; the matrix must be symmetric`);
  });
  return { name: csv.file, categories, cells: Float64Array.from(cells) };
}
