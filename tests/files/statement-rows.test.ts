import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { statementRows, statementsFile, type StatementCells } from '../../src/files/statement-rows.js';
import { UsageError } from '../../src/model/errors.js';
import type { Finding } from '../../src/model/generated.js';
import { inFolder } from '../support/command.js';

const test = suite('statement rows');

const COLUMNS = ['document_id', 'speaker_text', 'speaker_start', 'target_inferred'];

function read(name: string, content: string): { rows: StatementCells[]; findings: Finding[] } {
  return inFolder({ [name]: content }, (folder) => {
    const findings: Finding[] = [];
    return { rows: [...statementRows(join(folder, name), COLUMNS, findings)], findings };
  });
}

test('CSV and JSON Lines give the same values', () => {
  const csv = read(
    's.csv',
    'x_a,speaker_start,document_id,target_inferred,speaker_text\n,7,d1,false,"Dorn, Ole"\n,,d2,,\n',
  );
  const lines = read(
    's.jsonl',
    '{"document_id":"d1","speaker_text":"Dorn, Ole","speaker_start":7,"target_inferred":false}\n\n{"document_id":"d2","speaker_text":null,"speaker_start":null,"target_inferred":null}\n',
  );
  assert.equal(csv.rows, lines.rows);
  assert.equal([csv.findings, lines.findings], [[], []]);
});

test('a file of many pieces is read whole, cells that hold line ends included, with the right lines in findings', () => {
  const rows = Array.from({ length: 9000 }, (_, i) => `d${i},"Ole\nDorn ""the ${'x'.repeat(i % 90)}""",${i},true\n`);
  rows[8000] = 'd8000,Dorn,12\n';
  const { rows: all, findings } = read(
    's.csv',
    `document_id,speaker_text,speaker_start,target_inferred\n${rows.join('')}`,
  );
  assert.is(all.length, 9000);
  assert.is(all[8999]!['speaker_start'], 8999);
  assert.match(String(all[89]!['speaker_text']), /^Ole\nDorn "the x{89}"$/);
  assert.equal(
    findings.map(({ rule, line }) => [rule, line]),
    [['csv/short-row', 2 + 2 * 8000]],
  );
});

test('what is said of the header is said once', () => {
  const body = 'd1;Dorn;1;true\n'.repeat(40_000);
  const { rows, findings } = read('s.csv', `\uFEFFdocument_id;speaker_text;speaker_start;target_inferred\n${body}`);
  assert.is(rows.length, 40_000);
  assert.equal(findings.map(({ rule }) => rule).sort(), ['csv/byte-order-mark', 'csv/separator']);
});

test('a quotation mark that is never closed loses no row', () => {
  const { rows, findings } = read(
    's.csv',
    'document_id,speaker_text,speaker_start,target_inferred\nd1,"Dorn,1,true\nd2,Falk,2,true\n',
  );
  assert.equal(
    rows.map((row) => row['document_id']),
    ['d1', 'd2'],
  );
  assert.ok(findings.some(({ rule }) => rule === 'csv/unclosed-quote'));
});

test('a broken line of JSON Lines is a finding with its line, the others are read', () => {
  const line = '{"document_id":"d1","speaker_text":null,"speaker_start":null,"target_inferred":null}\n';
  const { rows, findings } = read('s.jsonl', `${line.repeat(5000)}{"document_id":\n[]\n${line}`);
  assert.is(rows.length, 5001);
  assert.equal(
    findings.map(({ line }) => line),
    [5001, 5002],
  );
});

test('a file without the columns says which one, and that stand-off datasets hold no words', () => {
  assert.throws(
    () => read('s.csv', 'document_id\nd1\n'),
    (error: Error) => error instanceof UsageError && /no column speaker_text/.test(error.message),
  );
  assert.throws(() => read('s.csv', 'document_id,span_sha256\nd1,0\n'), /stand-off/);
  assert.throws(() => read('s.jsonl', '{"document_id":"d","span_sha256":"0"}\n'), /stand-off/);
});

test('a dataset has its statements in CSV, a convert output in JSON Lines', () => {
  inFolder({ 'out/statements.jsonl': '', 'out/statements.csv': '' }, (folder) => {
    const out = join(folder, 'out');
    assert.is(statementsFile(out), join(out, 'statements.jsonl'));
    writeFileSync(join(out, 'demarche.json'), '{}');
    assert.is(statementsFile(out), join(out, 'statements.csv'));
    assert.is(statementsFile(join(out, 'statements.csv')), join(out, 'statements.csv'));
    mkdirSync(join(folder, 'empty'));
    assert.throws(() => statementsFile(join(folder, 'empty')), /holds no statements/);
    assert.throws(() => statementsFile(join(folder, 'nowhere')), /no such file/);
  });
});

test.run();
