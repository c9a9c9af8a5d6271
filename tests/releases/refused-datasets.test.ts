import { rmSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { release } from '../../src/flows/release.js';
import { validateDataset } from '../../src/cli/release-validation.js';
import { decision, id, label, smallDataset, statement, writeDataset, type SmallDataset } from './small-dataset.js';

const test = suite('datasets that are not released');

const wrong: readonly (readonly [
  what: string,
  rule: string,
  more: (dataset: SmallDataset) => Partial<SmallDataset>,
])[] = [
  ['a label of an unknown statement', 'label/unknown-statement', () => ({ labels: [label(77, 'stance', 'favor')] })],
  ['an unknown category', 'label/unknown-category', () => ({ labels: [label(1, 'stance', 'favour')] })],
  ['an unknown batch', 'label/unknown-batch', () => ({ labels: [label(1, 'stance', 'favor', { batch_id: 'b7' })] })],
  [
    'an unknown annotator',
    'label/unknown-annotator',
    () => ({ labels: [label(1, 'stance', 'favor', { annotator_id: 'zoe' })] }),
  ],
  [
    'a cell labelled twice',
    'label/duplicate',
    () => ({ labels: [label(1, 'stance', 'favor'), label(1, 'stance', 'none')] }),
  ],
  ['a field that is computed', 'label/unknown-field', () => ({ labels: [label(1, 'n_labels', '3')] })],
  ['a score out of range', 'label/value', () => ({ labels: [label(1, 'stance_score', '4')] })],
  ['an unknown target', 'label/unknown-id', () => ({ labels: [label(1, 'target_id', 'moon')] })],
  [
    'a field decided twice',
    'table/duplicate-key',
    () => ({ adjudication: [decision(1, 'stance', 'none'), decision(1, 'stance', 'none')] }),
  ],
  ['a text that is not its slices', 'span/text', (d) => ({ statements: [{ ...d.statements[0]!, text: 'welcomed' }] })],
  ['a text that changed', 'document/sha256', () => ({ texts: () => 'other words' })],
  [
    'an id that was withdrawn',
    'tombstone/reused',
    () => ({ tombstones: [{ id: id(1), withdrawn_in: null, reason: 'merged', replaced_by: null }] }),
  ],
  ['an id that stands twice', 'table/duplicate-key', (d) => ({ statements: [...d.statements, d.statements[0]!] })],
  [
    'a stance that the codebook lacks',
    'codebook/unknown-category',
    () => ({ statements: [statement(1, 'quay-report', 'Monday', { stance: 'warm' })] }),
  ],
  ['an unknown document', 'reference/unknown', (d) => ({ documents: d.documents.slice(1) })],
];
for (const [what, rule, more] of wrong) {
  test(`${what} is an error of validation, which refuses the release`, async () => {
    const dataset = smallDataset();
    const root = writeDataset({ ...dataset, ...more(dataset) });
    try {
      const { report } = await validateDataset(root, { quiet: true });
      assert.ok(
        report.findings.some((one) => one.rule === rule && one.severity === 'error'),
        report.findings.map((one) => `${one.severity} ${one.rule}`).join(),
      );
      assert.ok(report.blocking > 0);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
}

test('a text that is missing refuses the release', () => {
  const { findings, summary } = release(smallDataset({ texts: () => null }), { version: '1.0.0' });
  assert.equal(
    findings.map((one) => [one.rule, one.record_id]),
    ['locked-page', 'quay-report', 'wire/note'].map((one) => ['document/no-text', one]),
  );
  assert.is(summary, null);
});

test('the dataset that they are made from has no error', async () => {
  const root = writeDataset(smallDataset());
  try {
    assert.is((await validateDataset(root, { quiet: true })).report.blocking, 0);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

test('a decided score against the resolved stance refuses the release', () => {
  const { files, findings, summary } = release(smallDataset({ adjudication: [decision(1, 'stance_score', '-2')] }), {
    version: '1.0.0',
  });
  assert.equal(
    findings.map((one) => [one.rule, one.severity]),
    [['label/score-sign', 'error']],
  );
  assert.is(summary, null);
  assert.equal([...files], []);
});

test.run();
