import { bcaInterval } from '../bca.js';
import { drawReplicates, percentileInterval, type Foldable, type Resampled } from '../bootstrap.js';
import type { Interval } from '../result.js';

export interface DocumentIntervalOptions {
  /** Replicates; 0 for none. */
  readonly bootstrap?: number;
  readonly seed?: number;
  readonly interval?: 'percentile' | 'bca';
  readonly confidence?: number;
}

/**
 * Bootstrap intervals of a figure on whole documents: they are drawn with replacement, as many as there are. The one to
 * report is the last. None for a single document, which cannot be drawn anew.
 */
export function documentIntervals(
  documents: number,
  statistic: Resampled & { readonly documents?: number },
  value: number,
  { bootstrap = 0, seed = 1, interval = 'percentile', confidence = 0.95 }: DocumentIntervalOptions = {},
): Interval[] {
  if (bootstrap === 0 || (statistic.documents ?? documents) < 2) return [];
  const sample: Foldable = {
    patterns: documents,
    frequency: new Float64Array(documents).fill(1),
    patternOfUnit: Int32Array.from({ length: documents }, (_, document) => document),
  };
  const options = { replicates: bootstrap, seed, confidence };
  const replicates = drawReplicates(sample, statistic, options);
  if (replicates === null) return [];
  const bca = interval === 'bca' ? bcaInterval(sample, statistic, value, replicates, options) : null;
  return [percentileInterval(replicates, options), ...(bca === null ? [] : [bca])].map((found) => ({
    ...found,
    method: found.method.replace('by unit', 'by document'),
  }));
}
