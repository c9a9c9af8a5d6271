import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkLabels } from '../../src/flows/agree-label-checks.js';
import { rowsOf } from './agree-rows.js';

const test = suite('checks of labels');
const rules = (lines: readonly string[], allowed: readonly string[] | null = null): string[] =>
  checkLabels(rowsOf(lines), { allowed }).map(({ rule, value, line, suggestion }) =>
    [rule, value, line, suggestion?.value].join(' '),
  );

test('labels outside the categories are named once, with the category that is meant', () => {
  assert.equal(rules(['u1,a,favour', 'u2,a,favour', 'u3,a,favor', 'u4,a,weird'], ['favor', 'against']), [
    'label/unknown-category favour 2 favor',
    'label/unknown-category weird 5 ',
  ]);
});

test('labels that differ in case, blanks or the form of a number are near misses', () => {
  assert.equal(rules(['u1,a,Support', 'u2,a,support', 'u3,a,support']), ['label/near-miss Support 2 support']);
  assert.equal(rules(['u1,a,yes', 'u2,a,yes ', 'u3,a,yes']), ['label/near-miss yes  3 yes']);
  assert.equal(rules(['u1,a,1', 'u2,a,1.0', 'u3,a,1']), ['label/near-miss 1.0 3 1']);
});

test('a rare label one letter from a common one is a near miss, two common ones are not', () => {
  const common = Array.from({ length: 30 }, (_, i) => `u${i},a,center`);
  assert.equal(rules([...common, 'x,a,wenter']), ['label/near-miss wenter 32 center']);
  assert.equal(rules([...common, ...common.map((line) => line.replace('center', 'renter').replace('u', 'v'))]), []);
});

test('annotators that differ in case only are warned about', () => {
  assert.equal(rules(['u1,Ann,x', 'u1,ann,x', 'u2,ann,x']), ['label/annotator-case Ann 2 ann']);
});

test('clean labels give no finding', () => {
  assert.equal(rules(['u1,a,favor', 'u1,b,against'], ['favor', 'against', 'none']), []);
});

test.run();
