import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { csvTable } from '../../src/tables/csv-table.js';
import { selectColumns } from '../../src/tables/select-columns.js';
import { csvText } from '../support/release-tables.js';

const test = suite('select columns');

const table = csvTable('words', 'id', [new TextEncoder().encode('id,text,n\na,"x, y",1\nb,,2\n')]);

test('columns are taken out and put into another order, cells keep their text', () => {
  assert.is(csvText(selectColumns(table, ['n', 'text'])), 'n,text\n1,"x, y"\n2,\n');
  assert.is(csvText(selectColumns(table, ['id'])), 'id\na\nb\n');
});

test('a table that has just those columns is not written anew', () => {
  assert.is(selectColumns(table, ['id', 'text', 'n']), table);
});

test.run();
