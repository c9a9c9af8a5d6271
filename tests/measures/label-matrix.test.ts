import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isNumericLabel, labelMatrix, orderCategories, type LabelCell } from '../../src/measures/label-matrix.js';
import { recodeLabels, selectAnnotators, selectUnits, withoutEmpty } from '../../src/measures/select-labels.js';

const test = suite('label matrix');
const cell = (unit: string, annotator: string, label: string, cluster?: string): LabelCell =>
  Object.freeze(cluster === undefined ? { unit, annotator, label } : { unit, annotator, label, cluster });

test('labels become codes, an empty label is missing', () => {
  const matrix = labelMatrix([cell('u1', 'b', 'x'), cell('u1', 'a', 'y'), cell('u2', 'a', ''), cell('u3', 'b', 'x')]);
  assert.equal(matrix.unitIds, ['u1', 'u3']);
  assert.equal(matrix.annotatorIds, ['a', 'b']);
  assert.equal(matrix.categories, ['x', 'y']);
  assert.equal([...matrix.codes], [1, 0, -1, 0]);
  assert.is(matrix.values, null);
  assert.not(matrix.ordered);
});

test('numbers are sorted by value and have values', () => {
  const matrix = labelMatrix([cell('u1', 'a', '10'), cell('u1', 'b', '9'), cell('u2', 'a', '-1.5')]);
  assert.equal(matrix.categories, ['-1.5', '9', '10']);
  assert.equal([...matrix.values!], [-1.5, 9, 10]);
  assert.ok(matrix.ordered);
});

test('a declared order holds unused categories too; an undeclared label ends the order', () => {
  assert.equal(orderCategories(['low'], ['low', 'mid', 'high']).categories, ['low', 'mid', 'high']);
  assert.ok(orderCategories(['low'], ['low', 'mid']).ordered);
  const strange = orderCategories(['low', 'strange'], ['low', 'mid']);
  assert.equal(strange.categories, ['low', 'mid', 'strange']);
  assert.not(strange.ordered);
});

test('what is written as a number is told from what is not', () => {
  for (const label of ['3', '-1', '+2', '0.5', '.5', '1e3']) assert.ok(isNumericLabel(label), label);
  for (const label of ['', 'x', '1,5', '0x10', 'Infinity', '--1', ' 1']) assert.not(isNumericLabel(label), label);
});

test('clusters are indexed; a unit without one stands alone', () => {
  const matrix = labelMatrix([cell('u1', 'a', 'x', 'd2'), cell('u2', 'a', 'x', 'd1'), cell('u3', 'a', 'x')]);
  assert.is(matrix.clusterIds.length, 3);
  assert.is(new Set(matrix.clusters!).size, 3);
  assert.is(labelMatrix([cell('u1', 'a', 'x')]).clusters, null);
});

test('a selection keeps what it is asked for and drops what became empty', () => {
  const matrix = labelMatrix([
    cell('u1', 'a', 'x', 'd'),
    cell('u1', 'b', 'y', 'd'),
    cell('u2', 'c', 'z', 'e'),
    cell('u2', 'a', 'x', 'e'),
  ]);
  const pair = selectAnnotators(matrix, [0, 1]);
  assert.equal(pair.annotatorIds, ['a', 'b']);
  assert.equal([...pair.codes], [0, 1, 0, -1]);
  const second = withoutEmpty(selectUnits(matrix, [1]));
  assert.equal(second.annotatorIds, ['a', 'c']);
  assert.equal(second.categories, ['x', 'z']);
  assert.equal([...second.codes], [0, 1]);
  assert.equal(withoutEmpty(selectUnits(matrix, [1]), { keepCategories: true }).categories, ['x', 'y', 'z']);
});

test('recoding merges categories and takes labels out', () => {
  const matrix = labelMatrix([cell('u1', 'a', 'x'), cell('u1', 'b', 'y'), cell('u2', 'a', 'z')]);
  const merged = recodeLabels(matrix, (label) => (label === 'z' ? null : 'xy'), orderCategories(['xy']));
  assert.equal([...merged.codes], [0, 0, -1, -1]);
});

test.run();
