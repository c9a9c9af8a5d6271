import { itemsIn, type ConfusionTables } from './confusion.js';
import { noScore, score, type ScoreConvention, type ScoreValue } from './score-convention.js';

interface Marginals {
  readonly items: number;
  readonly gold: Float64Array;
  readonly predicted: Float64Array;
  readonly correct: number;
}

function marginals({ categories, pooled }: Pick<ConfusionTables, 'categories' | 'pooled'>): Marginals {
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

function weightedKappa(
  tables: Pick<ConfusionTables, 'categories' | 'pooled'>,
  distance: (k: number, l: number) => number,
): ScoreValue {
  const size = tables.categories.length;
  const { items, gold, predicted } = marginals(tables);
  let observed = 0;
  let expected = 0;
  tables.pooled.forEach((count, cell) => {
    const k = Math.floor(cell / size);
    const l = cell % size;
    if (count > 0) observed += (count / items) * distance(k, l);
    const chance = (gold[k]! / items) * (predicted[l]! / items);
    if (chance > 0) expected += chance * distance(k, l);
  });
  return expected === 0 ? noScore('gold and predictions have one category alone') : score(1 - observed / expected);
}

const NO_SCALE = 'the categories are no numbers and their order is not declared; --order declares it';
const OFF_SCALE = 'a label without a place on the scale';

/** Runs a score on the items whose gold label and prediction both have a place on the scale; the others are counted. */
function onScale(
  tables: ConfusionTables,
  compute: (table: Float64Array, values: Float64Array) => ScoreValue,
): ScoreValue {
  const { values, pooled } = tables;
  if (values === null) return noScore(NO_SCALE);
  const size = values.length;
  const kept = pooled.map((count, cell) =>
    Number.isNaN(values[Math.floor(cell / size)]!) || Number.isNaN(values[cell % size]!) ? 0 : count,
  );
  const off = itemsIn(pooled) - itemsIn(kept);
  if (off === 0) return compute(kept, values);
  const dropped = { [OFF_SCALE]: off };
  if (itemsIn(kept) === 0) return { ...noScore('no item has both labels on the scale'), dropped };
  return { ...compute(kept, values), dropped };
}

/** Cohen's kappa of predictions with gold. Source: Cohen (1960), Educational and Psychological Measurement 20. */
export const kappa: ScoreConvention = {
  name: 'kappa',
  title: "Cohen's kappa with gold",
  source: 'Cohen (1960)',
  rule: 'agreement corrected for chance by the shares of gold and of predictions',
  compute: (tables) => weightedKappa(tables, (k, l) => (k === l ? 0 : 1)),
};

/** Quadratically weighted kappa on an ordered scale. Source: Cohen (1968), Psychological Bulletin 70. */
export const quadraticKappa: ScoreConvention = {
  name: 'qwk',
  title: 'quadratically weighted kappa with gold',
  source: 'Cohen (1968)',
  rule: 'kappa with squared differences of the values (places in --order where categories are no numbers)',
  compute: (tables) =>
    onScale(tables, (pooled, values) =>
      weightedKappa({ categories: tables.categories, pooled }, (k, l) => (values[k]! - values[l]!) ** 2),
    ),
};

/** Mean absolute error on an ordered scale. */
export const meanAbsoluteError: ScoreConvention = {
  name: 'mae',
  title: 'mean absolute error',
  source: 'mean of the absolute differences',
  rule: 'mean absolute difference of the values (places in --order where categories are no numbers); lower is better',
  lowerIsBetter: true,
  compute: (tables) =>
    onScale(tables, (pooled, values) => {
      const size = values.length;
      let sum = 0;
      pooled.forEach((count, cell) => {
        if (count > 0) sum += count * Math.abs(values[Math.floor(cell / size)]! - values[cell % size]!);
      });
      return score(sum / itemsIn(pooled));
    }),
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
    const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, k) => sum + value * b[k]!, 0);
    const goldSpread = items ** 2 - dot(gold, gold);
    const predictedSpread = items ** 2 - dot(predicted, predicted);
    if (goldSpread === 0 && predictedSpread === 0) return noScore('gold and predictions have one category each');
    if (goldSpread === 0 || predictedSpread === 0) return score(0);
    const covariance = correct * items - dot(gold, predicted);
    return score(covariance / (Math.sqrt(goldSpread) * Math.sqrt(predictedSpread)));
  },
};
