import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readTable } from '../../src/files/tables.js';
import { tableOf } from '../../src/model/tables.js';
import { demarche } from '../support/command.js';

const test = suite('released forms');

type Row = Readonly<Record<string, unknown>>;

test('the sample dataset is released with the same statements in CSV, JSON, JSON Lines and Parquet', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-forms-'));
  try {
    const out = join(folder, '0.2.0');
    const args = ['release', '--project', resolve('data/sample'), '--version', '0.2.0', '--out', out, '--quiet'];
    const { code, stderr } = demarche(args, { cwd: '.' });
    assert.is(code, 0, stderr);
    const path = (name: string): string => join(out, name);
    const read = (name: string): string => readFileSync(path(name), 'utf8');

    const rows = JSON.parse(read('statements.json')) as Row[];
    assert.ok(rows.length > 300);
    const lines = read('statements.jsonl').trimEnd().split('\n');
    assert.equal(
      lines.map((line) => JSON.parse(line) as Row),
      rows,
    );
    const ours = readTable<Row>(path('data/statements.csv'), tableOf('statement'));
    assert.equal(ours.findings, []);
    assert.equal(
      ours.rows.map((placed) => placed.row),
      rows,
    );
    // Cells of CSV as another reader gives them: text, compared with how each value is written.
    const [header = [], ...cells] = parse(read('data/statements.csv')) as string[][];
    assert.equal(header, Object.keys(rows[0]!));
    assert.equal(
      cells,
      rows.map((row) => header.map((name) => written(row[name]))),
    );
    const parquet = await parquetReadObjects({ file: new Uint8Array(readFileSync(path('statements.parquet'))).buffer });
    assert.equal(JSON.parse(JSON.stringify(parquet, plain)), rows);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function written(value: unknown): string {
  if (value === null) return '';
  if (!Array.isArray(value)) return JSON.stringify(value).replace(/^"[^]*"$/, () => value as string);
  return value
    .map((part: string | { readonly start: number; readonly end: number }) =>
      typeof part === 'string' ? part : `${part.start}-${part.end}`,
    )
    .join(';');
}

const plain = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value);

test.run();
