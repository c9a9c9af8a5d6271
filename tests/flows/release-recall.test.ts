import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { release } from '../../src/flows/release.js';
import { textOf } from '../../src/releases/release.js';
import type { Extraction } from '../../src/releases/extraction.js';
import { label, labelsBy, smallDataset, statement, type SmallDataset } from '../releases/small-dataset.js';

const test = suite('recall of a release');

const base = smallDataset();

/** Two documents that annotators read as a whole: 4 statements found and kept, 1 added, 1 rejected, a teaser left out. */
const readWhole = (more: Partial<SmallDataset> = {}, read_whole = ['wire/note', 'quay-report']): SmallDataset =>
  smallDataset({
    project: { ...base.project, read_whole },
    statements: [...base.statements, statement(7, 'wire/note', 'declined to elaborate')],
    labels: [
      ...labelsBy(4, 'status', { 'ann-1': 'rejected', 'ann-2': 'rejected' }),
      ...labelsBy(5, 'status', { 'ann-1': 'rejected', 'ann-2': 'rejected' }),
      label(1, 'stance', 'favor'),
      label(9, 'document_id', 'quay-report'),
      label(9, 'segments', '0-8'),
      label(9, 'stance', 'favor'),
      label(9, 'speech_act', 'support'),
    ],
    ...more,
  });

const build = (dataset: SmallDataset, options: { includeRelated?: boolean } = {}) => {
  const { files, findings } = release(dataset, { version: '1.0.0', ...options });
  const made = new Map(Array.from(files, (file) => [file.path, textOf(file)]));
  assert.ok(made.size, findings.map((one) => one.message).join('\n'));
  const statistics = JSON.parse(made.get('reports/statistics.json')!) as {
    extraction: Extraction | null;
    extraction_reason: string | null;
  };
  return { made, ...statistics, methods: made.get('reports/methods.md')!, card: made.get('README.md')! };
};

test('of documents that annotators read as a whole, the statistics have what was found and what was added', () => {
  const { extraction, extraction_reason } = build(readWhole());
  assert.equal(extraction, {
    documents: 2,
    statements: 5,
    standoff_statements: 0,
    unlabelled: 3,
    found: 4,
    added: 1,
    recall: { value: 4 / 5, low: null, high: null, undefined_replicates: null, reason: 'fewer than 20 documents' },
    interval: null,
  });
  assert.is(extraction_reason, null);
});

test('teasers count for nothing, released or not', () => {
  assert.equal(build(readWhole(), { includeRelated: true }).extraction, build(readWhole()).extraction);
});

test('statements that are in standoff/ only count too, and are told', () => {
  const { extraction, methods } = build(readWhole({}, ['locked-page', 'wire/note']));
  assert.equal([extraction!.statements, extraction!.standoff_statements], [2, 1]);
  assert.match(methods, '1 statement of these documents is in standoff/ only.');
});

test('methods and card say the figure with its counts', () => {
  const { methods, card } = build(readWhole());
  const said =
    'Of 5 passages with statements the program found 4 and annotators added 1: 0.800 (no interval: fewer than 20 documents). 3 statements that it found there have no label or decision that counts and are taken for right.';
  for (const page of [methods, card]) assert.ok(page.includes(said), page);
  assert.not.match(methods, 'not estimated');
});

test('where nobody read a document as a whole there are no figures, and the pages stay as they were', () => {
  const without = smallDataset();
  const { extraction, extraction_reason, methods, card } = build(without);
  assert.is(extraction, null);
  assert.is(extraction_reason, 'demarche.json names no document that annotators read as a whole (read_whole)');
  assert.match(
    methods,
    'The recall of the extraction was not estimated: nothing here says how many statements of the documents it missed.',
  );
  assert.not.match(methods, 'The bootstrap draws');
  assert.not.match(card, 'recall');
  assert.equal(build({ ...without, project: { ...without.project, read_whole: [] } }).methods, methods);
});

test('a dataset that has an added statement as a row, from a release, gives the same figures', () => {
  const before = build(readWhole());
  const rows = before.made
    .get('statements.jsonl')!
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as SmallDataset['statements'][number]);
  const again = readWhole({ statements: [...rows, base.statements[3]!] });
  assert.equal(build(again).extraction, before.extraction);
});

test('shuffled rows and names give the same bytes', () => {
  const dataset = readWhole();
  const turned = Object.fromEntries(
    Object.entries(dataset).map(([name, rows]) => [
      name,
      Array.isArray(rows) ? [...(rows as unknown[])].reverse() : (rows as unknown),
    ]),
  ) as unknown as SmallDataset;
  assert.equal([...build(turned).made], [...build(dataset).made]);
  const renamed = build(readWhole({}, ['quay-report', 'wire/note']));
  assert.equal(renamed.extraction, build(dataset).extraction);
});

test.run();
