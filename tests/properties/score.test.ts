import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { recodingFor, recodeTables, SEMEVAL_CLASSES } from '../../src/measures/scores/class-scheme.js';
import { itemsIn } from '../../src/measures/scores/confusion.js';
import { scoreResults } from '../../src/measures/scores/score-results.js';
import { confusionTables, foldItems, type ScoredItem } from '../../src/measures/scores/score-sample.js';
import { softResults } from '../../src/measures/scores/soft-results.js';
import { softSample, type SoftItem } from '../../src/measures/scores/soft-sample.js';

const test = suite('score properties');

const labels = ['favor', 'against', 'none', 'neutral'];
const label = fc.constantFrom(...labels);
const items: fc.Arbitrary<ScoredItem[]> = fc.array(
  fc.record({ gold: label, predictions: fc.tuple(label), target: fc.constantFrom('t1', 't2', null) }),
  { minLength: 1, maxLength: 40 },
);
const values = (of: readonly ScoredItem[], order?: readonly string[]): Record<string, number | null> =>
  Object.fromEntries(scoreResults(foldItems(of, { order: order ?? [] })).map(({ score, value }) => [score, value]));

test('no score depends on the order of items', () => {
  fc.assert(
    fc.property(items, (some) => {
      assert.equal(values([...some].reverse(), labels), values(some, labels));
    }),
  );
});

test('scores that know no class by name do not change when labels are renamed', () => {
  const renamed = (name: string): string => `x${labels.indexOf(name)}`;
  fc.assert(
    fc.property(items, (some) => {
      const before = values(some);
      const after = values(
        some.map((item) => ({ ...item, gold: renamed(item.gold), predictions: item.predictions.map(renamed) })),
      );
      for (const name of ['accuracy', 'micro', 'macro', 'weighted', 'kappa', 'mcc']) {
        const [a, b] = [before[name]!, after[name]!];
        assert.ok(a === b || Math.abs(a - b) < 1e-12, `${name} ${a} ${b}`);
      }
    }),
  );
});

test('gold against gold is 1, the official scorer’s own value, or null with a reason', () => {
  fc.assert(
    fc.property(items, (some) => {
      const own = some.map((item) => ({ ...item, predictions: [item.gold] }));
      for (const { score, value, reason } of scoreResults(foldItems(own, { order: labels }))) {
        if (score === 'mae') assert.is(value, 0);
        else if (value === null) assert.ok(reason);
        else if (/^semeval2016|^vast/.test(score)) assert.ok(value >= 0 && value <= 1);
        else assert.ok(Math.abs(value - 1) < 1e-12, `${score} ${value}`);
      }
    }),
  );
});

test('recoding loses no item but those without a counterpart', () => {
  fc.assert(
    fc.property(items, fc.subarray(labels), (some, dropped) => {
      const sample = foldItems(some);
      const tables = confusionTables(sample, 0, sample.frequency);
      const map = new Map(labels.map((name) => [name, dropped.includes(name) ? null : 'NONE']));
      const recoded = recodeTables(tables, recodingFor(SEMEVAL_CLASSES, sample.categories, { name: 'm', map }));
      const kept = some.filter(({ gold, predictions }) => map.get(gold) !== null && map.get(predictions[0]!) !== null);
      assert.is(itemsIn(recoded.pooled), kept.length);
      assert.is(itemsIn(recoded.perTarget), kept.length);
    }),
  );
});

test('distances of distributions stay within their bounds, and cross-entropy is at least the entropy of gold', () => {
  const distribution = fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 })
    .filter((counts) => counts.some((count) => count > 0))
    .map((counts) => Float64Array.from(counts, (count) => count / counts.reduce((sum, one) => sum + one, 0)));
  fc.assert(
    fc.property(fc.array(fc.tuple(distribution, distribution), { minLength: 1, maxLength: 10 }), (pairs) => {
      const some = pairs.map(([goldShares, probabilities], i): SoftItem => {
        return { goldShares, gold: i % 3, probabilities, predicted: probabilities.indexOf(Math.max(...probabilities)) };
      });
      const { distributions, calibration, gold_entropy } = softResults(softSample(some));
      const bound: Readonly<Record<string, number>> = { manhattan: 2, jsd: 1, squared_distance: 2, brier: 2, ece: 1 };
      for (const { score, value } of [...distributions, ...calibration]) {
        assert.ok(value! >= -1e-12 && value! <= (bound[score] ?? Infinity) + 1e-12, `${score} ${value}`);
        if (score === 'cross_entropy') assert.ok(value! >= gold_entropy! - 1e-9);
      }
    }),
  );
});

test.run();
