import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { DISTANCE_NAMES, namedDistance } from '../../src/measures/distances.js';
import { namedWeights, WEIGHT_NAMES } from '../../src/measures/weights.js';

const test = suite('distances and weights');

test('every distance is symmetric and zero on the diagonal', () => {
  for (const name of DISTANCE_NAMES) {
    const matrix = namedDistance(name, [1, 2, 4])!.matrix(Float64Array.of(5, 2, 3));
    for (let k = 0; k < 3; k++) {
      assert.is(matrix[k * 4], 0, name);
      for (let l = 0; l < 3; l++) assert.is(matrix[k * 3 + l], matrix[l * 3 + k], name);
    }
  }
});

test('the ordinal distance counts the labels between two ranks', () => {
  const matrix = namedDistance('ordinal', [1, 2, 3])!.matrix(Float64Array.of(4, 6, 2));
  assert.is(matrix[1], (4 / 2 + 6 / 2) ** 2);
  assert.is(matrix[2], (4 / 2 + 6 + 2 / 2) ** 2);
});

test('every weighting is 1 on the diagonal and 0 for the farthest', () => {
  for (const name of WEIGHT_NAMES) {
    const { matrix } = namedWeights(name, [1, 2, 3, 4])!;
    assert.is(Math.min(...matrix), 0, name);
    for (let k = 0; k < 4; k++) assert.is(matrix[k * 5], 1, name);
  }
});

test('ratio is undefined where two values sum to zero, and fine with a zero among positive ones', () => {
  assert.is(namedWeights('ratio', [-1, 0, 1]), null);
  assert.is(namedDistance('ratio', [-2, 2]), null);
  assert.ok(namedWeights('ratio', [0, 1, 2]));
});

test.run();
