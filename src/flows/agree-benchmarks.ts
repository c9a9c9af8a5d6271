import { benchmark } from '../measures/benchmark.js';
import type { Result } from '../measures/result.js';
import type { BenchmarkReport } from '../reports/agreement-report.js';

/** Coefficients that the scales are about: chance-corrected, 1 at best, not about one category. */
const BENCHMARKED = new Set([
  'krippendorff_alpha',
  'gwet_ac1',
  'gwet_ac2',
  'fleiss_kappa',
  'conger_kappa',
  'brennan_prediger',
  'cohen_kappa',
  'scott_pi',
  'light_kappa',
]);

/**
 * How strong agreement is, as words that hold with probability `confidence`, for each chance-corrected result: from its
 * own standard error, else from the bootstrap's.
 */
export function benchmarkReports(
  results: readonly Result[],
  { confidence = 0.95 }: { readonly confidence?: number } = {},
): BenchmarkReport[] {
  return results
    .filter(({ coefficient }) => BENCHMARKED.has(coefficient))
    .map(({ coefficient, weights, distance, annotators, value, se, intervals }) => {
      const error = se ?? intervals.at(-1)?.se ?? null;
      return {
        coefficient,
        weights,
        distance,
        ...(annotators === undefined ? {} : { annotators }),
        value,
        se: error,
        se_method: se !== null ? 'analytic' : error === null ? null : 'bootstrap',
        confidence,
        scales: benchmark(value, error, { confidence }),
      };
    });
}
