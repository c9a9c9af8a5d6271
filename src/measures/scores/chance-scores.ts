import { itemsIn, type ConfusionTables } from './confusion.js';
import { NO_ITEMS, noScore, score, type ScoreConvention, type ScoreValue } from './score-convention.js';

interface Marginals {
  readonly items: number;
  readonly gold: Float64Array;
  readonly predicted: Float64Array;
  readonly correct: number;
}

function marginals({ categories, pooled }: ConfusionTables): Marginals {
  const size = categories.length;
  const gold = new Float64Array(size);
  const predicted = new Float64Array(size);
  let correct = 0;
  pooled.forEach((count, cell) => {
    const row = Math.floor(cell / size);
    gold[row]! += count;
    predicted[cell % size]! += count;
    if (row === cell % size) correct += count;
  });
  return { items: itemsIn(pooled), gold, predicted, correct };
}

const NO_ORDER = 'the categories are no numbers and their order is not declared';

function weightedKappa(tables: ConfusionTables, distance: (k: number, l: number) => number): ScoreValue {
  const size = tables.categories.length;
  const { items, gold, predicted } = marginals(tables);
  if (items === 0) return noScore(NO_ITEMS);
  let observed = 0;
  let expected = 0;
  tables.pooled.forEach((count, cell) => {
    const k = Math.floor(cell / size);
    const l = cell % size;
    observed += (count / items) * distance(k, l);
    expected += (gold[k]! / items) * (predicted[l]! / items) * distance(k, l);
  });
  return expected === 0 ? noScore('gold and predictions have one category alone') : score(1 - observed / expected);
}

/** Cohen's kappa of predictions with gold. Source: Cohen (1960). */
export const kappa: ScoreConvention = {
  name: 'kappa',
  title: "Cohen's kappa with gold",
  source: 'Cohen (1960)',
  rule: 'agreement corrected for chance by the shares of gold and of predictions',
  compute: (tables) => weightedKappa(tables, (k, l) => (k === l ? 0 : 1)),
};

/** Quadratically weighted kappa on an ordered scale. Source: Cohen (1968). */
export const quadraticKappa: ScoreConvention = {
  name: 'qwk',
  title: 'quadratically weighted kappa with gold',
  source: 'Cohen (1968)',
  rule: 'kappa with squared differences of the values (positions where categories are no numbers)',
  compute(tables) {
    const { values } = tables;
    if (values === null) return itemsIn(tables.pooled) === 0 ? noScore(NO_ITEMS) : noScore(NO_ORDER);
    return weightedKappa(tables, (k, l) => (values[k]! - values[l]!) ** 2);
  },
};

/** Mean absolute error on an ordered scale. */
export const meanAbsoluteError: ScoreConvention = {
  name: 'mae',
  title: 'mean absolute error',
  source: 'mean of the absolute differences',
  rule: 'mean absolute difference of the values (positions where categories are no numbers); lower is better',
  compute({ categories, values, pooled }) {
    const items = itemsIn(pooled);
    if (items === 0) return noScore(NO_ITEMS);
    if (values === null) return noScore(NO_ORDER);
    const size = categories.length;
    const sum = pooled.reduce(
      (total, count, cell) => total + count * Math.abs(values[Math.floor(cell / size)]! - values[cell % size]!),
      0,
    );
    return score(sum / items);
  },
};

/**
 * Matthews' correlation for several classes. Predictions (or gold) of one category alone give 0, as in scikit-learn;
 * if both are of one category there is nothing to correlate.
 * Source: Gorodkin (2004), Computational Biology and Chemistry 28.
 */
export const matthews: ScoreConvention = {
  name: 'mcc',
  title: 'Matthews correlation',
  source: 'Gorodkin (2004)',
  rule: 'correlation of the two classifications; 0 where one of them has a single category',
  compute(tables) {
    const { items, gold, predicted, correct } = marginals(tables);
    if (items === 0) return noScore(NO_ITEMS);
    const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, k) => sum + value * b[k]!, 0);
    const goldSpread = items ** 2 - dot(gold, gold);
    const predictedSpread = items ** 2 - dot(predicted, predicted);
    if (goldSpread === 0 && predictedSpread === 0) return noScore('gold and predictions have one category each');
    if (goldSpread === 0 || predictedSpread === 0) return score(0);
    const covariance = correct * items - dot(gold, predicted);
    return score(covariance / (Math.sqrt(goldSpread) * Math.sqrt(predictedSpread)));
  },
};
