import type { Foldable } from '../bootstrap.js';
import { clustersOf } from './score-sample.js';

/** One item with a gold distribution over the categories, or a gold label, or both, and a predicted distribution. */
export interface SoftItem {
  /** Shares of the categories in their order, summing to 1; null where gold has no distribution. */
  readonly goldShares: Float64Array | null;
  /** Code of the gold label; −1 where gold has none. */
  readonly gold: number;
  /** Predicted probabilities in the categories' order; a label alone is certain of itself. */
  readonly probabilities: Float64Array;
  /** Code of the predicted label: one of the likeliest categories. */
  readonly predicted: number;
  readonly cluster?: string | null;
}

/** Items as a sample in which each is alone of its kind, for resampling. */
export interface SoftSample extends Foldable {
  readonly items: readonly SoftItem[];
  readonly clusters: Int32Array | null;
}

/** Makes the sample; see `SoftSample`. */
export function softSample(items: readonly SoftItem[]): SoftSample {
  return {
    items,
    patterns: items.length,
    frequency: new Float64Array(items.length).fill(1),
    patternOfUnit: Int32Array.from(items.keys()),
    clusters: clustersOf(items),
  };
}
