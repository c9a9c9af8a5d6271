import type { Sample } from './patterns.js';

/** The analysis of variance of a table of ratings, units × annotators without gaps. */
export interface MeanSquares {
  readonly units: number;
  readonly annotators: number;
  /** Between units, between annotators, within units (annotators pooled), residual. */
  readonly rows: number;
  readonly columns: number;
  readonly within: number;
  readonly error: number;
}

/**
 * Mean squares of the units that every annotator labelled, when each pattern occurs as often as `frequency` says;
 * `values` are the categories as numbers. The sample's basis must be `rows`. Null with fewer than two such units.
 * Source: McGraw and Wong (1996), Psychological Methods 1, 30-46.
 */
export function meanSquares(sample: Sample, frequency: Float64Array, values: ArrayLike<number>): MeanSquares | null {
  const { annotators, codes, totals } = sample;
  const rating = (pattern: number, a: number): number => values[codes[pattern * annotators + a]!]!;
  const complete = Array.from(totals, (_, pattern) => pattern).filter(
    (pattern) => totals[pattern] === annotators && frequency[pattern]! > 0,
  );
  const units = complete.reduce((sum, pattern) => sum + frequency[pattern]!, 0);
  if (units < 2 || annotators < 2) return null;
  const columnSums = new Float64Array(annotators);
  const rowMeans = complete.map((pattern) => {
    let sum = 0;
    for (let a = 0; a < annotators; a++) {
      sum += rating(pattern, a);
      columnSums[a]! += frequency[pattern]! * rating(pattern, a);
    }
    return sum / annotators;
  });
  const columnMeans = columnSums.map((sum) => sum / units);
  const grand = columnMeans.reduce((sum, mean) => sum + mean, 0) / annotators;
  let between = 0;
  let within = 0;
  let residual = 0;
  complete.forEach((pattern, i) => {
    const size = frequency[pattern]!;
    between += size * (rowMeans[i]! - grand) ** 2;
    for (let a = 0; a < annotators; a++) {
      const own = rating(pattern, a) - rowMeans[i]!;
      within += size * own ** 2;
      residual += size * (own - columnMeans[a]! + grand) ** 2;
    }
  });
  const columns = columnMeans.reduce((sum, mean) => sum + (mean - grand) ** 2, 0);
  return {
    units,
    annotators,
    rows: (annotators * between) / (units - 1),
    columns: (units * columns) / (annotators - 1),
    within: within / (units * (annotators - 1)),
    error: residual / ((units - 1) * (annotators - 1)),
  };
}
