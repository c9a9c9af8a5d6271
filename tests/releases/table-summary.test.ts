import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { countRows, marginOf, rowCounter } from '../../src/tables/table-summary.js';

const test = suite('table-summary');

test('rows are counted by the values of several columns, in order of those values', () => {
  const rows = [
    { speaker_id: 'b', stance: 'favor' },
    { speaker_id: 'a', stance: 'none' },
    { speaker_id: 'b', stance: 'favor' },
    { speaker_id: 'a', stance: 'against' },
  ];
  assert.equal(countRows(rows, ['speaker_id', 'stance']), [
    { speaker_id: 'a', stance: 'against', count: 1 },
    { speaker_id: 'a', stance: 'none', count: 1 },
    { speaker_id: 'b', stance: 'favor', count: 2 },
  ]);
});

test('a column that the first row lacks is counted all the same', () => {
  assert.equal(countRows([{}, { x: 'late' }], ['x']), [
    { x: null, count: 1 },
    { x: 'late', count: 1 },
  ]);
});

test('null and the text "null" are two values, 1 and "1" too', () => {
  assert.is(countRows([{ x: null }, { x: 'null' }, { x: 1 }, { x: '1' }], ['x']).length, 4);
});

test('numbers are ordered by value and no rows give none', () => {
  assert.equal(
    countRows([{ n: 10 }, { n: -3 }, { n: 9 }], ['n']).map((row) => row['n']),
    [-3, 9, 10],
  );
  assert.equal(countRows([], ['n']), []);
});

test('a summary by fewer columns sums the counts', () => {
  const rows = [
    { who: null, stance: 'favor', year: 2031 },
    { who: 'a', stance: 'favor', year: 2031 },
    { who: 'a', stance: 'none', year: 2030 },
    { who: 'a', stance: 'favor', year: 2030 },
  ];
  const whole = countRows(rows, ['who', 'stance', 'year']);
  for (const columns of [['who'], ['stance', 'year'], ['year', 'who']]) {
    assert.equal(marginOf(whole, columns), countRows(rows, columns));
  }
  assert.equal(marginOf([], ['who']), []);
});

test('rows that come one after another are counted as they come', () => {
  const counter = rowCounter(['x']);
  assert.equal(counter.rows(), []);
  counter.add({ x: 'a' });
  counter.add({});
  assert.equal(counter.rows(), [
    { x: null, count: 1 },
    { x: 'a', count: 1 },
  ]);
});

test.run();
