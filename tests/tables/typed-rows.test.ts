import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Label } from '../../src/model/generated.js';
import { tableOf } from '../../src/model/tables.js';
import { readCsv } from '../../src/tables/csv-reader.js';
import { placeOf, typedRows } from '../../src/tables/typed-rows.js';

const test = suite('typed rows');

const header = tableOf('label')
  .columns.map(({ name }) => name)
  .join(',');
const good = `st_${'0'.repeat(16)},b1,ann-1,stance,favor,1,0.5,,,1.0,`;

const read = (text: string, suggest?: () => { value: string; safe: boolean } | null) =>
  typedRows<Label>(readCsv(text, 'a.csv'), tableOf('label'), suggest ? { suggest } : {});
const faults = (text: string): string[] =>
  read(text).findings.map(
    ({ rule, severity, line, column, field }) => `${line}:${column} ${severity} ${rule} ${field}`,
  );

test('cells become values of their columns, empty ones null', () => {
  const { rows, findings } = read(`${header}\n${good}\n`);
  assert.equal(findings, []);
  assert.equal(rows[0]!.row, {
    statement_id: `st_${'0'.repeat(16)}`,
    batch_id: 'b1',
    annotator_id: 'ann-1',
    field: 'stance',
    value: 'favor',
    round: 1,
    confidence: 0.5,
    rule_id: null,
    comment: null,
    codebook_version: '1.0',
    created_at: null,
  });
});

test('a row knows its line and the columns of its cells', () => {
  const { rows } = read(`${header}\n${good.replace(',,,', ',"x\ny",,')}\n${good}\n`);
  assert.equal([rows[0]!.line, rows[1]!.line], [2, 4]);
  assert.is(rows[1]!.columns['batch_id'], 21);
  assert.equal(placeOf(rows[1]!, 'annotator_id'), { file: 'a.csv', line: 4, column: 24 });
  assert.equal(placeOf(rows[0]!, 'codebook_version'), { file: 'a.csv', line: 3, column: 5 });
  assert.equal(placeOf(rows[0]!, 'no_such'), { file: 'a.csv', line: 2, column: 1 });
  assert.equal(placeOf(rows[0]!), { file: 'a.csv', line: 2, column: 1 });
});

test('a cell of the wrong type and an empty one that must be filled are told, with the record', () => {
  const text = `${header}\n${good.replace(',1,', ',one,').replace('favor', '')}\n`;
  assert.equal(faults(text), ['2:37 error table/empty-cell value', '2:38 error table/type round']);
  const { rows, findings } = read(text);
  assert.is(rows[0]!.row.round, null);
  assert.match(findings[1]!.record_id!, /^st_0+ b1 ann-1 stance one$/);
});

test('missing columns are errors where they must be filled, unknown ones warnings, own ones are kept', () => {
  const text = `${header.replace('comment', 'x_note').replace('round', 'runde')}\n${good.replace(',,,', ',,mine,')}\n`;
  assert.equal(faults(text), [
    '1:1 error table/missing-column round',
    '1:1 warning table/missing-column comment',
    '1:48 warning table/unknown-column runde',
  ]);
  const { rows, findings } = read(text, () => ({ value: 'round', safe: false }));
  assert.is((rows[0]!.row as unknown as Record<string, unknown>)['x_note'], 'mine');
  assert.equal(findings[2]!.suggestion, { value: 'round', safe: false });
});

test('a file without a header has no rows and one finding', () => {
  assert.equal(faults(''), ['1:1 error csv/empty null']);
});

test.run();
