import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { marginalHomogeneity } from '../../src/measures/marginal-homogeneity.js';

const test = suite('marginal homogeneity');

const near = (actual: number, expected: number, relative = 1e-11): void => {
  assert.ok(Math.abs(actual / expected - 1) < relative, `expected ${expected}, found ${actual}`);
};

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

test.run();
