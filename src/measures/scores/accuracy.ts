import { itemsIn } from './confusion.js';
import { NO_ITEMS, noScore, score, type ScoreConvention } from './score-convention.js';

/** The share of items predicted right; with one label per item the same as micro F1. */
export const accuracy: ScoreConvention = {
  name: 'accuracy',
  title: 'accuracy',
  source: 'share of items predicted right',
  rule: 'correct items over items; equal to micro F1',
  compute({ categories, pooled }) {
    const items = itemsIn(pooled);
    if (items === 0) return noScore(NO_ITEMS);
    return score(categories.reduce((sum, _, code) => sum + pooled[code * (categories.length + 1)]!, 0) / items);
  },
};
