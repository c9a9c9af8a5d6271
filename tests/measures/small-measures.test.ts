import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { agreementResults } from '../../src/measures/agreement-results.js';
import { benchmark } from '../../src/measures/benchmark.js';
import { fQuantile, logFTail } from '../../src/measures/f-distribution.js';
import { logChiSquareTail } from '../../src/measures/incomplete-gamma.js';
import { labelMatrix } from '../../src/measures/label-matrix.js';
import { marginalHomogeneity } from '../../src/measures/marginal-homogeneity.js';
import { normalCdf, normalQuantile } from '../../src/measures/normal.js';
import { agreementPilot, kappaPilot, unitsForWidth, widthForUnits } from '../../src/measures/planning.js';
import { labelSet, setDistance } from '../../src/measures/set-distances.js';

const test = suite('distributions, tests, sets, planning');

const near = (actual: number, expected: number, relative = 1e-11): void => {
  assert.ok(Math.abs(actual / expected - 1) < relative, `expected ${expected}, found ${actual}`);
};

test('tails and quantiles are those of scipy 1.17.1', () => {
  near(normalCdf(1.96), 0.9750021048517795);
  near(normalCdf(-8), 6.22096057427174e-16);
  near(normalQuantile(0.975), 1.959963984540054);
  near(normalQuantile(1e-10), -6.361340902404056);
  near(Math.exp(logChiSquareTail(30.760442, 19)), 0.042883472366964555);
  near(Math.exp(logChiSquareTail(0.1, 3)), 0.9918374237318764);
  near(Math.exp(logFTail(1.6364623, 19, 40)), 0.09393072436577696);
  near(fQuantile(0.025, 5, 2.3), 26.704490227767504, 1e-10);
  near(fQuantile(0.025, 2.3, 5), 8.182852668832023, 1e-10);
  near(fQuantile(0.975, 19, 40), 0.4286465476310266, 1e-10);
});

test('a chi-square too large for a probability keeps its logarithm', () => {
  assert.ok(logChiSquareTail(2000, 3) < -990 && logChiSquareTail(2000, 3) > -1000);
});

test('two annotators who never differ, or gave no labels together, leave nothing to test', () => {
  assert.match(marginalHomogeneity(Float64Array.of(3, 0, 0, 4), 2).reason!, 'never differ');
  assert.match(marginalHomogeneity(new Float64Array(4), 2).reason!, 'no unit');
});

test('with two categories the test is that of McNemar', () => {
  const { stuart_maxwell, bhapkar } = marginalHomogeneity(Float64Array.of(10, 9, 3, 20), 2);
  near(stuart_maxwell!.value, (9 - 3) ** 2 / (9 + 3));
  near(bhapkar!.value, 3 / (1 - 3 / 42));
});

test('a category on which they never differ, or that nobody used, changes nothing', () => {
  const two = marginalHomogeneity(Float64Array.of(10, 9, 3, 20), 2).stuart_maxwell!;
  const four = marginalHomogeneity(
    Float64Array.of(10, 9, 0, 0, 3, 20, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0),
    4,
  ).stuart_maxwell!;
  near(four.value, two.value);
  assert.equal(four.df, [1]);
});

test('confusions in groups that never mix have the degrees of freedom of the groups', () => {
  const cells = Float64Array.of(5, 4, 0, 0, 1, 5, 0, 0, 0, 0, 5, 6, 0, 0, 2, 5);
  const found = marginalHomogeneity(cells, 4).stuart_maxwell!;
  assert.equal(found.df, [2]);
  near(found.value, 9 / 5 + 16 / 8);
});

test('without a value or an error no strength is retained, and the reason is said', () => {
  assert.match(benchmark(null, 0.1)[0]!.reason!, 'not defined');
  assert.match(benchmark(0.7, 0)[0]!.reason!, 'no standard error');
  assert.is(benchmark(0.9, 0.001)[0]!.retained, 'Almost Perfect');
});

test('labels are sets whatever their order; a bar alone is the empty set', () => {
  assert.equal([...labelSet('b| a |b')], ['b', 'a']);
  for (const empty of ['|', '{}', '[]', '∅']) assert.is(labelSet(empty).size, 0);
  const categories = ['a|b', 'b|a', 'a', '|', 'c'];
  const at = (name: 'jaccard' | 'masi_nltk' | 'masi_dkpro', a: string, b: string): number =>
    setDistance(name, categories).matrix(new Float64Array(5))[categories.indexOf(a) * 5 + categories.indexOf(b)]!;
  for (const name of ['jaccard', 'masi_nltk', 'masi_dkpro'] as const) {
    assert.is(at(name, 'a|b', 'b|a'), 0);
    assert.is(at(name, '|', '|'), 0);
    assert.is(at(name, 'a', 'c'), 1);
    assert.is(at(name, 'a', 'a|b'), at(name, 'a|b', 'a'));
  }
  // Pair {A}, {A, B} as the two programs have it.
  near(at('masi_nltk', 'a', 'a|b'), 0.665);
  near(at('masi_dkpro', 'a', 'a|b'), 1 / 6);
  assert.is(at('jaccard', '|', 'a'), 1);
  near(at('masi_dkpro', '|', 'a'), 1 / 3);
});

test('written weights and distances stand in for the named ones, and a category they lack is said', () => {
  const cells = [
    ['1', '1'],
    ['2', '3'],
    ['3', '3'],
    ['1', '2'],
  ].flatMap((row, u) => row.map((label, a) => ({ unit: `u${u}`, annotator: `a${a}`, label })));
  const categories = ['3', '2', '1'];
  const written = (of: (a: number, b: number) => number) => ({
    name: 'own.csv',
    categories,
    cells: Float64Array.from(categories.flatMap((a) => categories.map((b) => of(Number(a), Number(b))))),
  });
  const matrix = labelMatrix(cells);
  const options = { coefficients: ['krippendorff_alpha', 'cohen_kappa'] };
  const named = agreementResults(matrix, { ...options, weights: ['quadratic'], distances: ['interval'] });
  const own = agreementResults(matrix, {
    ...options,
    weights: [written((a, b) => 1 - (a - b) ** 2 / 4)],
    distances: [written((a, b) => (a - b) ** 2)],
  });
  own.forEach(({ value }, i) => near(value!, named[i]!.value!));
  assert.is(own[0]!.distance, 'own.csv');
  assert.is(own[1]!.weights, 'own.csv');
  const short = { name: 'short.csv', categories: ['1', '2'], cells: Float64Array.of(0, 1, 1, 0) };
  const [lacking] = agreementResults(matrix, { ...options, distances: [short] });
  assert.is(lacking!.value, null);
  assert.match(lacking!.reason!, 'lacks a category');
});

test('units for a width: the textbook numbers', () => {
  assert.is(unitsForWidth(agreementPilot(0.5), 0.1), 385);
  assert.is(unitsForWidth(agreementPilot(0.5), 0.1, { population: 1000 }), 278);
  assert.is(unitsForWidth({ se: 0.05, units: 100 }, 0.196, { confidence: 0.95 }), 100);
  // With two categories used alike the variance of kappa is one minus its square.
  assert.is(unitsForWidth(kappaPilot(0.6, [1, 1])!, 0.1), Math.ceil((2 * 1.959963984540054 * 0.8) ** 2 / 0.01));
});

test('width and units are each other turned round', () => {
  const pilot = { se: 0.04, units: 120 };
  for (const width of [0.05, 0.1, 0.3]) {
    const units = unitsForWidth(pilot, width);
    assert.ok(widthForUnits(pilot, units) <= width);
    assert.ok(widthForUnits(pilot, units - 1) > width || units === 2);
  }
});

test('an impossible kappa has no plan', () => {
  assert.is(kappaPilot(-0.9, [0.9, 0.1]), null);
  assert.is(kappaPilot(0.5, [1]), null);
  assert.is(kappaPilot(1.2, [1, 1]), null);
});

test.run();
