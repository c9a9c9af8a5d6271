import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { agree } from '../../src/flows/agree.js';
import { rowsOf } from './agree-rows.js';

const test = suite('agree diagnosis');

/** Two annotators' labels by how often each pair of labels occurs. */
function table(cells: Readonly<Record<string, number>>): string[] {
  const pairs = Object.entries(cells).flatMap(([pair, times]) => new Array<string>(times).fill(pair));
  return pairs.flatMap((pair, u) => pair.split(' ').map((label, a) => `u${u},${'ab'[a]},${label}`));
}

test('high agreement with a low alpha is laid to prevalence in one sentence', () => {
  // The 2 x 2 table of Byrt, Bishop and Carlin (1993), p. 426 in shape: nearly all labels in one category.
  const { paradox } = agree(rowsOf(table({ 'x x': 90, 'x y': 5, 'y x': 5, 'y y': 0 })), { bootstrap: 0 });
  assert.ok(Math.abs(paradox!.prevalence_index! - 0.9) < 1e-12);
  assert.ok(Math.abs(paradox!.bias_index!) < 1e-12);
  assert.ok(paradox!.krippendorff_alpha! < 0 && paradox!.gwet_ac1! > 0.85);
  assert.match(paradox!.sentence, /^Agreement is high but alpha low next to AC1 .* 95 % of the labels are "x"/);
  assert.not.match(paradox!.sentence, 'different shares');
});

test("annotators' different shares are named with the largest kappa they allow", () => {
  const { paradox, pairs } = agree(rowsOf(table({ 'x x': 40, 'x y': 30, 'y x': 0, 'y y': 30 })), { bootstrap: 0 });
  assert.ok(Math.abs(paradox!.bias_index! - 0.3) < 1e-12);
  // Observed at most 0.4 + 0.3, by chance 0.7 * 0.4 + 0.3 * 0.6.
  assert.ok(Math.abs(pairs[0]!.kappa_max! - (0.7 - 0.46) / 0.54) < 1e-12);
  assert.match(paradox!.sentence, /different shares \(bias index 0\.30\), so kappa cannot exceed 0\.44/);
});

test('where alpha and AC1 tell the same story this is said', () => {
  const { paradox } = agree(rowsOf(table({ 'x x': 45, 'x y': 5, 'y x': 5, 'y y': 45 })), { bootstrap: 0 });
  assert.match(paradox!.sentence, /^Alpha and AC1 tell the same story \(alpha 0\.80, AC1 0\.80, 90 % agreement\)/);
});

test('one category leaves alpha undefined, with the reason in the sentence', () => {
  const { paradox } = agree(rowsOf(table({ 'x x': 10 })), { bootstrap: 0 });
  assert.is(paradox!.krippendorff_alpha, null);
  assert.match(paradox!.sentence, 'not defined (all labels are the same category)');
});

test('there is no diagnosis without alpha, AC1 or a pair that met', () => {
  const lines = table({ 'x x': 5, 'x y': 5 });
  assert.is(agree(rowsOf(lines), { bootstrap: 0, coefficients: ['percent_agreement'] }).paradox, null);
  assert.is(agree(rowsOf(['u1,a,x', 'u2,b,y']), { bootstrap: 0 }).paradox, null);
  assert.is(agree([], { bootstrap: 0 }).overlap, null);
});

test('overlap: coverage of annotators, double-labelled share, labels a unit, pairs that met', () => {
  const { overlap, annotators } = agree(rowsOf(['u1,a,x', 'u1,b,x', 'u2,a,y', 'u3,c,y', 'u4,c,x']), { bootstrap: 0 });
  assert.equal(overlap, {
    double_labelled_units: 1,
    double_labelled_share: 0.25,
    labels_per_unit: 1.25,
    pairs_met: 1,
    pairs: 3,
  });
  assert.equal(
    annotators.map(({ coverage }) => coverage),
    [0.5, 0.25, 0.5],
  );
});

test('pairs are summed up by what the annotators are', () => {
  const kinds = new Map([
    ['a', 'person'],
    ['b', 'person'],
    ['c', 'model'],
    ['d', 'program'],
  ]);
  const lines = ['u1,a,x', 'u1,b,x', 'u1,c,y', 'u1,d,y', 'u2,a,y', 'u2,b,x', 'u2,c,y', 'u2,d,y'];
  const report = agree(rowsOf(lines), { bootstrap: 0, kinds });
  assert.equal(
    report.kinds.map(({ kinds: of, pairs, shared_units, percent_agreement }) =>
      [of, pairs, shared_units, percent_agreement].join(' '),
    ),
    ['person-person 1 2 0.5', 'person-program 4 8 0.25', 'program-program 1 2 1'],
  );
  assert.is(agree(rowsOf(lines), { bootstrap: 0 }).kinds.length, 0);
});

test.run();
