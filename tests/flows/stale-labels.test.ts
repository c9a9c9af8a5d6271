import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { change } from '../../src/flows/codebook-change.js';
import { staleLabels } from '../../src/flows/stale-labels.js';
import type { Label } from '../../src/model/generated.js';
import type { CodebookChange } from '../../src/reports/codebook-diff-report.js';
import type { PlacedRow } from '../../src/tables/typed-rows.js';

const test = suite('stale labels');

/** Labels of one file, the first in line 2. */
function labelled(...rows: readonly Partial<Label>[]): PlacedRow<Label>[] {
  return rows.map((row, i) => ({
    row: {
      statement_id: 'st_1',
      batch_id: 'b1',
      annotator_id: 'ann-1',
      field: 'stance',
      value: 'favor',
      round: 1,
      confidence: null,
      rule_id: null,
      comment: null,
      codebook_version: '1.0',
      created_at: null,
      ...row,
    },
    file: 'labels/b1/ann-1.csv',
    line: i + 2,
    columns: {},
  }));
}

const redefined = change('category', 'redefined', 'stance:favor', {
  field: 'stance',
  category: 'favor',
  step: 'major',
  task: 'relabel',
});
const rule = change('rule', 'redefined', 'rule:concern', { rule_id: 'concern', step: 'minor', task: 'recheck' });

const found = (
  changes: readonly CodebookChange[],
  labels: readonly PlacedRow<Label>[],
  more: Partial<Parameters<typeof staleLabels>[1]> = {},
) => staleLabels(changes, { labels, before: '1.0', after: '2.0', ...more });

test('a label is stale where its category, field or rule has changed, and its place is told', () => {
  const labels = labelled({}, { value: 'against' }, { value: 'against', statement_id: 'st_2', rule_id: 'concern' });
  const { labels: stale, counts } = found([redefined, rule], labels);
  assert.equal(
    stale.stale.map(({ line, todo, reason }) => [line, todo, reason]),
    [
      [2, 'relabel', 'stance:favor was redefined'],
      [4, 'recheck', 'rule:concern was redefined'],
    ],
  );
  assert.equal(counts, [1, 1]);
  assert.equal(stale.files, [
    { file: 'labels/b1/ann-1.csv', batch_id: 'b1', annotator_id: 'ann-1', relabel: 1, recheck: 1, move: 0, drop: 0 },
  ]);
});

test('of two reasons the graver says what to do, and both are told', () => {
  const { labels } = found([rule, redefined], labelled({ rule_id: 'concern' }));
  assert.is(labels.stale[0]?.todo, 'relabel');
  assert.is(labels.stale[0]?.reason, 'rule:concern was redefined; stance:favor was redefined');
});

test('a label given anew is passed over: in a later round of its batch, or under the later codebook', () => {
  const round = found([redefined], labelled({}, { round: 2, value: 'none' }));
  assert.is(round.labels.stale.length, 0);
  assert.is(round.labels.superseded, 1);
  const batch = found([redefined], labelled({}, { batch_id: 'b2', codebook_version: '2.0' }));
  assert.is(batch.labels.stale.length, 0);
  const other = found([redefined], labelled({}, { annotator_id: 'ann-2', codebook_version: '2.0' }));
  assert.is(other.labels.stale.length, 1, 'another annotator’s label does not stand for it');
});

test('labels under other versions are counted, not judged', () => {
  const { labels } = found([redefined], labelled({ codebook_version: '0.9' }, { codebook_version: '2.0' }));
  assert.is(labels.judged, 0);
  assert.equal(labels.others, [
    { version: '0.9', labels: 1 },
    { version: '2.0', labels: 1 },
  ]);
});

test('where the version did not move, the labels under it are judged', () => {
  assert.is(found([redefined], labelled({}), { after: '1.0' }).labels.stale.length, 1);
});

test('a label of a withdrawn statement is passed over, of a replaced one it is not', () => {
  const gone = { id: 'st_1', withdrawn_in: null, reason: 'gone', replaced_by: null };
  assert.is(found([redefined], labelled({}), { tombstones: [gone] }).labels.withdrawn, 1);
  const moved = { ...gone, replaced_by: 'st_9' };
  assert.is(found([redefined], labelled({}), { tombstones: [moved] }).labels.stale.length, 1);
});

test('only values outside a smaller range are stale, and those at the end of one that grew', () => {
  const field = { field: 'stance_score', before: '3', step: 'major', task: 'relabel' } as const;
  const smaller = change('field', 'maximum', 'stance_score', { ...field, after: '2' });
  const larger = change('field', 'maximum', 'stance_score', { ...field, after: '5', task: 'recheck' });
  const labels = labelled(
    { field: 'stance_score', value: '3' },
    { field: 'stance_score', value: '2', statement_id: 'st_2' },
    { field: 'stance_score', value: '-3', statement_id: 'st_3' },
  );
  assert.equal(
    found([smaller], labels).labels.stale.map(({ value }) => value),
    ['3'],
  );
  assert.equal(
    found([larger], labels).labels.stale.map(({ value }) => value),
    ['3'],
  );
});

test('with the sign of a stance the score beside it is looked at again', () => {
  const sign = change('category', 'sign', 'stance:favor', { field: 'stance', category: 'favor', task: 'relabel' });
  const labels = labelled(
    {},
    { field: 'stance_score', value: '2' },
    { field: 'stance_score', value: '2', statement_id: 'st_2' },
  );
  assert.equal(
    found([sign], labels).labels.stale.map(({ line, todo }) => [line, todo]),
    [
      [2, 'relabel'],
      [3, 'recheck'],
    ],
  );
});

test.run();
