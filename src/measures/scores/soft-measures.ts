import type { SoftItem } from './soft-sample.js';

/** What keeps the logarithm of a probability of 0 finite: it is clipped from below, or something is added to each. */
export interface Floor {
  readonly rule: 'clip' | 'add';
  readonly size: number;
}

export const DEFAULT_FLOOR: Floor = { rule: 'clip', size: 1e-12 };

/** A floor as results print it: "probabilities below 1e-12 count as 1e-12". */
export function floorInWords({ rule, size }: Floor): string {
  return rule === 'clip' ? `probabilities below ${size} count as ${size}` : `${size} is added to every probability`;
}

/** A measure that is the mean of what each item costs; null for an item that does not have what it needs. */
export interface SoftMeasure {
  readonly name: string;
  readonly source: string;
  readonly rule: string;
  /** Whether gold distributions (shares) are compared, or gold labels. */
  readonly gold: 'shares' | 'label';
  cost(gold: Float64Array, predicted: Float64Array): number;
}

const LOG2 = Math.LN2;

function sumOver(gold: Float64Array, cost: (share: number, category: number) => number): number {
  return gold.reduce((sum, share, category) => sum + cost(share, category), 0);
}

const squared = (gold: Float64Array, predicted: Float64Array): number =>
  sumOver(gold, (share, k) => (share - predicted[k]!) ** 2);

const information = (share: number, mixture: number): number =>
  share === 0 ? 0 : (share * Math.log(share / mixture)) / LOG2;

/**
 * The measures of predicted against gold distributions, with the given floor for the cross-entropy.
 * Sources: Leonardelli et al. (2023 and 2025), Learning With Disagreements (Manhattan, cross-entropy); Lin (1991), IEEE
 * Transactions on Information Theory 37 (Jensen-Shannon divergence); Brier (1950), Monthly Weather Review 78.
 */
export function softMeasures(floor: Floor = DEFAULT_FLOOR): readonly SoftMeasure[] {
  const floored = (probability: number): number =>
    floor.rule === 'add' ? probability + floor.size : Math.max(probability, floor.size);
  return [
    {
      name: 'manhattan',
      source: 'Learning With Disagreements 2025',
      rule: 'mean over items of the summed absolute differences of the shares; 0 to 2, lower is better',
      gold: 'shares',
      cost: (gold, predicted) => sumOver(gold, (share, k) => Math.abs(share - predicted[k]!)),
    },
    {
      name: 'jsd',
      source: 'Lin (1991)',
      rule: 'mean over items of the Jensen-Shannon divergence in bits; 0 to 1, lower is better',
      gold: 'shares',
      cost: (gold, predicted) =>
        sumOver(gold, (share, k) => {
          const mixture = (share + predicted[k]!) / 2;
          return (information(share, mixture) + information(predicted[k]!, mixture)) / 2;
        }),
    },
    {
      name: 'cross_entropy',
      source: 'Learning With Disagreements 2023',
      rule: `mean over items of the cross-entropy in nats, ${floorInWords(floor)}; lower is better, the gold's own entropy is the least`,
      gold: 'shares',
      cost: (gold, predicted) =>
        sumOver(gold, (share, k) =>
          share === 0 && floor.rule === 'clip' ? 0 : -share * Math.log(floored(predicted[k]!)),
        ),
    },
    {
      name: 'squared_distance',
      source: 'Brier (1950), against distributions',
      rule: 'mean over items of the summed squared differences of the shares; 0 to 2, lower is better',
      gold: 'shares',
      cost: squared,
    },
    {
      name: 'brier',
      source: 'Brier (1950), several classes',
      rule: 'mean over items of the summed squared differences from the gold label; 0 to 2, lower is better',
      gold: 'label',
      cost: squared,
    },
  ];
}

/** Mean entropy of the gold distributions in nats: what no cross-entropy can be below. Null without distributions. */
export function goldEntropy(items: readonly SoftItem[]): number | null {
  const shares = items.flatMap(({ goldShares }) => (goldShares === null ? [] : [goldShares]));
  if (shares.length === 0) return null;
  const entropy = (gold: Float64Array): number =>
    sumOver(gold, (share) => (share === 0 ? 0 : -share * Math.log(share)));
  return shares.reduce((sum, gold) => sum + entropy(gold), 0) / shares.length;
}
