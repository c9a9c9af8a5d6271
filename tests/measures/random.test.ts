import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createRandom } from '../../src/measures/random.js';

const test = suite('random numbers');

test('the same seed gives the same numbers, another seed others', () => {
  const draw = (seed: number): number[] => {
    const random = createRandom(seed);
    return Array.from({ length: 5 }, () => random.integer());
  };
  assert.equal(draw(1), draw(1));
  assert.is.not(draw(1).join(), draw(2).join());
});

test('the sequence of seed 1 never changes, or stored intervals would', () => {
  const random = createRandom(1);
  assert.equal([random.integer(), random.integer(), random.integer()], SEQUENCE);
});

const SEQUENCE = [2420951833, 2513034076, 3847892949];

test('uniform numbers fill the open unit interval evenly', () => {
  const random = createRandom(7);
  const bins = new Array<number>(10).fill(0);
  for (let i = 0; i < 100_000; i++) {
    const u = random.uniform();
    assert.ok(u > 0 && u < 1);
    bins[Math.floor(u * 10)]!++;
  }
  // Chi-square with 9 degrees of freedom: 27.9 is its 0.999 quantile.
  const chi = bins.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
  assert.ok(chi < 27.9, `chi-square ${chi}`);
});

test.run();
