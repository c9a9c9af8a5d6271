import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fQuantile, logFTail } from '../../src/measures/f-distribution.js';
import { logChiSquareTail } from '../../src/measures/incomplete-gamma.js';
import { normalCdf, normalQuantile } from '../../src/measures/normal.js';

const test = suite('tails of distributions');

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

test.run();
