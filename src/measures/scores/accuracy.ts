import { itemsIn, type ConfusionTables } from './confusion.js';
import { score, type ScoreConvention } from './score-convention.js';

function shareCorrect({ categories, pooled }: ConfusionTables): number {
  return categories.reduce((sum, _, code) => sum + pooled[code * (categories.length + 1)]!, 0) / itemsIn(pooled);
}

/** The share of items predicted right. */
export const accuracy: ScoreConvention = {
  name: 'accuracy',
  title: 'accuracy',
  source: 'share of items predicted right',
  rule: 'correct items over items',
  compute: (tables) => score(shareCorrect(tables)),
};

/**
 * F1 of the pooled decisions: with one label per item every wrong one is a false positive of one class and a false
 * negative of another, so that it is the accuracy. It has its own name because papers print it under it.
 */
export const micro: ScoreConvention = {
  name: 'micro',
  title: 'micro F1',
  source: 'scikit-learn f1_score, average="micro"',
  rule: 'F1 of the decisions of all classes pooled; with one label per item the same as accuracy',
  compute: (tables) => score(shareCorrect(tables)),
};
