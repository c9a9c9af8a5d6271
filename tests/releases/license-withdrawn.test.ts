import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { release, type ReleaseOptions } from '../../src/flows/release.js';
import type { VersionEntry } from '../../src/releases/release.js';
import { earlierFrom } from './earlier-from.js';
import { decision, fileBytes, id, labelsBy, smallDataset, type SmallDataset } from './small-dataset.js';

const test = suite('a license that is withdrawn');

const dataset = smallDataset({
  labels: labelsBy(4, 'stance', { 'ann-1': 'against', 'ann-2': 'against' }),
  adjudication: [decision(4, 'stance', 'against')],
  splits: [
    { document_id: 'quay-report', split: 'train' },
    { document_id: 'wire/note', split: 'test' },
  ],
});
const withdrawn: SmallDataset = {
  ...dataset,
  documents: dataset.documents.map((row) => (row.document_id === 'wire/note' ? { ...row, text_allowed: false } : row)),
};
const build = (own: SmallDataset, options: Partial<ReleaseOptions> = {}) => {
  const { files, findings, summary } = release(own, { version: '1.0.0', ...options });
  return { findings, summary, files: new Map(Array.from(files, (file) => [file.path, fileBytes(file).toString()])) };
};
const earlier = earlierFrom(build(dataset).files, dataset);
const entryOf = (files: ReadonlyMap<string, string>): VersionEntry =>
  (JSON.parse(files.get('versions.json')!) as { versions: VersionEntry[] }).versions[0]!;

test('asks for a MINOR step, and for no tombstone', () => {
  const { findings, summary } = build(withdrawn, { version: '1.0.1', earlier });
  assert.is(summary, null);
  const errors = findings.filter((one) => one.severity === 'error');
  assert.equal(
    errors.map((one) => [one.rule, one.suggestion?.value, / now in standoff\/ only/.test(one.message)]),
    // Documents, statements and splits; labels and adjudication are gone as tables.
    Array.from({ length: 5 }, () => ['release/version-too-low', '1.1.0', true]),
  );
  assert.not.match(errors.map((one) => one.message).join(), /tombstone/);
});

test('is told in the delta, in the history and in the changelog; nothing is withdrawn', () => {
  const { files, summary, findings } = build(withdrawn, { version: '1.1.0', earlier });
  assert.ok(summary, findings.map((one) => one.message).join('\n'));
  assert.match(
    files.get('delta/1.0.0-1.1.0.jsonl')!,
    `{"op":"DEL","table":"statements","key":["${id(4)}"],"document_id":"wire/note","reason":{"from":"withheld"}}`,
  );
  const { step, withdrawn: gone, withheld } = entryOf(files);
  assert.equal([step, gone, withheld], ['minor', 0, 1]);
  assert.match(
    files.get('CHANGELOG.md')!,
    "- Statements withdrawn: 0.\n- Statements in standoff/ only now, as their documents' texts may no longer be handed on: 1.",
  );
  assert.match(files.get('standoff/statements.csv')!, id(4));
});

test('and given again, is rows that are added', () => {
  const { files } = build(withdrawn, { version: '1.1.0', earlier });
  const { files: back, summary } = build(dataset, { version: '1.2.0', earlier: earlierFrom(files, dataset) });
  assert.ok(summary);
  const { step, added, withheld } = entryOf(back);
  assert.equal([step, added, withheld], ['minor', 1, undefined]);
});

test('a redaction that the release before does not have yet is told in the same words', () => {
  const redacted = { ...dataset, redactions: [{ document_id: 'wire/note', reason: 'asked by its publisher' }] };
  const { files, summary, findings } = build(redacted, { version: '1.1.0', earlier });
  assert.ok(summary);
  assert.equal(
    findings.filter((one) => one.rule.startsWith('release/redaction')).map((one) => [one.rule, one.record_id]),
    [['release/redaction-pending', 'wire/note']],
  );
  const { step, withdrawn: gone, withheld } = entryOf(files);
  assert.equal([step, gone, withheld], ['minor', 0, 1]);
});

test('a redacted document is no contradiction of a policy that hands on every text', () => {
  const project = { ...dataset.project, text_policy: 'all' as const };
  const rules = (own: SmallDataset): unknown[] =>
    build({ ...own, project })
      .findings.filter((one) => one.rule === 'release/text-not-allowed')
      .map((one) => one.record_id);
  assert.equal(rules(dataset), ['locked-page']);
  assert.equal(rules({ ...dataset, redactions: [{ document_id: 'wire/note', reason: 'asked' }] }), ['locked-page']);
});

test.run();
