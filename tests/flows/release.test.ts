import { spawnSync } from 'node:child_process';
import { suite } from 'uvu';
import { recognise } from '../../src/checks/recognise.js';
import { applyDelta } from '../../src/releases/apply-delta.js';
import { parseDelta } from '../../src/releases/delta-text.js';
import { metadataOfProject } from '../../src/releases/release-meaning.js';
import { csvTable, type CsvTable } from '../../src/tables/csv-table.js';
import { memoryStore } from '../../src/tables/row-store.js';
import * as assert from 'uvu/assert';
import { release, type ReleaseOptions } from '../../src/flows/release.js';
import { sha256 } from '../../src/model/hash.js';
import { tableOf } from '../../src/model/tables.js';
import type { ReleaseDataset, StatementRow } from '../../src/releases/dataset.js';
import { readCsv } from '../../src/tables/csv-reader.js';
import { typedRows } from '../../src/tables/typed-rows.js';
import {
  decision,
  fileBytes,
  id,
  label,
  labelsBy,
  smallDataset,
  statement,
  type SmallDataset,
} from '../releases/small-dataset.js';

const test = suite('release');

const labelled = (more: Partial<SmallDataset> = {}): SmallDataset =>
  smallDataset({
    labels: [
      ...labelsBy(1, 'stance', { 'ann-1': 'favor', 'ann-2': 'favor', 'ann-3': 'neutral' }),
      ...labelsBy(4, 'status', { 'ann-1': 'rejected', 'ann-2': 'rejected' }),
      label(5, 'stance', 'favor'),
      label(6, 'stance', 'favor', { comment: 'the lighthouse applauded' }),
    ],
    adjudication: [decision(2, 'stance', 'mixed', { reason: 'keep every berth, yet' })],
    ...more,
  });

const build = (dataset: ReleaseDataset, options: Partial<ReleaseOptions> = {}) => {
  const result = release(dataset, {
    version: '1.0.0',
    textFileName: (one) => `${encodeURIComponent(one)}.txt`,
    ...options,
  });
  const bytes = new Map(Array.from(result.files, (file) => [file.path, fileBytes(file)]));
  const files = new Map([...bytes].map(([path, own]) => [path, own.toString('utf8')]));
  const table = (path: string): StatementRow[] =>
    typedRows<StatementRow>(readCsv(files.get(path)!, path), tableOf('statement')).rows.map(({ row }) => row);
  return { ...result, files, bytes, table };
};

test('the folder has every part, rows by id, each file checksummed but the sums and what names their hash', () => {
  const { files, bytes, findings, summary } = build(labelled());
  assert.equal(
    findings.filter((one) => one.severity === 'error'),
    [],
  );
  for (const path of [
    'README.md',
    'datapackage.json',
    'CITATION.cff',
    'CHANGELOG.md',
    'versions.json',
    'codebook.json',
    'codebook.md',
    'codebook.csv',
    'statements.json',
    'statements.jsonl',
    'statements.parquet',
    'texts/quay-report.txt',
    'texts/wire%2Fnote.txt',
    'standoff/demarche.json',
    'reports/statistics.json',
    'reports/agreement.json',
    'reports/methods.md',
    'datasheet.md',
    'croissant.json',
    'datacite.json',
    'data/labels.csv',
    'REBUILD.md',
  ]) {
    assert.ok(files.has(path), path);
  }
  const sums = files
    .get('SHA256SUMS')!
    .trimEnd()
    .split('\n')
    .map((line) => [line.slice(66), line.slice(0, 64)]);
  assert.equal(
    sums.map(([path]) => path),
    [...files.keys()].filter((path) => path !== 'SHA256SUMS' && path !== 'REBUILD.md').sort(),
  );
  for (const [path, hash] of sums) assert.is(hash, sha256(bytes.get(path!)!), path);
  assert.ok(files.get('REBUILD.md')!.includes(sha256(files.get('SHA256SUMS')!)));
  assert.equal(summary!.basis, { adjudicated: 1, majority: 1, single: 0, auto: 1 });
  assert.is(summary!.rows['statements'], 3);
});

test('CSV, JSON and JSON Lines hold the same rows', () => {
  const { files, table } = build(labelled());
  const lines = files
    .get('statements.jsonl')!
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  assert.equal(JSON.parse(files.get('statements.json')!), lines);
  assert.equal(table('data/statements.csv'), lines);
  assert.equal(
    lines.map((row) => (row as StatementRow).statement_id),
    [id(1), id(2), id(3)],
  );
});

test('copies for spreadsheets are made when asked for, listed nowhere as data, checksummed and rebuilt', () => {
  const plain = build(labelled());
  assert.not([...plain.files.keys()].some((path) => path.startsWith('spreadsheet/')));
  assert.not.match(plain.files.get('REBUILD.md')!, '--spreadsheet');
  const { files, bytes } = build(labelled(), { spreadsheet: true });
  const copies = [...files.keys()].filter((path) => path.startsWith('spreadsheet/'));
  const tables = [...files.keys()].filter((path) => path.startsWith('data/'));
  assert.equal(
    copies,
    tables.map((path) => path.replace('data/', 'spreadsheet/')),
  );
  for (const path of copies) assert.match(files.get('SHA256SUMS')!, `${sha256(bytes.get(path)!)}  ${path}\n`);
  for (const path of ['datapackage.json', 'README.md']) {
    assert.not.match(files.get(path)!, 'spreadsheet');
    assert.is(files.get(path), plain.files.get(path));
  }
  assert.match(files.get('REBUILD.md')!, 'npx demarche release --version 1.0.0 --date 2031-04-02 --spreadsheet\n');
});

test('shuffled rows give the same bytes', () => {
  const dataset = labelled();
  const backwards = Object.fromEntries(
    Object.entries(dataset).map(([name, rows]) => [
      name,
      Array.isArray(rows) ? [...(rows as unknown[])].reverse() : (rows as unknown),
    ]),
  ) as unknown as ReleaseDataset;
  assert.equal([...build(backwards).bytes], [...build(dataset).bytes]);
});

test('another time zone and another language give the same bytes', () => {
  const run = (env: Readonly<Record<string, string>>): string => {
    const done = spawnSync(process.execPath, ['--import', 'tsx', 'tests/releases/print-manifest.ts'], {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
    assert.is(done.status, 0, done.stderr);
    return done.stdout;
  };
  const first = run({ TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' });
  assert.match(first, /^[0-9a-f]{64}\n$/);
  assert.is(run({ TZ: 'America/Anchorage', LANG: 'C', LC_ALL: 'C' }), first);
});

test('asking for the files twice makes them twice, alike', () => {
  const { files } = release(labelled(), { version: '1.0.0' });
  assert.equal([...files], [...files]);
});

test('a document that forbids its text appears in the stand-off part only', () => {
  const { files, table, summary } = build(labelled());
  for (const [path, text] of files) {
    assert.not(/lighthouse|applauded|Vaucourt applauded/.test(text), `${path} has words of the locked page`);
    if (!path.startsWith('standoff/')) assert.not(text.includes('locked-page'), path);
  }
  assert.not(table('data/statements.csv').some((row) => row.statement_id === id(6)));
  assert.ok(files.get('standoff/statements.csv')!.includes(id(6)));
  assert.equal([summary!.leftOut.standoff_documents, summary!.leftOut.standoff_statements], [1, 1]);
});

test('the stand-off part holds no word of any document', () => {
  const { files } = build(labelled({ labels: [...labelled().labels, label(1, 'target_text', 'agreement')] }));
  const dataset = labelled();
  const registry = new Set(
    JSON.stringify([dataset.actors, dataset.targets, dataset.project, dataset.codebook]).match(/\p{L}{5,}/gu),
  );
  const words = dataset.documents
    .flatMap((one) => [dataset.texts(one.document_id)!, one.title!].join(' ').match(/\p{L}{5,}/gu) ?? [])
    .filter((word) => !registry.has(word));
  assert.ok(words.length > 20);
  const standoff = [...files].filter(([path]) => path.startsWith('standoff/'));
  assert.ok(standoff.length > 8);
  for (const [path, text] of standoff) {
    const found = new Set(text.match(/\p{L}{5,}/gu));
    assert.equal(
      words.filter((word) => found.has(word)),
      [],
      path,
    );
  }
});

test('a stand-off row has the hash of its text and of 32 code points on each side', () => {
  const { files } = build(labelled());
  const text = labelled().texts('quay-report')!;
  const header = readCsv(files.get('standoff/statements.csv')!, 'statements.csv');
  const row = header.rows.find((one) => one.cells[0] === id(3))!;
  const cell = (name: string): string => row.cells[header.header.indexOf(name)]!;
  const points = [...text];
  assert.is(cell('span_sha256'), sha256('deplored the blockade'));
  assert.is(
    cell('context_sha256'),
    sha256(`${points.slice(126 - 32, 126).join('')}\n${points.slice(147, 147 + 32).join('')}`),
  );
});

test('teasers stay out with their labels unless asked for', () => {
  assert.equal(build(labelled()).summary!.leftOut.related, 1);
  assert.not(build(labelled()).files.get('data/labels.csv')!.includes(id(5)));
  const asked = build(labelled(), { includeRelated: true });
  assert.ok(asked.table('data/statements.csv').some((row) => row.statement_id === id(5)));
  assert.match(asked.files.get('REBUILD.md')!, '--include-related');
});

test('a rejected row gets a tombstone, keeps its labels, and is named by no other row', () => {
  const { files, table, findings } = build(labelled());
  assert.match(files.get('data/tombstones.csv')!, `${id(4)},1.0.0,not a statement: rejected by 2 of 2 annotators,`);
  assert.match(files.get('data/labels.csv')!, id(4));
  assert.is(table('data/statements.csv').find((row) => row.statement_id === id(3))!.restates, null);
  assert.ok(findings.some((one) => one.rule === 'release/reference-cut' && one.severity === 'info'));
});

test('the date is given, or the newest that the dataset names, or none', () => {
  assert.is(build(labelled(), { date: '2031-06-01' }).summary!.date, '2031-06-01');
  assert.is(build(labelled()).summary!.date, '2031-04-02');
  const undated = smallDataset().documents.map((one) => ({ ...one, date: null }));
  const { files, summary } = build(smallDataset({ documents: undated }));
  assert.is(summary!.date, null);
  assert.match(files.get('README.md')!, 'not dated');
  assert.not.match(files.get('CITATION.cff')!, 'date-released');
});

test('a score that contradicts its own stance label is a warning only', () => {
  const { findings, summary } = build(
    smallDataset({ labels: [label(1, 'stance', 'favor'), label(1, 'stance_score', '-1')] }),
  );
  assert.equal(
    findings.filter((one) => one.rule.startsWith('label/')).map((one) => [one.rule, one.severity]),
    [['label/score-sign', 'warning']],
  );
  assert.ok(summary);
});

/** The tables of data/ among a release's files. */
const tablesOf = (files: ReadonlyMap<string, string>): CsvTable[] =>
  [...files].flatMap(([path, text]) => {
    if (!path.startsWith('data/')) return [];
    const schema = recognise(path.slice(5), text.split('\n')[0]!.split(','))!;
    return [csvTable(path.slice(5, -4), tableOf(schema), [new TextEncoder().encode(text)])];
  });

test('the next version counts its changes, keeps tombstones and buries what is gone', () => {
  const base = labelled();
  const first = build(labelled());
  const earlier = {
    version: '1.0.0',
    tables: tablesOf(first.files),
    meaning: { codebook: base.codebook, schemas: [], metadata: metadataOfProject(base.project) },
    notRebuilding: null,
    statements: first.table('data/statements.csv'),
    tombstones: [{ id: id(4), withdrawn_in: '1.0.0', reason: 'not a statement', replaced_by: null }],
    history: (JSON.parse(first.files.get('versions.json')!) as { versions: [] }).versions,
  };
  const { files, findings } = build(
    {
      ...base,
      statements: [
        ...base.statements.slice(0, 2).map((row) => ({ ...row, hedged: true })),
        ...base.statements.slice(3),
        statement(8, 'quay-report', 'Port Ardel'),
      ],
    },
    { version: '1.1.0', earlier },
  );
  const [entry, before] = (JSON.parse(files.get('versions.json')!) as { versions: Record<string, unknown>[] }).versions;
  assert.equal([entry!['added'], entry!['changed'], entry!['withdrawn']], [1, 2, 1]);
  assert.is(before!['version'], '1.0.0');
  assert.is(entry!['step'], 'minor');
  assert.equal(entry!['corrected'], { hedged: 2 });
  const rebuilt = new Map<string, string>();
  const told: unknown[] = [];
  const changes = parseDelta(files.get('delta/1.0.0-1.1.0.jsonl')!.split('\n'));
  const options = { store: memoryStore(), tell: (found: unknown) => told.push(found) };
  for (const { path, content } of applyDelta(changes, earlier.tables, options))
    rebuilt.set(path, Buffer.concat([...content]).toString());
  assert.equal(told, []);
  assert.equal(
    [...rebuilt.keys()],
    [...files.keys()].filter((path) => path.startsWith('data/')),
  );
  for (const [path, text] of rebuilt) assert.is(text, files.get(path), path);
  assert.ok(findings.some((one) => one.rule === 'release/vanished' && one.record_id === id(3)));
  assert.match(files.get('data/tombstones.csv')!, `${id(3)},1.1.0,no longer in the dataset,`);
  assert.match(files.get('data/tombstones.csv')!, `${id(4)},1.0.0,`);
});

test('a version that is too low for the changes is refused, with the rows that ask for more', () => {
  const base = labelled();
  const first = build(base);
  const earlier = {
    version: '1.0.0',
    tables: tablesOf(first.files),
    meaning: { codebook: base.codebook, schemas: [], metadata: metadataOfProject(base.project) },
    notRebuilding: null,
    statements: first.table('data/statements.csv'),
    tombstones: [],
    history: [],
  };
  const next = {
    ...base,
    statements: base.statements.map((row) => (row.statement_id === id(1) ? { ...row, hedged: true } : row)),
  };
  const { files, findings, summary } = build(next, { version: '1.0.1', earlier });
  assert.is(summary, null);
  assert.is(files.size, 0);
  const [found] = findings.filter((one) => one.severity === 'error');
  assert.equal([found!.rule, found!.record_id, found!.suggestion?.value], ['release/version-too-low', id(1), '1.1.0']);
  assert.ok(build(next, { version: '1.1.0', earlier }).summary);
});

test('the data package describes every table column and file', () => {
  const { files, bytes } = build(labelled());
  const { resources } = JSON.parse(files.get('datapackage.json')!) as {
    resources: {
      name: string;
      path: string;
      bytes: number;
      hash: string;
      schema?: { fields: { name: string; type: string }[]; primaryKey: string[] };
    }[];
  };
  assert.is(new Set(resources.map((one) => one.name)).size, resources.length);
  for (const one of resources) {
    assert.is(one.hash, `sha256:${sha256(bytes.get(one.path)!)}`);
    assert.is(one.bytes, bytes.get(one.path)!.length);
  }
  const statements = resources.find((one) => one.name === 'statements')!.schema!;
  assert.equal(statements.fields.map((one) => one.name).join(), files.get('data/statements.csv')!.split('\n')[0]);
  assert.equal(statements.primaryKey, ['statement_id']);
});

test('a dataset that releases no words has stand-off rows in data/ too, and no texts', () => {
  const { files, summary } = build(labelled({ project: { ...labelled().project, text_policy: 'none' } }));
  assert.match(files.get('data/statements.csv')!, 'span_sha256');
  assert.not.match(files.get('data/statements.csv')!, 'welcomed');
  assert.not([...files.keys()].some((path) => path.startsWith('texts/')));
  assert.is(summary!.rows['statements'], 4);
});

test('a stand-off dataset can be released again', () => {
  const first = build(labelled());
  const rows = (schema: 'standoff-statement' | 'standoff-document', path: string) =>
    typedRows<never>(readCsv(first.files.get(path)!, path), tableOf(schema)).rows.map(({ row }) => row);
  const { files, summary, findings } = build(
    labelled({
      project: JSON.parse(first.files.get('standoff/demarche.json')!) as ReleaseDataset['project'],
      statements: rows('standoff-statement', 'standoff/statements.csv'),
      documents: rows('standoff-document', 'standoff/documents.csv'),
      tombstones: [{ id: id(4), withdrawn_in: '1.0.0', reason: 'withdrawn', replaced_by: null }],
      labels: labelled().labels.filter((one) => one.statement_id !== id(5)),
      texts: () => null,
    }),
  );
  assert.ok(summary, findings.map((one) => one.rule).join());
  assert.is(files.get('standoff/statements.csv'), first.files.get('standoff/statements.csv'));
});

test.run();
