import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Adjudication, Statement } from '../../src/model/generated.js';
import { countedLabels } from '../../src/releases/counted-labels.js';
import { resolveStatement } from '../../src/releases/resolve-statement.js';
import { decision, id, label, labelsBy, smallDataset, statement, type SmallDataset } from './small-dataset.js';

const test = suite("a statement's status");

const none = { fields: new Map(), annotators: [], byPerson: false } as const;

/** The status that a row which the program gave one gets by its labels and decisions; the reason where it is rejected. */
const status = (
  start: Statement['status'],
  labels: SmallDataset['labels'] = [],
  decisions: readonly Adjudication[] = [],
): string => {
  const dataset = smallDataset();
  const { row, rejected } = resolveStatement(
    statement(1, 'quay-report', 'welcomed the quay agreement', { status: start }),
    countedLabels(labels, dataset.batches, dataset.annotators).get(id(1)) ?? none,
    new Map(decisions.map((one) => [one.field, one])),
    dataset,
  );
  return rejected ?? row.status;
};
const voted = (votes: Readonly<Record<string, string>>): SmallDataset['labels'] => labelsBy(1, 'status', votes);
const stance = (...ids: readonly string[]): SmallDataset['labels'] =>
  ids.flatMap((annotator_id) => label(1, 'stance', 'favor', { annotator_id }));

test('without labels it stays what the dataset says', () => {
  for (const own of ['auto', 'reviewed', 'adjudicated'] as const) assert.is(status(own), own);
  assert.is(status('rejected'), 'not a statement: rejected by demarche@0.1.0');
});

test('a label of any field by a person makes it reviewed, one by a model does not', () => {
  assert.is(status('auto', stance('ann-1')), 'reviewed');
  assert.is(status('auto', [label(1, 'speech_act', 'support')]), 'reviewed');
  assert.is(status('auto', stance('m-1', 'm-2')), 'auto');
  assert.is(status('auto', voted({ 'm-1': 'reviewed' })), 'auto');
});

test('labels of a pilot do not count', () => {
  assert.is(status('auto', [label(1, 'status', 'rejected', { batch_id: 'p1' })]), 'auto');
});

test('it is rejected by more than half of those who labelled anything of it', () => {
  assert.is(status('auto', voted({ 'ann-1': 'rejected' })), 'not a statement: rejected by 1 of 1 annotator');
  assert.is(
    status('auto', [...voted({ 'ann-1': 'rejected', 'ann-2': 'rejected' }), ...stance('ann-3')]),
    'not a statement: rejected by 2 of 3 annotators',
  );
  assert.is(status('auto', [...voted({ 'ann-1': 'rejected' }), ...stance('ann-2', 'ann-3')]), 'reviewed');
});

test('where half of them would reject it, it stays a statement', () => {
  const half = [...voted({ 'ann-1': 'rejected' }), ...stance('ann-2')];
  assert.is(status('auto', half), 'reviewed');
});

test('what the program rejected, people or models who label it take back', () => {
  assert.is(status('rejected', stance('ann-1')), 'reviewed');
  assert.is(status('rejected', stance('m-1')), 'auto');
});

test('a decision on any field makes it adjudicated, one on the status goes before all votes', () => {
  assert.is(status('auto', stance('ann-1'), [decision(1, 'stance', 'mixed')]), 'adjudicated');
  assert.is(status('auto', voted({ 'ann-1': 'rejected' }), [decision(1, 'status', 'reviewed')]), 'adjudicated');
  assert.is(
    status('auto', stance('ann-1', 'ann-2'), [decision(1, 'status', 'rejected', { rule_id: 'narrator' })]),
    'not a statement: adjudicated (narrator)',
  );
});

test.run();
