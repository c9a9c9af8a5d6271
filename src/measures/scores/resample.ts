import { drawer, hasClusters, quantile, type Foldable } from '../bootstrap.js';
import type { Interval } from '../result.js';

/** How scores are resampled. */
export interface ResampleOptions {
  /** Replicates of the bootstrap; 0 for none. */
  readonly bootstrap?: number;
  readonly seed?: number;
  readonly confidence?: number;
}

/** Several figures of the same data at once. */
export type Figures = (frequency: Float64Array) => readonly (number | null)[];

/**
 * Percentile bootstrap intervals of several figures, all from the same draws: items, or whole clusters where `clusters`
 * says which item belongs to which. A figure's replicates that are not defined are left out and counted; null where
 * fewer than two are defined. No interval by cluster where there are fewer than two clusters.
 * Source: Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 13.
 */
export function resample(
  sample: Foldable,
  figures: Figures,
  clusters: Int32Array | null,
  { bootstrap = 0, seed = 1, confidence = 0.95 }: ResampleOptions = {},
): (Interval | null)[] {
  const count = figures(sample.frequency).length;
  const none = Array.from({ length: count }, () => null);
  if (bootstrap === 0 || (clusters !== null && !hasClusters(sample, clusters))) return none;
  const draw = drawer(sample, { replicates: bootstrap, seed, clusters });
  const frequency = new Float64Array(sample.patterns);
  const values = Array.from({ length: count }, () => new Float64Array(bootstrap));
  const defined = new Int32Array(count);
  for (let replicate = 0; replicate < bootstrap; replicate++) {
    draw(frequency);
    figures(frequency).forEach((value, i) => {
      if (value !== null) values[i]![defined[i]!++] = value;
    });
  }
  return values.map((all, i) => {
    const n = defined[i]!;
    if (n < 2) return null;
    const sorted = all.slice(0, n).sort();
    const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
    const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return {
      method: `bootstrap percentile by ${clusters === null ? 'unit' : 'cluster'}`,
      ci: [quantile(sorted, (1 - confidence) / 2), quantile(sorted, (1 + confidence) / 2)],
      se: Math.sqrt(squares / (n - 1)),
      replicates: bootstrap,
      undefined_replicates: bootstrap - n,
      seed,
    };
  });
}

/**
 * The intervals of each figure: by cluster first where clusters are known, then by item, which takes items as
 * independent.
 */
export function resampleBoth(
  sample: Foldable,
  figures: Figures,
  clusters: Int32Array | null,
  options: ResampleOptions = {},
): Interval[][] {
  const byItem = resample(sample, figures, null, options);
  const byCluster = clusters === null ? [] : resample(sample, figures, clusters, options);
  return byItem.map((interval, i) => [byCluster[i] ?? null, interval].filter((one) => one !== null));
}
