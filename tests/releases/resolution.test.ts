import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Label } from '../../src/model/generated.js';
import { countedLabels } from '../../src/releases/counted-labels.js';
import { decideValue } from '../../src/releases/decide-value.js';
import { medianTowardZero, resolveScore, scoreFits } from '../../src/releases/resolve-score.js';
import { id, label, labelsBy, smallDataset } from './small-dataset.js';

const test = suite('resolution of one unit');

const units: readonly (readonly [values: string, adjudicated: string | null, value: string | null, basis: string])[] = [
  ['', null, null, 'auto'],
  ['favor', null, 'favor', 'single'],
  ['favor favor', null, 'favor', 'majority'],
  ['favor against', null, null, 'auto'],
  ['favor against favor', null, 'favor', 'majority'],
  ['favor against none', null, null, 'auto'],
  ['favor favor against against', null, null, 'auto'],
  ['favor favor against none', null, null, 'auto'],
  ['favor favor favor against none', null, 'favor', 'majority'],
  ['favor favor', 'against', 'against', 'adjudicated'],
  ['', 'mixed', 'mixed', 'adjudicated'],
];

for (const [values, adjudicated, value, basis] of units) {
  test(`labels (${values}) with decision ${adjudicated} give ${value} by ${basis}`, () => {
    const labels = values === '' ? [] : values.split(' ');
    const decision = decideValue(labels, adjudicated);
    assert.is(decision.value, value);
    assert.is(decision.basis, basis);
    assert.is(decision.labels, labels.length);
    assert.is(decision.tie !== null, labels.length > 1 && basis === 'auto');
  });
}

test('a tie tells its labels, the most frequent first', () => {
  assert.equal(decideValue(['none', 'favor', 'favor', 'against']).tie, [
    { value: 'favor', count: 2 },
    { value: 'against', count: 1 },
    { value: 'none', count: 1 },
  ]);
});

const counted = (labels: readonly Label[]): string[] => {
  const { batches, annotators } = smallDataset();
  const stances = countedLabels(labels, batches, annotators).get(id(1))?.fields.get('stance') ?? [];
  return stances.map((one) => `${one.annotator_id} ${one.value}`);
};

test('persons count, models only where no person labelled', () => {
  assert.equal(counted(labelsBy(1, 'stance', { 'm-1': 'against', 'ann-2': 'favor', 'm-2': 'against' })), [
    'ann-2 favor',
  ]);
  assert.equal(counted(labelsBy(1, 'stance', { 'm-2': 'against', 'm-1': 'favor' })), ['m-1 favor', 'm-2 against']);
});

test('only the last round of an annotator counts, in whatever order the labels come', () => {
  const rounds = [
    label(1, 'stance', 'against'),
    label(1, 'stance', 'favor', { round: 3 }),
    label(1, 'stance', 'none', { round: 2 }),
  ];
  assert.equal(counted(rounds), ['ann-1 favor']);
  assert.equal(counted([...rounds].reverse()), ['ann-1 favor']);
});

test('of two batches with the same round the one with the greater id counts', () => {
  const twice = [label(1, 'stance', 'favor', { batch_id: 'b2' }), label(1, 'stance', 'none', { batch_id: 'b1' })];
  assert.equal(counted(twice), ['ann-1 favor']);
});

test('pilot labels and labels of unknown batches do not count', () => {
  assert.equal(counted([label(1, 'stance', 'favor', { batch_id: 'p1', round: 9 }), label(1, 'stance', 'none')]), [
    'ann-1 none',
  ]);
  assert.equal(counted([label(1, 'stance', 'favor', { batch_id: 'nowhere' })]), []);
});

const medians: readonly (readonly [scores: readonly number[], median: number | null])[] = [
  [[], null],
  [[3], 3],
  [[1, 2], 1],
  [[-1, -2], -1],
  [[-2, -3], -2],
  [[3, 1], 2],
  [[3, 1, 3], 3],
  [[-1, 0], 0],
];
for (const [scores, median] of medians) {
  test(`the median of (${scores.join(' ')}), half toward 0, is ${median}`, () => {
    // Object.is: the median of -1 and 0 is 0, not -0, which JSON and CSV would write differently.
    assert.ok(Object.is(medianTowardZero(scores), median));
  });
}

test('a score comes from annotators whose stance is the resolved one', () => {
  const stances = labelsBy(1, 'stance', { 'ann-1': 'favor', 'ann-2': 'favor', 'ann-3': 'neutral' });
  const scores = labelsBy(1, 'stance_score', { 'ann-1': '1', 'ann-2': '2', 'ann-3': '0' });
  assert.is(resolveScore('favor', '+', stances, scores), 1);
  assert.is(resolveScore('against', '-', stances, scores), null);
});

test('a score against the sign is left out; neutral has 0 and a stance without a sign none', () => {
  const stances = labelsBy(1, 'stance', { 'ann-1': 'favor', 'ann-2': 'favor' });
  const scores = labelsBy(1, 'stance_score', { 'ann-1': '-3', 'ann-2': '2' });
  assert.is(resolveScore('favor', '+', stances, scores), 2);
  assert.is(resolveScore('neutral', '0', stances, scores), 0);
  assert.is(resolveScore('mixed', null, stances, scores, { adjudicated: 2 }), null);
});

test('a decided score goes before labels where it has the sign', () => {
  const stances = labelsBy(1, 'stance', { 'ann-1': 'favor' });
  const scores = labelsBy(1, 'stance_score', { 'ann-1': '1' });
  assert.is(resolveScore('favor', '+', stances, scores, { adjudicated: 3 }), 3);
  assert.is(resolveScore('favor', '+', stances, scores, { adjudicated: -3 }), 1);
});

test('no score goes with every stance, a score only with its sign', () => {
  assert.ok(scoreFits(null, '+') && scoreFits(null, null) && scoreFits(0, '0') && scoreFits(-1, '-'));
  assert.not(scoreFits(0, '+') || scoreFits(1, '-') || scoreFits(0, null) || scoreFits(2, '0'));
});

test.run();
