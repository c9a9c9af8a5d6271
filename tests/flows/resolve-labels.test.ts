import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { resolveLabels } from '../../src/flows/resolve-labels.js';
import type { StatementRow } from '../../src/releases/dataset.js';
import {
  decision,
  id,
  label,
  labelsBy,
  smallDataset,
  statement,
  type SmallDataset,
} from '../releases/small-dataset.js';

const test = suite('resolve-labels');

const resolve = (more: Partial<SmallDataset>) => {
  const result = resolveLabels(smallDataset(more));
  const row = (n: number): StatementRow => result.statements.find((one) => one.statement_id === id(n))!;
  return { ...result, row };
};
const stanceOf = (row: StatementRow): unknown[] => [
  row.stance,
  row.stance_score,
  row.stance_basis,
  row.n_labels,
  row.stance_auto,
  row.stance_score_auto,
  row.status,
];

test('without labels the automatic values stay and are kept as such', () => {
  const { row } = resolve({
    statements: [statement(1, 'quay-report', 'Monday', { stance_auto: null, stance_score_auto: null })],
  });
  assert.equal(stanceOf(row(1)), ['favor', 2, 'auto', 0, 'favor', 2, 'auto']);
});

test('a majority of persons overrules the program and the models', () => {
  const { row, findings } = resolve({
    labels: [
      ...labelsBy(1, 'stance', { 'ann-1': 'against', 'ann-2': 'against', 'ann-3': 'favor', 'm-1': 'favor' }),
      ...labelsBy(1, 'stance_score', { 'ann-1': '-1', 'ann-2': '-2', 'ann-3': '3' }),
    ],
  });
  assert.equal(stanceOf(row(1)), ['against', -1, 'majority', 3, 'favor', 2, 'reviewed']);
  assert.equal(findings, []);
});

test('a single label counts; without a score the score is empty', () => {
  const { row } = resolve({ labels: [label(1, 'stance', 'against')] });
  assert.equal(stanceOf(row(1)), ['against', null, 'single', 1, 'favor', 2, 'reviewed']);
});

test('models alone leave the row as automatic in its status', () => {
  const { row } = resolve({ labels: labelsBy(1, 'stance', { 'm-1': 'none', 'm-2': 'none' }) });
  assert.equal(stanceOf(row(1)), ['none', null, 'majority', 2, 'favor', 2, 'auto']);
});

test('a tie keeps the automatic stance and score and warns', () => {
  const { row, findings } = resolve({
    labels: [
      ...labelsBy(1, 'stance', { 'ann-1': 'against', 'ann-2': 'none' }),
      ...labelsBy(1, 'stance_score', { 'ann-1': '-3' }),
    ],
  });
  assert.equal(stanceOf(row(1)), ['favor', 2, 'auto', 2, 'favor', 2, 'reviewed']);
  assert.equal(
    findings.map((one) => [one.rule, one.severity, one.record_id, one.field]),
    [['label/tie', 'warning', id(1), 'stance']],
  );
});

test('a decision ends a tie', () => {
  const { row, findings } = resolve({
    labels: labelsBy(1, 'stance', { 'ann-1': 'against', 'ann-2': 'none' }),
    adjudication: [decision(1, 'stance', 'against'), decision(1, 'stance_score', '-2')],
  });
  assert.equal(stanceOf(row(1)), ['against', -2, 'adjudicated', 2, 'favor', 2, 'adjudicated']);
  assert.equal(findings, []);
});

test('other fields resolve by the same rule, and what follows from an id follows', () => {
  const { row } = resolve({
    labels: [
      ...labelsBy(3, 'speech_act', { 'ann-1': 'demand', 'ann-2': 'demand', 'ann-3': 'inform' }),
      ...labelsBy(3, 'target_id', { 'ann-1': 'tariff-schedule' }),
      ...labelsBy(3, 'speaker_id', { 'ann-1': 'jon-vaucourt' }),
    ],
  });
  const {
    speech_act,
    target_id,
    target_kind,
    target_countries,
    speaker_id,
    speaker_role,
    speaker_country,
    stance_basis,
  } = row(3) as Record<string, unknown>;
  assert.equal([speech_act, target_id, target_kind, target_countries], ['demand', 'tariff-schedule', 'issue', []]);
  assert.equal([speaker_id, speaker_role, speaker_country, stance_basis], ['jon-vaucourt', 'envoy', 'XAB', 'auto']);
});

test('custom fields of the codebook become columns of every row, in their type', () => {
  const base = smallDataset();
  const x_risk = {
    field: 'x_risk',
    type: 'integer',
    level: 'ordinal',
    description: 'Risk',
    minimum: 0,
    maximum: 9,
  } as const;
  const { row } = resolve({
    codebook: { ...base.codebook, fields: [...base.codebook.fields, x_risk] },
    statements: [...base.statements.slice(1), { ...base.statements[0]!, x_risk: '4' }],
    labels: [label(2, 'x_risk', '7')],
  });
  assert.equal([row(1)['x_risk'], row(2)['x_risk'], row(3)['x_risk']], [4, 7, null]);
});

test('changed segments move hull and text', () => {
  const { row } = resolve({ labels: [label(1, 'segments', '0-8;18-21')] });
  assert.equal([row(1).start, row(1).end, row(1)['text']], [0, 21, 'Caldmere the']);
});

test('a row that a majority rejects leaves with the count as reason', () => {
  const { rejected, statements } = resolve({
    labels: [
      ...labelsBy(4, 'status', { 'ann-1': 'rejected', 'ann-2': 'rejected' }),
      label(4, 'stance', 'none', { annotator_id: 'ann-3' }),
    ],
  });
  assert.not(statements.some((row) => row.statement_id === id(4)));
  assert.equal(
    rejected.map(({ row, reason }) => [row.statement_id, reason]),
    [[id(4), 'not a statement: rejected by 2 of 3 annotators']],
  );
});

test('one rejection against two who labelled the stance keeps the row: labelling is a vote to keep', () => {
  const { row, findings } = resolve({
    labels: [label(4, 'status', 'rejected'), ...labelsBy(4, 'stance', { 'ann-2': 'against', 'ann-3': 'against' })],
  });
  assert.is(row(4).stance_basis, 'majority');
  assert.equal(findings, []);
});

test('a decision on the status goes before any vote, with its reason', () => {
  const { rejected } = resolve({
    labels: labelsBy(4, 'stance', { 'ann-2': 'against', 'ann-3': 'against' }),
    adjudication: [decision(4, 'status', 'rejected', { reason: 'the narrator speaks' })],
  });
  assert.equal(
    rejected.map((one) => one.reason),
    ['the narrator speaks'],
  );
  const kept = resolve({
    labels: labelsBy(4, 'status', { 'ann-2': 'rejected', 'ann-3': 'rejected' }),
    adjudication: [decision(4, 'status', 'reviewed')],
  });
  assert.is(kept.row(4).status, 'adjudicated');
});

test('labels under a fresh id add a statement without an automatic stance', () => {
  const { row } = resolve({
    labels: [
      label(9, 'document_id', 'quay-report'),
      label(9, 'segments', '126-147'),
      label(9, 'stance', 'against'),
      label(9, 'stance_score', '-2'),
      label(9, 'speech_act', 'criticize'),
      label(9, 'speaker_text', 'Minister Whitcombe'),
    ],
  });
  assert.equal(stanceOf(row(9)), ['against', -2, 'single', 1, null, null, 'reviewed']);
  const { text, speaker_text, speaker_start, speaker_end, labeler } = row(9) as Record<string, unknown>;
  assert.equal(
    [text, speaker_text, speaker_start, speaker_end, labeler],
    ['deplored the blockade', 'Minister Whitcombe', 81, 99, 'ann-1@1.0'],
  );
});

test('an added statement without its stance is an error', () => {
  const { findings } = resolve({ labels: [label(9, 'document_id', 'quay-report'), label(9, 'segments', '0-8')] });
  assert.equal(
    findings.map((one) => [one.rule, one.severity]),
    [['label/incomplete-statement', 'error']],
  );
});

test('resolving a resolved table again changes nothing', () => {
  const labels = labelsBy(1, 'stance', { 'ann-1': 'against', 'ann-2': 'against' });
  const once = resolve({ labels });
  const twice = resolve({ labels, statements: once.statements });
  assert.equal(twice.statements, once.statements);
});

test.run();
