import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { labelRows, labelPlace, type LabelColumns, type LabelRow } from '../../src/flows/agree-label-rows.js';
import { labelTableBuilder, tableRows } from '../../src/flows/agree-label-table.js';
import { addPlainLabels } from '../../src/flows/agree-plain-labels.js';
import { agree } from '../../src/flows/agree.js';
import type { Finding } from '../../src/model/generated.js';
import { readCsv } from '../../src/tables/csv-reader.js';

const test = suite('the plain reader and the full reader');
const runs = { numRuns: 400, seed: 7, endOnFailure: true };
const FILE = 'labels.csv';

/** What can be compared of rows: everything but how their places are found. */
const shown = (rows: readonly LabelRow[]) =>
  rows.map((row) => {
    const { unit, annotator, label, field, round, batch, cluster } = row;
    return { unit, annotator, label, field, round, batch, cluster, place: labelPlace(row) };
  });

/** Pieces of whole lines, at most `lines` of them each, the last possibly without its end. */
function* pieces(text: string, lines: number): Iterable<Uint8Array> {
  const parts = text.split(/(?<=\n)/);
  for (let at = 0; at < parts.length; at += lines) {
    const bytes = new TextEncoder().encode(parts.slice(at, at + lines).join(''));
    if (bytes.length > 0) yield bytes;
  }
}

function plain(text: string, lines: number, columns: LabelColumns = {}) {
  const builder = labelTableBuilder();
  const read = addPlainLabels(builder, { file: FILE, size: text.length, chunks: pieces(text, lines) }, columns);
  return { read, builder, table: builder.table() };
}

/** Reads both ways; where the plain reader hands over, there must be no trace of its rows. */
function compare(text: string, lines: number, columns: LabelColumns = {}): boolean {
  const full = labelRows(readCsv(text, FILE), columns);
  const { read, builder, table } = plain(text, lines, columns);
  if (read === null) {
    assert.is(table.rows, 0);
    builder.add(full.rows);
    assert.equal(shown(tableRows(builder.table())), shown(full.rows));
    return false;
  }
  assert.is(read.rows, full.rows.length);
  assert.equal(shown(tableRows(table)), shown(full.rows));
  assert.equal(read.findings, full.findings);
  return true;
}

const id = fc.constantFrom('u1', 'u2', 'u10', 'u3', 'ü7', '𝛼', 'a b', '"q,1"', '');
const annotator = fc.constantFrom('a', 'b', 'ann', 'Ärztin', '"c"', '');
const label = fc.constantFrom('x', 'y', 'favor', 'ÿ', '"y"', '"x, or y"', '1', '');
const end = fc.constantFrom('\n', '\n', '\n', '\r\n');

const row = fc
  .record({ id, annotator, label, comment: fc.constantFrom('', 'well', 'é no', '"so, so"', '𝛼𝛽'), end })
  .map(
    ({ id: unit, annotator: by, label: value, comment, end: close }) => [comment, unit, by, value].join(',') + close,
  );
const oddRow = fc.constantFrom(
  '\n',
  ',,,\n',
  ',u1,a\n',
  ',u1,a,x,more\n',
  ',u1,a"b,x\n',
  ',"u1\nu2",a,x\n',
  ',"u""1",a,x\n',
  ',u1,a,"x\n',
  ',u1\r,a,x\n',
  ',u4,a,"x"y\n',
);
const header = fc.constantFrom('comment,unit_id,annotator_id,label', '"comment",unit_id, annotator_id ,label');

test('plain files, with simple quotes and any letters, are read alike', () => {
  let understood = 0;
  fc.assert(
    fc.property(header, fc.array(row, { maxLength: 30 }), fc.integer({ min: 1, max: 9 }), (head, rows, lines) => {
      if (compare(`${head}\n${rows.join('')}`, lines)) understood++;
    }),
    runs,
  );
  assert.ok(understood > 200, `${understood} of 400 were read by the plain reader`);
});

test('odd lines between plain ones give the same rows and findings, or the file is handed over', () => {
  let understood = 0;
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 6, arbitrary: row }, { weight: 1, arbitrary: oddRow }), { maxLength: 14 }),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      (rows, lines, open) => {
        const text = `comment,unit_id,annotator_id,label\n${rows.join('')}`;
        if (compare(open ? text.replace(/\n$/, '') : text, lines)) understood++;
      },
    ),
    runs,
  );
  assert.ok(understood > 80, `${understood} of 400 were read by the plain reader`);
});

test('fields, rounds, batches and clusters are read alike', () => {
  const cell = fc.constantFrom('', '1', '2', '3');
  const round = fc.constantFrom('', '1', '1', '2', '2', '02', '1.0');
  const line = fc.tuple(id, annotator, label, cell, round, cell, cell).map((cells) => `${cells.join(',')}\n`);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const head = 'statement_id,annotator_id,value,field,round,batch_id,document_id\n';
      compare(head + lines.join(''), 3);
    }),
    runs,
  );
});

test('what is not plain is handed over whole', () => {
  const body = 'u1,a,x\nu1,b,y\n';
  for (const text of [
    '',
    '\n',
    `\ufeffunit_id,annotator_id,label\n${body}`,
    `unit_id;annotator_id;label\n${body.replaceAll(',', ';')}`,
    'unit_id,ann,bob\nu1,x,y\n',
    `unit_id,annotator_id,label,label\n${body}`,
    `unit_id,worker,label\n${body}`,
    'unit_id,annotator_id,label\ru1,a,x\r',
    'unit_id,annotator_id,label,round\nu1,a,x,none\n',
    'unit_id,annotator_id,label\nu1,a,x\nu2,"a\nb",x\n',
  ]) {
    assert.not(compare(text, 100), JSON.stringify(text.slice(0, 60)));
  }
  assert.ok(compare(`unit_id,annotator_id,label\n${body}`, 100));
  assert.ok(compare('item,worker,answer\n1,a,x\n', 100, { unit: 'item', annotator: 'worker', label: 'answer' }));
});

test('names that are prefixes of others, hold commas, or come in any order are kept apart', () => {
  const name = fc
    .stringMatching(/^[ab]{1,3}$/)
    .chain((text) => fc.constantFrom(text, `"${text}"`, `"${text},a"`, `"a,b"`));
  const line = fc.tuple(name, name, name).map((cells) => `${cells.join(',')}\n`);
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (lines) => {
      assert.ok(compare(`unit_id,annotator_id,label\n${lines.join('')}`, 7));
    }),
    runs,
  );
});

test('thousands of names in rising, falling and mixed order have a code each', () => {
  for (const nth of [(i: number) => i, (i: number) => 3000 - i, (i: number) => (i * 7919) % 3001]) {
    const lines = Array.from({ length: 3000 }, (_, i) => `u${nth(i)},a,x\nu${nth(i)},b,y\n`);
    assert.ok(compare(`unit_id,annotator_id,label\n${lines.join('')}`, 500));
  }
});

test('labels of several files, read either way, make one table', () => {
  const builder = labelTableBuilder();
  const first = 'unit_id,annotator_id,label\nu1,a,x\nu2,a,y\n';
  const second = 'unit_id,annotator_id,label,document_id,field\nu1,b,x,d1,stance\nu2,b,y,d2,stance\n';
  addPlainLabels(builder, { file: 'one.csv', size: first.length, chunks: pieces(first, 2) });
  builder.add(labelRows(readCsv('unit_id,c\nu1,x\nu2,x\n', 'two.csv')).rows);
  addPlainLabels(builder, { file: 'three.csv', size: second.length, chunks: pieces(second, 2) });
  const rows = tableRows(builder.table());
  assert.equal(
    rows.map((one) => [one.unit, one.annotator, one.label, one.cluster, one.field].join(' ')),
    ['u1 a x  ', 'u2 a y  ', 'u1 c x  ', 'u2 c x  ', 'u1 b x d1 stance', 'u2 b y d2 stance'],
  );
  assert.equal(
    rows.map((one) => Object.values(labelPlace(one)).join(':')),
    ['one.csv:2:6', 'one.csv:3:6', 'two.csv:2:4', 'two.csv:3:4', 'three.csv:2:6', 'three.csv:3:6'],
  );
});

/** A finding without its place and the values that name it. */
const rule = ({ rule: name, severity }: Finding): string => `${name} ${severity}`;

test('a whole report is the same from either reader, and in any order of rows', () => {
  const units = fc.constantFrom('u1', 'u2', 'u3', 'u4', 'u5', 'u6');
  const line = fc
    .tuple(units, fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y', 'z', ''))
    .map(([unit, by, value]) => ({ key: `${unit},${by}`, line: `${unit},${by},${value},d${Number(unit[1]) % 3}\n` }));
  fc.assert(
    fc.property(
      fc.uniqueArray(line, { selector: ({ key }) => key, minLength: 2, maxLength: 18 }),
      fc.boolean(),
      (cells, repeat) => {
        const options = { bootstrap: 30, clusterColumn: 'document_id', duplicates: 'majority' } as const;
        const lines = cells.map(({ line: text }) => text);
        const head = 'unit_id,annotator_id,label,document_id\n';
        const text = head + lines.join('') + (repeat ? lines[0]! : '');
        const fromBytes = agree(plain(text, 4).table, options);
        assert.equal(fromBytes, agree(labelRows(readCsv(text, FILE)).rows, options));
        const turned = agree(plain(head + [...lines].reverse().join(''), 4).table, options);
        const straight = agree(plain(head + lines.join(''), 4).table, options);
        assert.equal(turned.findings.map(rule).sort(), straight.findings.map(rule).sort());
        assert.equal({ ...turned, findings: [] }, { ...straight, findings: [] });
      },
    ),
    { ...runs, numRuns: 120 },
  );
});

test.run();
