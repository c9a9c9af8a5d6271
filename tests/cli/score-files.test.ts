import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { floorOption, scoreFiles, type ScoreRequest } from '../../src/cli/score-files.js';
import { clusteringOf } from '../../src/cli/agree-defaults.js';
import { readLabelInput } from '../../src/cli/label-input.js';
import { statementLookup } from '../../src/cli/score-input.js';
import { datasetTable, openDataset } from '../../src/files/dataset.js';
import { agree } from '../../src/flows/agree.js';
import type { Tombstone } from '../../src/model/generated.js';
import { UsageError } from '../../src/model/errors.js';
import { demarche, inFolder } from '../support/command.js';

const test = suite('score files');

const ASKED: ScoreRequest = {
  gold: undefined,
  labels: [],
  predictions: [],
  id: undefined,
  label: undefined,
  target: undefined,
  annotator: undefined,
  probabilities: undefined,
  field: 'stance',
  cluster: undefined,
  by: [],
  project: undefined,
  map: [],
  order: [],
  conventions: [],
  floor: floorOption('clip:1e-12'),
  bins: 10,
  bootstrap: 0,
  permutations: 0,
  seed: 1,
};

/** Runs with files in a folder of their own; names in `asked` are those of the files. */
function run(files: Readonly<Record<string, string>>, asked: Partial<ScoreRequest>): ReturnType<typeof scoreFiles> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-score-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const at = (name: string): string => join(folder, name);
    return scoreFiles({
      ...ASKED,
      ...asked,
      gold: asked.gold === undefined ? undefined : at(asked.gold),
      labels: (asked.labels ?? []).map(at),
      predictions: (asked.predictions ?? []).map(at),
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const GOLD = 'id,label\n1,favor\n2,against\n3,none\n4,neutral\n';
const value = ({ report }: ReturnType<typeof scoreFiles>, name: string): number | null | undefined =>
  report.systems[0]!.scores.find(({ score }) => score === name)?.value;

test("the codebook's crosswalk makes the three-class score defined", () => {
  const done = run({ 'g.csv': GOLD, 'p.csv': GOLD }, { gold: 'g.csv', predictions: ['p.csv'] });
  assert.is(value(done, 'macro3'), 1);
  assert.match(done.report.systems[0]!.scores.find(({ score }) => score === 'macro3')!.mapping!, 'SemEval-2016');
});

test('a crosswalk can be asked for by its name', () => {
  const done = run({ 'g.csv': GOLD, 'p.csv': GOLD }, { gold: 'g.csv', predictions: ['p.csv'], map: ['newsmtsc'] });
  assert.equal(done.report.input.categories, ['2', '4', '6']);
  assert.is(value(done, 'mae'), 0);
});

test('label files are gold by majority, whether named as gold or as labels, long or wide', () => {
  const long =
    'statement_id,annotator_id,field,value\n1,x,stance,a\n1,y,stance,a\n1,x,other,q\n2,x,stance,b\n2,y,stance,b\n';
  const wide = 'unit_id,x,y\n1,a,a\n2,b,b\n';
  const files = { 'long.csv': long, 'wide.csv': wide, 'p.csv': 'id,label\n1,a\n2,a\n' };
  const asked = [{ gold: 'long.csv' }, { labels: ['long.csv'] }, { labels: ['wide.csv'] }];
  for (const one of asked) {
    const done = run(files, { ...one, predictions: ['p.csv'] });
    assert.is(value(done, 'accuracy'), 0.5);
    assert.is(done.report.ceiling!.judgements, 4);
    assert.is(done.report.systems[0]!.soft!.distributions[0]!.value, 1);
  }
});

test("one annotator's label file can be a system: only rows of the field count", () => {
  const labels = 'statement_id,annotator_id,field,value\n1,x,stance,favor\n1,x,stance_score,2\n2,x,stance,none\n';
  const done = run(
    { 'g.csv': 'id,label\n1,favor\n2,none\n', 'x.csv': labels },
    { gold: 'g.csv', predictions: ['x.csv'] },
  );
  assert.equal(done.report.findings, []);
  assert.is(value(done, 'accuracy'), 1);
});

test('a file that cannot be read is a finding, the others are scored', () => {
  const done = run({ 'g.csv': GOLD, 'p.csv': GOLD }, { gold: 'g.csv', predictions: ['none.csv', 'p.csv'] });
  assert.is(done.readable, false);
  assert.equal(
    done.report.findings.map(({ rule }) => rule),
    ['file/unreadable'],
  );
  assert.is(value(done, 'accuracy'), 1);
});

test('a withdrawn statement is drawn with the document of what replaces it, one without a document alone', () => {
  const dataset = openDataset('data/sample');
  const lookup = statementLookup(dataset, null, []);
  const replaced = datasetTable<Tombstone>(dataset, 'tombstone').rows.filter(({ row }) => row.replaced_by !== null);
  assert.ok(replaced.length > 5);
  for (const { row } of replaced) assert.is(lookup(row.id)!['cluster'], lookup(row.replaced_by!)!['cluster']);
  const labels = ['ann-1', 'ann-2', 'ann-3'].map((name) => `data/sample/labels/batch-1/${name}.csv`);
  const { report } = scoreFiles({ ...ASKED, project: 'data/sample', labels, predictions: [labels[0]!] });
  const { clusters } = agree(
    readLabelInput(labels).rows,
    clusteringOf(undefined, readLabelInput(labels), 'document_id'),
  ).input;
  assert.is(report.input.clusters, clusters);
});

test('ids alone are enough where the dataset knows the rest', () => {
  const project = 'data/sample';
  const labels = 'data/sample/labels/batch-1/ann-1.csv';
  const { report } = scoreFiles({ ...ASKED, project, gold: undefined, labels: [labels], predictions: [labels] });
  assert.ok(report.input.clusters! > 5);
  assert.equal(
    report.systems[0]!.breakdowns.map(({ by }) => by),
    ['target', 'speaker', 'quote_type'],
  );
  assert.is(report.ceiling, null);
});

test('wrong requests are wrong use', () => {
  assert.throws(
    () => run({ 'p.csv': GOLD }, { predictions: ['p.csv'] }),
    (error: Error) => error instanceof UsageError && /--gold or --labels/.test(error.message),
  );
  const files = { 'g.csv': GOLD, 'p.csv': GOLD };
  assert.throws(() => run(files, { gold: 'g.csv', predictions: ['p.csv'], cluster: 'paper' }), /"paper" of --cluster/);
  for (const floor of ['clip', 'clip:0', 'add:x', 'round:1e-9'])
    assert.throws(() => floorOption(floor), /--floor takes/);
  assert.equal(floorOption('add:1e-9'), { rule: 'add', size: 1e-9 });
});

test('the command says by its exit code what happened, and prints text, JSON or Markdown', () => {
  inFolder({ 'g.csv': GOLD, 'p.csv': GOLD, 'few.csv': 'id,label\n1,favor\n' }, (cwd) => {
    const score = (...args: string[]) => demarche(['score', '--bootstrap', '0', ...args], { cwd });
    const clean = score('--gold', 'g.csv', '--predictions', 'p.csv');
    assert.is(clean.code, 0);
    assert.match(clean.stdout, /accuracy +1\.0000/);
    const few = score('--gold', 'g.csv', '--predictions', 'few.csv', '--format', 'json');
    assert.is(few.code, 1);
    const report = JSON.parse(few.stdout) as { findings: { rule: string }[] };
    assert.equal(new Set(report.findings.map(({ rule }) => rule)), new Set(['score/missing']));
    const gone = score(
      '--gold',
      'g.csv',
      '--predictions',
      'gone.csv',
      '--predictions',
      'p.csv',
      '--format',
      'markdown',
    );
    assert.is(gone.code, 3);
    assert.match(gone.stdout, '| accuracy | 1.0000 |');
    assert.match(gone.stderr, 'gone.csv');
    assert.is(score('--gold', 'g.csv', '--predictions', 'p.csv', '--conventions', 'acuracy').code, 2);
  });
});

test.run();
