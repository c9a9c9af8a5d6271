import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { tableOf } from '../../src/model/tables.js';
import { formatCell } from '../../src/tables/cells.js';
import { compareCells, compareRows, keyOrder, rowOrder } from '../../src/tables/row-order.js';

const test = suite('row order');

test('turns stand as in their document, but are known again by their id alone', () => {
  const table = tableOf('turn');
  assert.equal(rowOrder(table), { columns: ['document_id', 'start', 'turn_id'], numbers: ['start'] });
  assert.equal(keyOrder(table), { columns: ['turn_id'], numbers: [] });
});

test('labels are compared in the order that they stand in: it has the columns of their key', () => {
  const table = tableOf('label');
  const columns = ['statement_id', 'field', 'annotator_id', 'batch_id', 'round'];
  assert.equal(rowOrder(table), { columns, numbers: ['round'] });
  assert.equal(keyOrder(table), rowOrder(table));
});

test('every other table is ordered by its key', () => {
  assert.equal(rowOrder(tableOf('statement')), { columns: ['statement_id'], numbers: [] });
  assert.equal(rowOrder(tableOf('adjudication')).columns, ['statement_id', 'field']);
});

test('cells are ordered as their values are', () => {
  const order = rowOrder(tableOf('turn'));
  const row = fc.record({
    document_id: fc.constantFrom('a', 'b', '10', '9', '😀', '\uffff'),
    start: fc.option(fc.integer({ min: 0, max: 120 }), { nil: null }),
    turn_id: fc.constantFrom('tu_1', 'tu_2'),
  });
  const cells = (one: object): string[] =>
    order.columns.map((column) => formatCell((one as Readonly<Record<string, unknown>>)[column]));
  fc.assert(
    fc.property(row, row, (a, b) => {
      assert.is(Math.sign(compareCells(order)(cells(a), cells(b))), Math.sign(compareRows(order)(a, b)));
    }),
    { seed: 3, numRuns: 500 },
  );
});

test('what is no number in a column of numbers comes last, and no three cells go round in a circle', () => {
  const order = { columns: ['start'], numbers: ['start'] };
  const sorted = ['1x', '10', '9', '', '9.0', 'x'].map((cell) => [cell]).sort(compareCells(order));
  assert.equal(sorted.flat(), ['', '9', '9.0', '10', '1x', 'x']);
});

test.run();
