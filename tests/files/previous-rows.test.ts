import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { previousRows } from '../../src/files/previous-rows.js';
import { inFolder } from '../support/command.js';

const test = suite('previous rows');

const HEAD =
  'statement_id,document_id,segments,text,speaker_id,speaker_start,speaker_end,target_id,target_start,target_end\n';

const line = (id: string, document: string, text: string, start: number): string =>
  `${id},${document},${start}-${start + 5};9000-9001,"${text}",ole-dorn,,,,3,4\n`;

/** The ids of each document's rows. */
function idsIn(content: string, ask: readonly string[]): (readonly string[] | undefined)[] {
  return inFolder({ 's.csv': content }, (folder) => {
    const rows = previousRows(join(folder, 's.csv'));
    return ask.map((id) => rows.get(id)?.map((row) => row.statement_id));
  });
}

test('the rows of a document are found wherever they stand, with line ends and wide letters in the words', () => {
  const lines = Array.from({ length: 6000 }, (_, i) =>
    line(`st_${i}`, `dökument-${Math.floor(i / 3)}`, `„Ja“\nø😀 ""${'y'.repeat(i % 70)}""`, i),
  );
  for (const head of [HEAD, `\uFEFF${HEAD}`, HEAD.replace('\n', '\r\n')]) {
    const found = idsIn(`${head}${lines.join('')}`, ['dökument-0', 'dökument-1500', 'dökument-1999', 'nobody']);
    assert.equal(found, [
      ['st_0', 'st_1', 'st_2'],
      ['st_4500', 'st_4501', 'st_4502'],
      ['st_5997', 'st_5998', 'st_5999'],
      undefined,
    ]);
  }
});

test('the rows of a document that stand apart are found together, blank lines passed over, a last line without its end', () => {
  const content = `${HEAD}${line('a', 'd1', 'x', 1)}\n${line('b', 'd2', 'x', 1)}${line('c', 'd1', 'x', 1).trimEnd()}`;
  assert.equal(idsIn(content, ['d1', 'd2']), [['a', 'c'], ['b']]);
});

test('a row has what decides about its id', () => {
  inFolder({ 's.csv': `${HEAD}${line('st_a', 'd', 'x', 7)}` }, (folder) => {
    const [[document, [row]]] = [...previousRows(join(folder, 's.csv'))] as unknown as [[string, [object]]];
    assert.is(document, 'd');
    assert.equal(row, {
      statement_id: 'st_a',
      document_id: 'd',
      segments: [
        { start: 7, end: 12 },
        { start: 9000, end: 9001 },
      ],
      speaker_id: 'ole-dorn',
      speaker_start: null,
      speaker_end: null,
      target_id: null,
      target_start: 3,
      target_end: 4,
    });
  });
});

test('a table without a needed column, and one without rows', () => {
  assert.throws(() => idsIn('statement_id,document_id\na,d\n', []), /no column segments/);
  assert.equal(idsIn(HEAD, ['d']), [undefined]);
  assert.equal(idsIn('', ['d']), [undefined]);
});

test.run();
