import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { settleLabels, type DuplicateRule } from '../../src/flows/agree-duplicates.js';
import { rowsOf } from './agree-rows.js';

const test = suite('duplicates and rounds');
const settled = (duplicates: DuplicateRule, lines: readonly string[]): string[] =>
  settleLabels(rowsOf(lines), { duplicates })
    .rows.map(({ unit, annotator, label }) => `${unit} ${annotator} ${label}`)
    .sort();

const TWICE = ['u1,a,x', 'u1,a,y', 'u1,a,y', 'u1,b,x'];

test('a duplicate is an error with both places unless a rule is chosen', () => {
  const { unsettled, findings } = settleLabels(rowsOf(TWICE));
  assert.ok(unsettled);
  assert.equal(
    findings.map(({ rule, severity, line }) => `${severity} ${rule} ${line}`),
    ['error label/duplicate 3', 'error label/duplicate 4'],
  );
  assert.equal(findings[0]!.related, [{ file: 'labels.csv', line: 2, column: 6 }]);
});

test('each rule keeps what it says', () => {
  assert.equal(settled('first', TWICE), ['u1 a x', 'u1 b x']);
  assert.equal(settled('last', TWICE), ['u1 a y', 'u1 b x']);
  assert.equal(settled('majority', TWICE), ['u1 a y', 'u1 b x']);
  assert.equal(settled('majority', ['u1,a,x', 'u1,a,y']), ['u1 a x']);
  assert.equal(settled('keep', TWICE), ['u1 a (again 2) y', 'u1 a (again 3) y', 'u1 a x', 'u1 b x']);
  const { unsettled, findings } = settleLabels(rowsOf(TWICE), { duplicates: 'last' });
  assert.not(unsettled);
  assert.ok(findings.every(({ severity }) => severity === 'warning'));
});

test('an empty label is no label and no duplicate', () => {
  const { rows, findings } = settleLabels(rowsOf(['u1,a,x', 'u1,a,', 'u2,b,']));
  assert.is(rows.length, 1);
  assert.equal(findings, []);
});

const ROUNDS = 'unit_id,annotator_id,label,round';

test('a second round is no duplicate: the last one counts, the earlier is set aside', () => {
  const { rows, findings, earlierRounds } = settleLabels(rowsOf(['u1,a,x,1', 'u1,a,y,2', 'u2,a,x,1'], ROUNDS));
  assert.equal(findings, []);
  assert.equal(
    rows.map(({ unit, label }) => unit + label),
    ['u1y', 'u2x'],
  );
  assert.is(earlierRounds.length, 1);
});

test('with all rounds the second is an annotator of its own', () => {
  const { rows } = settleLabels(rowsOf(['u1,a,x,1', 'u1,a,y,2'], ROUNDS), { rounds: 'all' });
  assert.equal(
    rows.map(({ annotator }) => annotator),
    ['a', 'a (round 2)'],
  );
});

test.run();
