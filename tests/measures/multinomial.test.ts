import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { drawBinomial, drawMultinomial } from '../../src/measures/multinomial.js';
import { createRandom } from '../../src/measures/random.js';

const test = suite('multinomial draws');

/** Mean and variance of many draws, in standard errors from what they should be. */
function deviation(n: number, p: number): { mean: number; variance: number } {
  const random = createRandom(11);
  const draws = Array.from({ length: 20_000 }, () => drawBinomial(n, p, random));
  const mean = draws.reduce((sum, k) => sum + k, 0) / draws.length;
  const variance = draws.reduce((sum, k) => sum + (k - mean) ** 2, 0) / (draws.length - 1);
  const expected = n * p * (1 - p);
  return {
    mean: (mean - n * p) / Math.sqrt(expected / draws.length),
    variance: (variance / expected - 1) / Math.sqrt(2 / draws.length + 1 / expected / draws.length),
  };
}

for (const [n, p] of [
  [5, 0.3],
  [40, 0.2],
  [40, 0.26],
  [1000, 0.5],
  [1000, 0.97],
  [1_000_000, 0.004],
  [1_000_000, 0.3],
] as const) {
  test(`binomial draws of ${n} trials at ${p} have the right mean and spread`, () => {
    const { mean, variance } = deviation(n, p);
    assert.ok(Math.abs(mean) < 4, `mean off by ${mean} standard errors`);
    assert.ok(Math.abs(variance) < 5, `variance off by ${variance} standard errors`);
  });
}

test('the rejection sampler has the right probability in every cell', () => {
  const random = createRandom(3);
  const [n, p, draws] = [60, 0.25, 60_000];
  const counts = new Array<number>(n + 1).fill(0);
  for (let i = 0; i < draws; i++) counts[drawBinomial(n, p, random)]!++;
  let chi = 0;
  let cells = 0;
  let probability = (1 - p) ** n;
  for (let k = 0; k <= n; k++) {
    const expected = probability * draws;
    if (expected > 5) {
      chi += (counts[k]! - expected) ** 2 / expected;
      cells++;
    }
    probability *= ((n - k) / (k + 1)) * (p / (1 - p));
  }
  // About `cells` on average; five standard deviations above would be a broken sampler.
  assert.ok(chi < cells + 5 * Math.sqrt(2 * cells), `chi-square ${chi} over ${cells} cells`);
});

test('a multinomial draw keeps the number of units and never fills an empty bin', () => {
  const random = createRandom(5);
  const frequency = Float64Array.of(3, 0, 5, 2);
  const into = new Float64Array(4);
  for (let i = 0; i < 200; i++) {
    drawMultinomial(10, frequency, 10, random, into);
    assert.is(
      into.reduce((sum, size) => sum + size, 0),
      10,
    );
    assert.is(into[1], 0);
  }
});

test('certain and impossible things happen always and never', () => {
  const random = createRandom(1);
  assert.is(drawBinomial(9, 1, random), 9);
  assert.is(drawBinomial(9, 0, random), 0);
  assert.is(drawBinomial(0, 0.5, random), 0);
});

test.run();
