import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { agreementResults } from '../../src/measures/agreement-results.js';
import { labelMatrix } from '../../src/measures/label-matrix.js';

const test = suite('written matrices');

const near = (actual: number, expected: number, relative = 1e-11): void => {
  assert.ok(Math.abs(actual / expected - 1) < relative, `expected ${expected}, found ${actual}`);
};

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

test.run();
