import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { labelMatrix } from '../../src/measures/label-matrix.js';
import { foldUnits } from '../../src/measures/patterns.js';

const test = suite('patterns');

const matrix = labelMatrix([
  { unit: 'u1', annotator: 'a', label: 'x' },
  { unit: 'u1', annotator: 'b', label: 'y' },
  { unit: 'u2', annotator: 'a', label: 'y' },
  { unit: 'u2', annotator: 'b', label: 'x' },
  { unit: 'u3', annotator: 'b', label: 'x' },
]);

test('units with the same counts are one pattern', () => {
  const sample = foldUnits(matrix);
  assert.is(sample.patterns, 2);
  assert.equal([...sample.frequency], [1, 2]);
  assert.equal([...sample.counts], [1, 0, 1, 1]);
  assert.equal([...sample.totals], [1, 2]);
  assert.equal([...sample.patternOfUnit], [1, 1, 0]);
});

test('by rows it matters whose labels they are', () => {
  const sample = foldUnits(matrix, { basis: 'rows' });
  assert.is(sample.patterns, 3);
  assert.equal([...sample.codes], [-1, 0, 0, 1, 1, 0]);
});

test('units with too few labels stay outside', () => {
  const sample = foldUnits(matrix, { minLabels: 2 });
  assert.equal([...sample.frequency], [2]);
  assert.equal([...sample.patternOfUnit], [0, 0, -1]);
});

test('many categories or annotators fall back to other keys with the same answer', () => {
  const cells = Array.from({ length: 40 }, (_, u) => [
    { unit: `u${u}`, annotator: 'a', label: String(u % 30) },
    { unit: `u${u}`, annotator: 'b', label: String((u * 7) % 30) },
    { unit: `u${u}`, annotator: 'c', label: '29' },
  ]).flat();
  const sample = foldUnits(labelMatrix(cells));
  const distinct = new Set(
    Array.from({ length: 40 }, (_, u) => [u % 30, (u * 7) % 30, 29].sort((x, y) => x - y).join()),
  );
  assert.is(sample.patterns, distinct.size);
  assert.is(
    sample.frequency.reduce((sum, size) => sum + size, 0),
    40,
  );
});

test.run();
