import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { agreeBy, columnNamed, valueIn } from '../../src/flows/agree-by.js';
import { agree } from '../../src/flows/agree.js';
import { rowsOf } from './agree-rows.js';

const test = suite('agree by a column');
const HEADER = 'unit_id,annotator_id,label,batch_id';
const LINES = [
  ...['u1,a,x', 'u1,b,x', 'u2,a,y', 'u2,b,x', 'u3,a,y', 'u3,b,y'].map((line) => `${line},b1`),
  ...['u4,a,x', 'u4,b,x', 'u5,a,y', 'u5,b,y'].map((line) => `${line},b2`),
  'u6,a,x,',
  'u6,b,y,',
];

test('each part has the figures that its rows alone give, the largest part first', () => {
  const rows = rowsOf(LINES, HEADER);
  const found = agreeBy(rows, 'batch_id', (row, table) => valueIn(table.batch)(row, table), { bootstrap: 100 });
  assert.equal(
    found.parts.map(({ value, units, pairable_units }) => [value, units, pairable_units].join(' ')),
    ['b1 3 3', 'b2 2 2'],
  );
  assert.is(found.units_without, 1);
  const alone = agree(rowsOf(LINES.slice(0, 6), HEADER), { bootstrap: 100 });
  assert.equal(found.parts[0]!.results, alone.results);
});

test('a unit whose rows have several values is in each part; a part without pairs has a reason', () => {
  const rows = rowsOf(['u1,a,x,b1', 'u1,b,x,b2', 'u2,a,x,b1'], HEADER);
  const { parts } = agreeBy(rows, 'batch_id', (row, table) => valueIn(table.batch)(row, table), { bootstrap: 0 });
  assert.equal(
    parts.map(({ value, units, results }) => [value, units, results[0]!.value].join(' ')),
    ['b1 2 ', 'b2 1 '],
  );
  assert.ok(parts.every(({ results }) => results[0]!.reason !== null));
});

test('parts do not depend on the order of rows', () => {
  const of = (rows: ReturnType<typeof rowsOf>) =>
    agreeBy(rows, 'batch_id', (row, table) => valueIn(table.batch)(row, table), { bootstrap: 50 });
  assert.equal(of(rowsOf([...LINES].reverse(), HEADER)), of(rowsOf(LINES, HEADER)));
});

test('short names stand for columns', () => {
  assert.equal(['target', 'speaker', 'document', 'batch', 'x_topic'].map(columnNamed), [
    'target_id',
    'speaker_id',
    'document_id',
    'batch_id',
    'x_topic',
  ]);
});

test.run();
