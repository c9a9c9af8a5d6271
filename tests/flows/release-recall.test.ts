import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { release } from '../../src/flows/release.js';
import { textOf } from '../../src/releases/release.js';
import type { Extraction } from '../../src/releases/extraction.js';
import { label, labelsBy, smallDataset, statement, type SmallDataset } from '../releases/small-dataset.js';

const test = suite('recall of a release');

const base = smallDataset();

/** Two documents that people read as a whole: 4 statements found and kept, 1 added, 1 rejected, a teaser left out. */
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

test('of documents that people read as a whole, the statistics have what was found, added and rejected', () => {
  const { extraction, extraction_reason } = build(readWhole());
  const figure = { undefined_replicates: 0, reason: null };
  assert.equal(extraction, {
    documents: 2,
    statements: 5,
    standoff_statements: 0,
    found: 4,
    added: 1,
    rejected: 1,
    unlabelled: 3,
    recall: { value: 4 / 5, low: 3 / 4, high: 1, ...figure },
    precision: { value: 4 / 5, low: 1 / 2, high: 1, ...figure },
    interval: { method: 'bootstrap percentile by document', confidence: 0.95, replicates: 1000, seed: 1 },
  });
  assert.is(extraction_reason, null);
});

test('teasers count where they are released', () => {
  const { extraction } = build(readWhole(), { includeRelated: true });
  assert.equal([extraction!.found, extraction!.rejected], [4, 2]);
});

test('statements that are in standoff/ only count too, and are told', () => {
  const { extraction, methods } = build(readWhole({}, ['locked-page', 'wire/note']));
  assert.equal([extraction!.statements, extraction!.standoff_statements], [2, 1]);
  assert.match(methods, 'the program found 2 statements and people added none (1 of them in standoff/ only): 1.000');
});

test('methods and card say the figures with their intervals', () => {
  const { methods, card } = build(readWhole());
  const said =
    'The recall of the extraction was estimated on 2 documents that people read as a whole, of which the program found 4 statements and people added 1: 0.800 (95 % interval 0.750 to 1.000, bootstrap percentile by document). Labels rejected 1 other row that it had found there: precision 0.800 (95 % interval 0.500 to 1.000, bootstrap percentile by document). 3 of the rows found were labelled by no person and count as right.';
  for (const page of [methods, card]) assert.ok(page.includes(said), page);
  assert.not.match(methods, 'not estimated');
  assert.match(methods, 'The bootstrap draws 1000 replicates with seed 1.');
});

test('where nobody read a document as a whole there are no figures, and the pages stay as they were', () => {
  const without = smallDataset();
  const { extraction, extraction_reason, methods, card } = build(without);
  assert.is(extraction, null);
  assert.is(extraction_reason, 'demarche.json names no document that people read as a whole (read_whole)');
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
