import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { decimals, interval, textTable } from '../../src/reports/text-table.js';

const test = suite('text tables');

test('columns are aligned, to the right on request, and lines end without blanks', () => {
  assert.equal(
    textTable(
      [
        ['a', '1', 'x'],
        ['long', '10', ''],
      ],
      ['left', 'right'],
    ),
    ['a      1  x', 'long  10'],
  );
});

test('rows of different length and no rows at all are fine', () => {
  assert.equal(textTable([['a'], ['b', 'c']]), ['a', 'b  c']);
  assert.equal(textTable([]), []);
});

test('numbers have fixed decimals, none is a dash, minus zero is zero', () => {
  assert.is(decimals(0.12345), '0.123');
  assert.is(decimals(null), '–');
  assert.is(decimals(-0.0001), '0.000');
  assert.is(decimals(0.5, 1), '0.5');
  assert.is(interval([0.1, 0.2]), '[0.100, 0.200]');
  assert.is(interval(null), '');
});

test.run();
