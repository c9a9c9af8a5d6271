import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { labelPlace, labelRows } from '../../src/flows/agree-label-rows.js';
import { readCsv } from '../../src/tables/csv-reader.js';

const test = suite('label rows');
const read = (text: string, columns = {}) => labelRows(readCsv(text, 'labels.csv'), columns);

test('a long file gives a label a row, with its place', () => {
  const { rows, findings } = read(
    'statement_id,annotator_id,field,value,round,batch_id,document_id\ns1,ann,stance,favor,2,b1,d1\n',
  );
  assert.equal(findings, []);
  const [{ source, at, ...row }] = rows as [(typeof rows)[0]];
  assert.equal(row, {
    unit: 's1',
    annotator: 'ann',
    label: 'favor',
    field: 'stance',
    round: 2,
    batch: 'b1',
    cluster: 'd1',
    line: 2,
  });
  assert.equal(labelPlace({ ...row, source, at }), { file: 'labels.csv', line: 2, column: 15 });
});

test('other usual names of columns are found, and named ones before them', () => {
  assert.is(read('item_id,annotator_id,label\n1,a,x\n').rows[0]!.label, 'x');
  const { rows } = read('task,worker,answer,label\n1,w,yes,no\n', {
    unit: 'task',
    annotator: 'worker',
    label: 'answer',
  });
  assert.equal([rows[0]!.unit, rows[0]!.annotator, rows[0]!.label], ['1', 'w', 'yes']);
});

test('a wide file is read with an annotator a column, and says so', () => {
  const { rows, findings } = read('unit_id,document_id,ann,bob\nu1,d1,x,\nu2,d2,y,z\n');
  assert.equal(
    rows.map(({ unit, annotator, label, cluster }) => [unit, annotator, label, cluster].join()),
    ['u1,ann,x,d1', 'u1,bob,,d1', 'u2,ann,y,d2', 'u2,bob,z,d2'],
  );
  assert.equal(labelPlace(rows[3]!), { file: 'labels.csv', line: 3, column: 9 });
  assert.equal(
    findings.map(({ rule, severity }) => `${severity} ${rule}`),
    ['info label/wide'],
  );
});

test('columns that cannot be found are errors that say what to type', () => {
  const { rows, findings } = read('task,annotator_id,label\n1,a,x\n');
  assert.equal(rows, []);
  assert.is(findings[0]!.rule, 'label/missing-column');
  assert.match(findings[0]!.message, '--unit');
  assert.is(read('unit_id,annotator_id,label\n1,a,x\n', { label: 'answer' }).findings[0]!.rule, 'label/missing-column');
});

test('rows without unit or annotator are left out and named, bad rounds read as 1', () => {
  const { rows, findings } = read('unit_id,annotator_id,label,round\n,a,x,1\nu1,,x,1\nu1,a,x,two\n');
  assert.is(rows.length, 1);
  assert.is(rows[0]!.round, 1);
  assert.equal(
    findings.map(({ rule, line, column }) => `${rule} ${line}:${column}`),
    ['label/empty-id 2:1', 'label/empty-id 3:4', 'label/round 4:8'],
  );
});

test.run();
