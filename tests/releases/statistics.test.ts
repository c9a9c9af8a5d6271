import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { basisCounter } from '../../src/releases/field-bases.js';
import { releaseStatistics } from '../../src/releases/statistics.js';
import { label, labelsBy, smallDataset, statement } from './small-dataset.js';

const test = suite('statistics');

/** Rows that can be read once only, as from a file. */
function once<T>(rows: readonly T[]): Iterable<T> {
  let read = false;
  return {
    *[Symbol.iterator]() {
      assert.not(read, 'read a second time');
      read = true;
      yield* rows;
    },
  };
}

const dataset = smallDataset();
const labels = [
  label(1, 'stance', 'favor', { batch_id: 'p1' }),
  ...labelsBy(2, 'speech_act', { 'ann-1': 'commit' }),
  ...labelsBy(2, 'stance', { 'ann-1': 'favor', 'ann-2': 'none', 'm-1': 'none' }),
  label(2, 'stance', 'against', { annotator_id: 'ann-2', batch_id: 'b2', round: 2 }),
  ...labelsBy(3, 'stance', { 'm-1': 'none', 'm-2': 'none' }),
];
const statistics = () =>
  releaseStatistics(
    {
      documents: once(dataset.documents),
      statements: once([
        statement(1, 'quay-report', 'welcomed', { x_topic: 'port' } as object),
        statement(2, 'quay-report', 'berth', { date: null, stance: 'none', stance_score: null, target_id: null }),
        statement(3, 'wire/note', 'rejected', { date: '2030-12', stance: 'against', stance_score: -2 }),
      ]),
      annotators: dataset.annotators,
      batches: dataset.batches,
      labels: once(labels),
      splits: [{ document_id: 'quay-report', split: 'test' }],
      tombstones: [{ id: 'a', withdrawn_in: '1.0.0', reason: 'x', replaced_by: null }],
    },
    [{ field: 'stance', basis: 'single', statements: 2 }],
    { allDocuments: once(dataset.documents), categories: ['x_topic'] },
  );

test('large tables are read once, and the rows of all are counted', () => {
  assert.equal(statistics().rows, {
    documents: 3,
    statements: 3,
    annotators: 5,
    batches: 3,
    labels: 8,
    splits: 1,
    tombstones: 1,
  });
});

test('stances are counted by score, speaker, target, year and split, unknown ones as null', () => {
  const found = statistics();
  assert.equal(found.by_stance, [
    { stance: 'against', count: 1 },
    { stance: 'favor', count: 1 },
    { stance: 'none', count: 1 },
  ]);
  assert.equal(found.by_target_and_stance, [
    { target_id: null, stance: 'none', count: 1 },
    { target_id: 'quay-opening', stance: 'against', count: 1 },
    { target_id: 'quay-opening', stance: 'favor', count: 1 },
  ]);
  assert.equal(
    found.by_speaker_and_stance.map((row) => row.count),
    [1, 1, 1],
  );
  assert.equal(found.by_year_and_stance, [
    { year: null, stance: 'none', count: 1 },
    { year: '2030', stance: 'against', count: 1 },
    { year: '2031', stance: 'favor', count: 1 },
  ]);
  assert.equal(found.statements_by_split, [
    { split: null, count: 1 },
    { split: 'test', count: 2 },
  ]);
  assert.equal(found.documents_by_split, [
    { split: null, count: 2 },
    { split: 'test', count: 1 },
  ]);
});

test('documents are counted by license and by whether their text may be released', () => {
  const found = statistics();
  assert.equal(found.by_license, [
    { license: 'CC-BY-4.0', text_allowed: false, count: 1 },
    { license: 'CC-BY-4.0', text_allowed: true, count: 2 },
  ]);
  assert.equal(found.by_text_allowed, [
    { text_allowed: false, count: 1 },
    { text_allowed: true, count: 2 },
  ]);
});

test('categories of the project’s own fields are counted', () => {
  assert.equal(statistics().by_own_category, [
    { field: 'x_topic', value: null, count: 2 },
    { field: 'x_topic', value: 'port', count: 1 },
  ]);
});

test('labels are counted by annotator, batch and field', () => {
  const found = statistics();
  assert.equal(found.labels_by_annotator.at(-1), { annotator_id: 'm-2', batch_id: 'b1', field: 'stance', count: 1 });
  assert.equal(found.labels_by_batch, [
    { batch_id: 'b1', labels: 6, statements: 2, annotators: 4 },
    { batch_id: 'b2', labels: 1, statements: 1, annotators: 1 },
    { batch_id: 'p1', labels: 1, statements: 1, annotators: 1 },
  ]);
});

test('overlap counts production labels, an annotator once, and persons where there are any', () => {
  assert.equal(statistics().label_overlap, [
    { field: 'speech_act', by: 'persons', labels: 1, units: 1 },
    { field: 'stance', by: 'persons', labels: 2, units: 1 },
    { field: 'stance', by: 'others', labels: 2, units: 1 },
  ]);
});

test('bases are counted by field and basis', () => {
  const counter = basisCounter();
  counter.add(
    new Map([
      ['stance', 'single'],
      ['cue', 'majority'],
    ]),
  );
  counter.add(new Map([['stance', 'auto']]));
  counter.add(new Map([['stance', 'single']]));
  assert.equal(counter.counts(), [
    { field: 'cue', basis: 'majority', statements: 1 },
    { field: 'stance', basis: 'auto', statements: 1 },
    { field: 'stance', basis: 'single', statements: 2 },
  ]);
});

test('a release without any row has a count of each kind all the same', () => {
  const found = releaseStatistics({ documents: [], statements: [] }, []);
  assert.equal(found.rows, { documents: 0, statements: 0 });
  assert.equal(found.by_stance, []);
  assert.equal(found.documents_by_split, []);
  assert.equal(found.basis, { adjudicated: 0, majority: 0, single: 0, auto: 0 });
});

test.run();
