import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readCsv } from '../../src/tables/csv-reader.js';
import { keyedDiff, type KeyedDiff } from '../../src/tables/keyed-diff.js';
import { stackTables } from '../../src/tables/stack-tables.js';

const test = suite('keyed diff');

const table = (...files: string[]) =>
  stackTables(files.map((text, i) => ({ ...readCsv(text, `${i}.csv`), file: `${i}.csv` })));

const diff = (before: string | string[], after: string | string[], ...key: string[]): KeyedDiff =>
  keyedDiff(table(...[before].flat()), table(...[after].flat()), key);

const short = ({ added, changed, withdrawn, unchanged }: KeyedDiff) => ({
  added: added.map(({ line }) => line),
  changed: changed.map(({ new: { line }, cells }) => [line, ...cells.map((c) => `${c.column}:${c.old}>${c.new}`)]),
  withdrawn: withdrawn.map(({ line }) => line),
  unchanged,
});

test('sorting rows, moving columns and quoting cells touches nothing', () => {
  const found = diff('id,a,b\n1,x,y\n2,"v",w\n3,,\n', 'b,id,a\n,3,\n"w",2,v\ny,1,x\n', 'id');
  assert.equal(short(found), { added: [], changed: [], withdrawn: [], unchanged: 3 });
});

test('rows are added, changed cell by cell, and withdrawn; lines are those of each file', () => {
  const found = diff('id,a,b\n1,x,y\n2,v,w\n3,r,s\n', 'id,a,b\n3,r,t\n4,"n\nn",m\n1,x2,y2\n', 'id');
  assert.equal(short(found), {
    added: [3],
    changed: [
      [2, 'b:s>t'],
      [5, 'a:x>x2', 'b:y>y2'],
    ],
    withdrawn: [3],
    unchanged: 0,
  });
});

test('a third copy of a key is one added row, and equal copies are paired whatever their order', () => {
  const found = diff('id,a\n1,x\n1,y\n', 'id,a\n1,new\n1,y\n1,x\n', 'id');
  assert.equal(short(found), { added: [2], changed: [], withdrawn: [], unchanged: 2 });
});

test('a new column without content touches nothing; with content it touches the rows that have some', () => {
  const found = diff('id,a\n1,x\n2,y\n', 'id,a,note\n1,x,\n2,y,see\n', 'id');
  assert.equal(short(found), { added: [], changed: [[3, 'note:>see']], withdrawn: [], unchanged: 1 });
  assert.equal(found.columns, { added: ['note'], withdrawn: [] });
});

test('a key column that one version lacks is left out; without any, the whole row is the key', () => {
  assert.equal(short(diff('id,a\n1,x\n', 'id,batch,a\n1,b1,x\n', 'id', 'batch')).changed, [[2, 'batch:>b1']]);
  const found = diff('name,a\nn,x\nm,y\n', 'name,a\nm,y\nn,z\n', 'id');
  assert.equal(found.key, []);
  assert.equal(short(found), { added: [3], changed: [], withdrawn: [2], unchanged: 1 });
});

test('a row that moved from one file of a table to another is the same row', () => {
  const found = diff(['id,a\n1,x\n2,y\n', 'a,id\nz,3\n'], ['id,a\n1,x\n', 'a,id\ny,2\nz,3\n'], 'id');
  assert.equal(short(found), { added: [], changed: [], withdrawn: [], unchanged: 3 });
});

test('an empty table before or after makes all rows new or gone', () => {
  assert.equal(short(diff([], 'id\n1\n2\n', 'id')).added, [2, 3]);
  assert.equal(short(diff('id\n1\n2\n', [], 'id')).withdrawn, [2, 3]);
  assert.equal(diff([], 'id\n1\n', 'id').columns.added, []);
});

test.run();
