import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { scoreDifferences } from '../../../src/measures/scores/compare-systems.js';
import { evaluators } from '../../../src/measures/scores/evaluator.js';
import { benjaminiHochberg } from '../../../src/measures/scores/false-discovery.js';
import { accuracy } from '../../../src/measures/scores/accuracy.js';
import { mcNemar, mcNemarTest } from '../../../src/measures/scores/mcnemar.js';
import { randomizationTests } from '../../../src/measures/scores/randomization.js';
import { semeval2016 } from '../../../src/measures/scores/semeval2016.js';
import { foldItems, type ScoredItem } from '../../../src/measures/scores/score-sample.js';

const test = suite('compare systems');

// The same examples in every run: a failure can be looked at again.
fc.configureGlobal({ seed: 20311 });
const ACCURACY = evaluators([accuracy], ['a', 'b']);

/** Items that only the first, only the second, or both have right. */
function items(first: number, second: number, both: number, cluster?: (i: number) => string): ScoredItem[] {
  const make = (count: number, predictions: string[]): ScoredItem[] =>
    Array.from({ length: count }, () => ({ gold: 'a', predictions }));
  const all = [...make(first, ['a', 'b']), ...make(second, ['b', 'a']), ...make(both, ['a', 'a'])];
  return cluster === undefined ? all : all.map((item, i) => ({ ...item, cluster: cluster(i) }));
}

test('the exact randomization of accuracy is the exact McNemar test', () => {
  const counts = fc.nat({ max: 30 });
  fc.assert(
    fc.property(counts, counts, counts, (first, second, both) => {
      fc.pre(first + second > 0);
      const sample = foldItems(items(first, second, both));
      const [test1] = randomizationTests(sample, [0, 1], ACCURACY);
      assert.is(test1!.method, 'exact');
      assert.ok(Math.abs(test1!.p_value! - mcNemar(sample, [0, 1]).p_value!) < 1e-9);
    }),
    { numRuns: 30 },
  );
});

test('a random sample of exchanges comes near the exact answer and repeats with its seed', () => {
  const sample = foldItems(items(25, 12, 20));
  const [exact] = randomizationTests(sample, [0, 1], ACCURACY);
  const drawn = (seed: number): number =>
    randomizationTests(sample, [0, 1], ACCURACY, { exactUpTo: 1, permutations: 4000, seed })[0]!.p_value!;
  assert.ok(Math.abs(drawn(1) - exact!.p_value!) < 0.02, `${drawn(1)} ${exact!.p_value}`);
  assert.is(drawn(2), drawn(2));
  assert.is(randomizationTests(sample, [0, 1], ACCURACY, { exactUpTo: 1 })[0]!.method, 'approximate');
});

test('whole clusters are exchanged together: near-copies are no evidence', () => {
  const alone = foldItems(items(12, 0, 0, (i) => `d${i}`));
  const copies = foldItems(items(12, 0, 0, (i) => `d${i % 2}`));
  const p = (sample: typeof alone): number =>
    randomizationTests(sample, [0, 1], ACCURACY, { clusters: sample.clusters })[0]!.p_value!;
  assert.ok(Math.abs(p(alone) - 2 / 2 ** 12) < 1e-12);
  assert.ok(Math.abs(p(copies) - 2 / 4) < 1e-12);
});

test('a system against itself has p 1 and no difference', () => {
  const sample = foldItems(items(5, 3, 2));
  const [one] = scoreDifferences(sample, [0, 0], { conventions: [accuracy], permutations: 100, bootstrap: 50 });
  assert.is(one!.difference, 0);
  assert.equal(one!.ci, [0, 0]);
  assert.is(one!.randomization[0]!.p_value, 1);
});

test('differences have both intervals and both tests where clusters are known', () => {
  const sample = foldItems(items(9, 3, 8, (i) => `d${i % 5}`));
  const [one] = scoreDifferences(sample, [0, 1], { conventions: [accuracy], permutations: 100, bootstrap: 50 });
  assert.equal(
    [...one!.intervals.map(({ method }) => method), ...one!.randomization.map(({ by }) => by)],
    ['paired bootstrap percentile by cluster', 'paired bootstrap percentile by unit', 'cluster', 'unit'],
  );
});

test('a score that is not defined is not tested', () => {
  const [one] = scoreDifferences(foldItems(items(2, 1, 0)), [0, 1], {
    conventions: [semeval2016],
    permutations: 10,
    bootstrap: 10,
  });
  assert.equal([one!.difference, one!.ci, one!.randomization], [null, null, []]);
  assert.match(one!.reason!, 'favor');
});

test("McNemar's chi-square has its tail from the chi-square distribution", () => {
  const known = mcNemarTest(400, 221);
  assert.is(known.chi_square!.toFixed(3), '51.021');
  assert.ok(Math.abs(known.chi_square_p! / 9.138613316614e-13 - 1) < 1e-9, String(known.chi_square_p));
  const table = mcNemarTest(150, 86);
  assert.is(table.chi_square, 63 ** 2 / 236);
  assert.ok(Math.abs(table.chi_square_p! - 4.1145622813459415e-5) < 1e-15);
  assert.is(mcNemarTest(1, 1).chi_square_p, 1);
  assert.is(mcNemarTest(3, 3).p_value, 1);
  assert.ok(mcNemarTest(5000, 0).p_value! > 0);
});

test('p-values are adjusted as by R, undefined ones left alone', () => {
  const rounded = (values: (number | null)[]): (number | null)[] =>
    values.map((value) => (value === null ? null : Number(value.toFixed(6))));
  assert.equal(rounded(benjaminiHochberg([0.01, 0.02, 0.03, 0.04, 0.05])), [0.05, 0.05, 0.05, 0.05, 0.05]);
  assert.equal(rounded(benjaminiHochberg([0.2, 0.005, null, 0.6, 0.009, 0.05])), [
    0.25,
    0.0225,
    null,
    0.6,
    0.0225,
    0.083333,
  ]);
  assert.equal(benjaminiHochberg([]), []);
});

test.run();
