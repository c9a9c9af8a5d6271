import type { SoftItem } from './soft-sample.js';

/** One bin of the reliability table: (from, to], the first from 0 on. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly items: number;
  /** Mean probability given to the predicted labels; null in an empty bin. */
  readonly confidence: number | null;
  /** Share of them that are right; null in an empty bin. */
  readonly accuracy: number | null;
}

/** The bin of a confidence among so many of equal width: (from, to], 0 in the first. */
export function binOf(confidence: number, bins: number): number {
  let bin = Math.min(bins - 1, Math.floor(confidence * bins));
  // The bounds themselves decide, not the rounding of the product.
  while (bin > 0 && confidence <= bin / bins) bin--;
  while (bin < bins - 1 && confidence > (bin + 1) / bins) bin++;
  return bin;
}

/** How often predictions of each confidence are right; items without a gold label are left out. */
export function reliability(
  items: readonly SoftItem[],
  bins: number,
  frequency: Float64Array = new Float64Array(items.length).fill(1),
): ReliabilityBin[] {
  const count = new Float64Array(bins);
  const confidence = new Float64Array(bins);
  const right = new Float64Array(bins);
  items.forEach(({ gold, probabilities, predicted }, i) => {
    if (gold < 0 || frequency[i] === 0) return;
    const own = probabilities[predicted]!;
    const bin = binOf(own, bins);
    count[bin]! += frequency[i]!;
    confidence[bin]! += frequency[i]! * own;
    if (predicted === gold) right[bin]! += frequency[i]!;
  });
  return Array.from(count, (n, bin) => ({
    from: bin / bins,
    to: (bin + 1) / bins,
    items: n,
    confidence: n === 0 ? null : confidence[bin]! / n,
    accuracy: n === 0 ? null : right[bin]! / n,
  }));
}

/**
 * Expected calibration error: the mean difference of confidence and accuracy over the bins, weighted by their items.
 * Null without items.
 * Source: Naeini et al. (2015), AAAI; Guo et al. (2017), ICML, equation 3.
 */
export function calibrationError(table: readonly ReliabilityBin[]): number | null {
  const items = table.reduce((sum, bin) => sum + bin.items, 0);
  if (items === 0) return null;
  return table.reduce(
    (sum, bin) => sum + (bin.items / items) * Math.abs((bin.accuracy ?? 0) - (bin.confidence ?? 0)),
    0,
  );
}
