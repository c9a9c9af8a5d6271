import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { customColumnsOf, typedPieces } from '../../src/files/typed-pieces.js';
import type { Finding } from '../../src/model/generated.js';
import { tableOf } from '../../src/model/tables.js';
import { inFolder } from '../support/command.js';

const test = suite('typed pieces');

const read = (text: string) =>
  inFolder({ 't.csv': text }, (folder) => {
    const findings: Finding[] = [];
    const rows = [
      ...typedPieces<{ turn_id: string; start: number }>(join(folder, 't.csv'), tableOf('turn'), {
        name: 'turns',
        findings,
      }),
    ];
    return { rows, findings, custom: customColumnsOf(join(folder, 't.csv')) };
  });
const header = 'turn_id,document_id,start,end,speaker_text,speaker_start,speaker_end,speaker_id';

test('rows have their types and lines, and findings their places', () => {
  const { rows, findings } = read(`${header}\ntu_1,a,0,5,"A\nB",,,\ntu_2,a,x,9,,,,\n`);
  assert.equal(
    rows.map(({ row, line }) => [row.turn_id, row.start, line]),
    [
      ['tu_1', 0, 2],
      ['tu_2', null, 4],
    ],
  );
  assert.equal(
    findings.map(({ rule, file, line }) => [rule, file, line]),
    [['table/type', 'turns', 4]],
  );
});

test('in a file of many pieces lines are counted through, and the header is judged once', () => {
  const many = 20_000;
  const body = Array.from({ length: many }, (_, i) => `tu_${i},a,0,5,${'x'.repeat(60)},,,`);
  const { rows, findings } = read(`${header},extra\n${body.map((line) => `${line},1`).join('\n')}\nlast,a,x,5,,,,,1\n`);
  assert.is(rows.length, many + 1);
  assert.equal([rows[0]!.line, rows.at(-1)!.line], [2, many + 2]);
  assert.equal(
    findings.map(({ rule, line }) => [rule, line]),
    [
      ['table/unknown-column', 1],
      ['table/type', many + 2],
    ],
  );
});

test('custom columns are told in their order', () => {
  assert.equal(read(`${header},x_b,other,x_a\n`).custom, ['x_b', 'x_a']);
  assert.equal(read('').custom, []);
});

test.run();
