import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { binOf, calibrationError, reliability } from '../../../src/measures/scores/calibration.js';
import type { Floor } from '../../../src/measures/scores/soft-measures.js';
import { softResults } from '../../../src/measures/scores/soft-results.js';
import { softSample, type SoftItem } from '../../../src/measures/scores/soft-sample.js';

const test = suite('soft');

const item = (goldShares: number[] | null, probabilities: number[], gold = -1, cluster?: string): SoftItem => ({
  goldShares: goldShares === null ? null : Float64Array.from(goldShares),
  gold,
  probabilities: Float64Array.from(probabilities),
  predicted: probabilities.indexOf(Math.max(...probabilities)),
  ...(cluster === undefined ? {} : { cluster }),
});

function valuesOf(items: readonly SoftItem[], floor?: Floor): Record<string, number | null> {
  const { distributions, calibration } = softResults(softSample(items), floor === undefined ? {} : { floor });
  return Object.fromEntries([...distributions, ...calibration].map(({ score, value }) => [score, value]));
}

/** 168 items whose shares of positive votes sum to 22.01, as the rounded ones of a public test set do. */
const SHARES = (
  [
    [0.17, 33],
    [0.33, 20],
    [0.5, 12],
    [0.67, 4],
    [0.56, 2],
    [0, 97],
  ] as const
).flatMap(([share, items]) => Array.from({ length: items }, () => share));

for (const [rule, size, expected] of [
  ['add', 1e-9, '2.7150'],
  ['clip', 1e-12, '3.6200'],
  ['clip', 1e-15, '4.5250'],
] as const) {
  test(`a system that always says no has the known cross-entropy with floor ${rule} ${size}`, () => {
    const items = SHARES.map((share) => item([1 - share, share], [1, 0]));
    assert.is(items.length, 168);
    const { cross_entropy, manhattan } = valuesOf(items, { rule, size });
    assert.is(cross_entropy!.toFixed(4), expected);
    assert.is(manhattan!.toFixed(4), '0.2620');
  });
}

test('the mean of a set as constant prediction has the known cross-entropy', () => {
  const share = 869 / 6720;
  const items = SHARES.map((one) => item([1 - one, one], [1 - share, share]));
  assert.is(valuesOf(items)['cross_entropy']!.toFixed(4), '0.3883');
});

test('distributions against themselves cost nothing, and cross-entropy is the entropy of gold', () => {
  const items = [item([0.5, 0.5, 0], [0.5, 0.5, 0]), item([1, 0, 0], [1, 0, 0])];
  const { manhattan, jsd, squared_distance, cross_entropy } = valuesOf(items);
  assert.equal([manhattan, jsd, squared_distance], [0, 0, 0]);
  assert.is(cross_entropy, Math.LN2 / 2);
  assert.is(softResults(softSample(items)).gold_entropy, Math.LN2 / 2);
});

test('distributions without anything in common are as far apart as can be', () => {
  const { manhattan, jsd, squared_distance, cross_entropy } = valuesOf([item([1, 0], [0, 1])]);
  assert.equal([manhattan, jsd, squared_distance], [2, 1, 2]);
  assert.is(cross_entropy, -Math.log(1e-12));
});

test('Jensen-Shannon divergence is in bits and symmetric', () => {
  // By hand: mixture 0.7, 0.3; (KL(0.9,0.1 || m) + KL(0.5,0.5 || m)) / 2.
  const kl = (p: number, m: number): number => p * Math.log2(p / m) + (1 - p) * Math.log2((1 - p) / (1 - m));
  const expected = (kl(0.9, 0.7) + kl(0.5, 0.7)) / 2;
  const value = valuesOf([item([0.9, 0.1], [0.5, 0.5])])['jsd']!;
  assert.ok(Math.abs(value - expected) < 1e-12);
  assert.ok(Math.abs(value - valuesOf([item([0.5, 0.5], [0.9, 0.1])])['jsd']!) < 1e-15);
});

test('the Brier score sums over classes', () => {
  const { brier } = valuesOf([item(null, [0.7, 0.2, 0.1], 0), item(null, [0.7, 0.2, 0.1], 2)]);
  assert.ok(Math.abs(brier! - (0.09 + 0.04 + 0.01 + 0.49 + 0.04 + 0.81) / 2) < 1e-12);
});

test('bins are open below and closed above, whatever the rounding', () => {
  assert.equal(
    [0, 0.1, 0.100001, 0.3, 0.6, 0.7, 0.70001, 1].map((one) => binOf(one, 10)),
    [0, 0, 1, 2, 5, 6, 7, 9],
  );
});

test('the calibration error weighs bins by their items', () => {
  const items = [
    item(null, [0.95, 0.05], 0),
    item(null, [0.95, 0.05], 1),
    item(null, [0.6, 0.4], 0),
    item(null, [0.4, 0.6], 1),
    item([0.5, 0.5], [0.4, 0.6]),
  ];
  const table = reliability(items, 10);
  assert.equal(
    table.filter((bin) => bin.items > 0).map((bin) => [bin.from, bin.to, bin.items, bin.confidence, bin.accuracy]),
    [
      [0.5, 0.6, 2, 0.6, 1],
      [0.9, 1, 2, 0.95, 0.5],
    ],
  );
  assert.ok(Math.abs(calibrationError(table)! - (0.5 * 0.4 + 0.5 * 0.45)) < 1e-12);
});

test('what gold does not have is null with a reason', () => {
  const { distributions, calibration, gold_entropy } = softResults(softSample([item(null, [1, 0], 0)]));
  assert.ok(distributions.every(({ value, reason }) => value === null && reason !== null));
  assert.is(gold_entropy, null);
  assert.ok(calibration.every(({ value }) => value === 0));
  const empty = softResults(softSample([]), { bootstrap: 10 });
  assert.ok([...empty.distributions, ...empty.calibration].every(({ value, ci }) => value === null && ci === null));
});

test('intervals are by cluster and by item', () => {
  const items = SHARES.map((share, i) => item([1 - share, share], [0.9, 0.1], share > 0.5 ? 1 : 0, `d${i % 20}`));
  const { distributions, calibration } = softResults(softSample(items), { bootstrap: 200 });
  for (const { value, intervals, ci } of [...distributions, ...calibration]) {
    assert.equal(
      intervals.map(({ method }) => method),
      ['bootstrap percentile by cluster', 'bootstrap percentile by unit'],
    );
    assert.ok(ci![0] <= value! && value! <= ci![1]);
  }
});

test.run();
