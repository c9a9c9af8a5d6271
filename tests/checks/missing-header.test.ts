import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { missingHeader } from '../../src/checks/missing-header.js';
import { recognise } from '../../src/checks/recognise.js';
import type { SchemaName } from '../../src/model/generated.js';
import { tableOf } from '../../src/model/tables.js';
import { plantedTable } from '../support/planted-dataset.js';
import { findingsOf } from './dataset.js';

const test = suite('missing header');

const told = (cells: readonly string[], schema: SchemaName, custom: readonly string[] = []) =>
  missingHeader(cells, tableOf(schema), { file: 'x.csv' }, { custom });

const { table } = plantedTable();
const first = table.rows[0]!;

test('own columns of the codebook may stand behind those of the schema', () => {
  assert.is(told([...first, 'money'], 'statement', ['x_frame'])?.columns?.at(-1), 'x_frame');
});

test('cells whose number tells no columns are values all the same when an id is among them', () => {
  assert.is(told(first.slice(1), 'statement')?.columns, null);
});

test('a header is a header, however it is spelt', () => {
  for (const names of [table.header, table.header.map((name) => name.toUpperCase().replaceAll('_', ' '))]) {
    assert.is(told(names, 'statement'), null);
  }
  assert.is(told(['who', 'what', 'a', 'b', 'c'], 'annotator'), null);
  assert.is(told(['name', 'sort', 'label', 'other', 'up', 'states'], 'target'), null);
});

test('words that could all be names are taken for a header', () => {
  assert.is(told(['night-ferry', 'fee'], 'role'), null);
});

test('a table is told by the number of its cells, a label file by its place', () => {
  assert.is(recognise('data/statements.csv', first), 'statement');
  assert.is(recognise('labels/b1/ann-1.csv', ['st_0000000000000001', 'b1', 'ann-1', 'stance', 'favor']), 'label');
  assert.is(recognise('labels/b1/notes.csv', ['who', 'what']), null);
});

test('where the columns are not known rows are counted and nothing else is said', () => {
  const found = findingsOf({
    files: ({ label }) => ({ label: label!.split('\n').slice(1).join('\n').replaceAll(',1.0,', ',') }),
  });
  assert.equal(
    found.map(({ rule, line, column }) => `${line}:${column} ${rule}`),
    ['1:1 table/no-header'],
  );
});

test.run();
