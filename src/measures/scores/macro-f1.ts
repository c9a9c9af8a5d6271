import { classScores, itemsIn, type ConfusionTables } from './confusion.js';
import { NO_ITEMS, noScore, score, type ScoreConvention, type ScoreValue } from './score-convention.js';

function meanF1(
  { categories, pooled }: ConfusionTables,
  counts: (support: number, predicted: number) => boolean,
): ScoreValue {
  const used = classScores(categories, pooled).filter(({ support, predicted }) => counts(support, predicted));
  return score(used.reduce((sum, { f1 }) => sum + (f1 ?? 0), 0) / used.length);
}

/** Mean F1 over every class that occurs. Source: scikit-learn, f1_score(average="macro", zero_division=0). */
export const macro: ScoreConvention = {
  name: 'macro',
  title: 'mean F1 of all classes that occur',
  source: 'scikit-learn f1_score, average="macro"',
  rule: 'plain mean of F1 over the classes in gold or predictions; 0/0 is 0',
  compute(tables) {
    if (itemsIn(tables.pooled) === 0) return noScore(NO_ITEMS);
    return meanF1(tables, (support, predicted) => support + predicted > 0);
  },
};

/** Mean F1 of exactly three classes, declared or found. Source: the VAST and multi-dataset stance benchmarks. */
export const macro3: ScoreConvention = {
  name: 'macro3',
  title: 'mean F1 of three classes',
  source: 'stance benchmarks with three classes (VAST and others)',
  rule: 'plain mean of F1 over the three classes, also one that does not occur; 0/0 is 0',
  compute(tables) {
    if (itemsIn(tables.pooled) === 0) return noScore(NO_ITEMS);
    const classes = tables.categories.length;
    if (classes !== 3) return noScore(`needs three categories, there ${classes === 1 ? 'is 1' : `are ${classes}`}`);
    return meanF1(tables, () => true);
  },
};

/** Mean F1 weighted by the classes' support. Source: scikit-learn, f1_score(average="weighted"). */
export const weighted: ScoreConvention = {
  name: 'weighted',
  title: 'F1 weighted by support',
  source: 'scikit-learn f1_score, average="weighted"',
  rule: 'mean of F1 weighted by how often each class is in gold; 0/0 is 0',
  compute({ categories, pooled }) {
    const items = itemsIn(pooled);
    if (items === 0) return noScore(NO_ITEMS);
    const sum = classScores(categories, pooled).reduce((total, { support, f1 }) => total + support * (f1 ?? 0), 0);
    return score(sum / items);
  },
};
