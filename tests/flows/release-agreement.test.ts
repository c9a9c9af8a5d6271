import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { categoriesOf, clusteringOf, scaleOf } from '../../src/cli/agree-defaults.js';
import { annotatorKinds, readLabelInput } from '../../src/cli/label-input.js';
import { writeFolderWhole } from '../../src/files/release-folder.js';
import { agree } from '../../src/flows/agree.js';
import { release } from '../../src/flows/release.js';
import { releaseAgreement, type ReleaseLabels } from '../../src/flows/release-agreement.js';
import type { Label } from '../../src/model/generated.js';
import type { ReleaseDataset } from '../../src/releases/dataset.js';
import { textOf } from '../../src/releases/release.js';
import type { AgreementReport } from '../../src/reports/agreement-report.js';
import { id, label, labelsBy, smallDataset, statement, writeDataset } from '../releases/small-dataset.js';

const test = suite('release-agreement');

const values = ['favor', 'against', 'neutral', 'none'];
/** Twelve statements in two documents, labelled by three persons and a model, in rounds and batches. */
const labels: readonly Label[] = [
  ...Array.from({ length: 12 }, (_, n) => {
    const own = values[n % 4]!;
    const other = values[(n + (n % 5 === 0 ? 1 : 0)) % 4]!;
    return labelsBy(n + 1, 'stance', {
      'ann-1': own,
      'ann-2': other,
      ...(n % 3 ? { 'ann-3': own } : {}),
      'm-1': other,
    });
  }).flat(),
  // A second round, a pilot, another field.
  label(3, 'stance', 'mixed', { annotator_id: 'ann-1', round: 2 }),
  label(4, 'stance', 'unclear', { annotator_id: 'ann-3', batch_id: 'p1' }),
  ...labelsBy(1, 'speech_act', { 'ann-1': 'support', 'ann-2': 'support' }),
  ...labelsBy(2, 'speech_act', { 'ann-1': 'commit', 'ann-2': 'demand' }),
  ...labelsBy(3, 'cue', { 'ann-1': 'said' }),
];
const dataset = (more: Partial<ReleaseDataset> = {}): ReleaseDataset => {
  const base = smallDataset();
  return {
    ...base,
    documents: base.documents.slice(0, 2),
    statements: Array.from({ length: 12 }, (_, n) =>
      n < 8 ? statement(n + 1, 'quay-report', 'welcomed') : statement(n + 1, 'wire/note', 'rejected'),
    ),
    project: {
      ...base.project,
      reliability: {
        field: 'stance',
        coefficient: 'krippendorff_alpha',
        level: 'nominal',
        cluster: 'document_id',
        threshold: 0.9,
      },
    },
    labels,
    ...more,
  };
};

const inputOf = (more: Partial<ReleaseLabels> = {}): ReleaseLabels => {
  const { annotators, batches, statements, tombstones, project, codebook } = dataset();
  return { labels, annotators, batches, statements, tombstones, project, codebook, ...more };
};
const reportOf = (input: ReleaseLabels): AgreementReport & { readonly other_fields: readonly AgreementReport[] } =>
  releaseAgreement(input).report([]) as never;

/** What `demarche agree` computes for these label files (none: those of the dataset) and a field. */
function byCommand(paths: readonly string[], field: string, project?: string): AgreementReport {
  const input = readLabelInput(paths, { ...(project ? { project } : {}), columns: { cluster: 'document_id' } });
  const args = { field, order: undefined, level: undefined };
  return agree(input.labels, {
    ...scaleOf(args, input),
    ...clusteringOf(undefined, input, 'document_id'),
    field,
    categories: categoriesOf(field, input),
    kinds: annotatorKinds(input.dataset),
    files: input.files,
    notes: input.notes,
  });
}

const figures = ({ results, other_groups, levels, pairs, annotators, threshold }: AgreementReport) => ({
  results,
  other_groups,
  levels,
  pairs,
  annotators,
  threshold,
});

test('reports/agreement.json has the numbers of `demarche agree data/labels.csv`, and of the dataset’s own labels', async () => {
  const source = dataset();
  const root = writeDataset(source);
  try {
    const { files } = release(source, { version: '1.0.0', date: '2031-05-02' });
    const folder = join(root, 'releases', '1.0.0');
    const made = Array.from(files, (file) => ({ path: file.path, content: textOf(file) }));
    await writeFolderWhole(folder, made);
    const report = JSON.parse(
      made.find((file) => file.path === 'reports/agreement.json')!.content,
    ) as AgreementReport & { other_fields: readonly AgreementReport[] };
    const released = byCommand([join(folder, 'data/labels.csv')], 'stance');
    assert.equal(figures(report), JSON.parse(JSON.stringify(figures(released))));
    assert.is(report.input.files[0]!.sha256, released.input.files[0]!.sha256);
    assert.equal(figures(report), JSON.parse(JSON.stringify(figures(byCommand([], 'stance', root)))));
    const acts = report.other_fields.find((one) => one.input.field === 'speech_act')!;
    assert.equal(figures(acts), JSON.parse(JSON.stringify(figures(byCommand([], 'speech_act', root)))));
    assert.equal(
      Object.keys(released).filter((key) => !(key in report)),
      [],
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

test('persons are judged apart, by document, in production batches and last rounds', () => {
  const report = reportOf(inputOf());
  assert.is(report.group, 'people');
  assert.is(report.results[0]!.ci_method, 'bootstrap percentile by cluster');
  assert.is(report.results[0]!.seed, 1);
  assert.is(report.input.clusters, 2);
  assert.equal(report.notes, ['1 label rows of pilot batches are left out']);
  assert.ok(report.retest.some((one) => one.annotator_id === 'ann-1'));
  assert.not(report.input.categories.includes('unclear'));
  assert.match(report.threshold!.line, "project's threshold");
});

test('the order of the labels changes nothing', () => {
  assert.equal(reportOf(inputOf({ labels: [...labels].reverse() })), reportOf(inputOf()));
});

test('what is not defined is null and has a reason', () => {
  const same = [1, 2, 3].flatMap((n) => labelsBy(n, 'stance', { 'ann-1': 'favor', 'ann-2': 'favor' }));
  const { fields } = releaseAgreement(inputOf({ labels: same }));
  assert.is(fields[0]!.value, null);
  assert.match(fields[0]!.reason!, 'same category');
  const none = releaseAgreement(inputOf({ labels: [] }));
  assert.equal(
    none.fields.map((one) => [one.field, one.value, one.reason]),
    [['stance', null, 'there are no labels']],
  );
  assert.is(none.paragraph([]), null);
});

test('a label given again in another batch of the same round counts as the release counts it: the later batch', () => {
  const twice = [...labels, label(1, 'stance', 'against', { annotator_id: 'ann-2', batch_id: 'b2' })];
  const report = reportOf(inputOf({ labels: twice }));
  assert.ok(report.results.length > 0);
  assert.match(report.notes.join(), 'two batches of one round');
  const settled = labels.map((one) =>
    one.statement_id === id(1) && one.annotator_id === 'ann-2' && one.field === 'stance'
      ? { ...one, value: 'against' }
      : one,
  );
  assert.is(report.results[0]!.value, reportOf(inputOf({ labels: settled })).results[0]!.value);
});

test('free values are not judged by category', () => {
  const many = Array.from({ length: 70 }, (_, n) => label(1 + (n % 12), 'target_text', `words ${n}`, { round: n + 1 }));
  const { fields } = releaseAgreement(inputOf({ labels: [...labels, ...many] }));
  const found = fields.find((one) => one.field === 'target_text')!;
  assert.is(found.value, null);
  assert.match(found.reason!, '70 different labels');
});

test('the methods paragraph names the program, the interval and its seed', () => {
  const agreement = releaseAgreement(inputOf(), { tool: 'demarche 9.9.9', seed: 7, bootstrap: 50 });
  const text = agreement.paragraph([{ path: 'data/labels.csv', sha256: 'abcdef0123456789', rows: 3 }])!;
  for (const words of ['demarche 9.9.9', 'seed 7', '50 replicates', 'abcdef012345']) assert.match(text, words);
});

test('a finding about a label stands at its line in data/labels.csv', () => {
  const wrong = [
    label(1, 'cue', 'a\nb', { comment: 'x\ny' }),
    label(2, 'stance', 'Favor'),
    label(3, 'stance', 'favor'),
  ];
  const found = reportOf(inputOf({ labels: wrong })).findings.find((one) => one.value === 'Favor')!;
  assert.is(found.file, 'data/labels.csv');
  assert.equal([found.line, found.column], [5, [id(2), 'b1', 'ann-1', 'stance', ''].join().length + 1]);
});

test('units of withdrawn statements are counted, and the figure without them stands beside', () => {
  const { statements } = dataset();
  // The first four left: none of the tombstones leads anywhere.
  const input = inputOf({ statements: [...statements].filter((_, n) => n >= 4) });
  const found = releaseAgreement(input);
  assert.is(found.withdrawn!.units, 4);
  const alone = releaseAgreement({
    ...input,
    labels: labels.filter((row) => Array.from(input.statements).some((one) => one.statement_id === row.statement_id)),
  });
  assert.is(alone.withdrawn, null);
  assert.equal(found.withdrawn!.others, alone.fields[0]);
  assert.is.not(found.fields[0]!.value, alone.fields[0]!.value);
  const report = reportOf(input);
  assert.is(report.input.units_without_cluster, 4);
  assert.is(report.input.clusters, 6);
  assert.match(
    found.paragraph([])!,
    /Of 12 units from 6 clusters \(document_id; 4 of them are single units that name none\)/,
  );
});

test.run();
