import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { extractionStatistics, wholeDocuments, type Extraction } from '../../src/releases/extraction.js';
import { extractionText } from '../../src/releases/say-extraction.js';
import { smallDataset, statement } from './small-dataset.js';

const test = suite('extraction');

const bootstrap = { replicates: 1000, seed: 1 };
const documents = smallDataset().documents;

/** Counts of the small world's documents that were read as a whole. */
const reading = (read_whole: readonly string[]) => {
  const { project, annotators } = smallDataset();
  return wholeDocuments({ project: { ...project, read_whole: [...read_whole] }, documents, annotators });
};
const found = (n: number, documentId: string, more: object = {}) => statement(n, documentId, 'e', more);
const added = (n: number, documentId: string, labeler = 'ann-1@1.0') =>
  found(n, documentId, { stance_auto: null, stance_basis: 'single', status: 'reviewed', labeler });
const byLabels = new Map([['status', 'majority' as const]]);

test('the program found what has its stance, and people added what has none and was placed by a coder', () => {
  const whole = reading(['quay-report', 'wire/note']);
  whole.kept(found(1, 'quay-report'), true);
  whole.kept(found(2, 'quay-report', { status: 'reviewed', stance_basis: 'single' }), true);
  whole.kept(added(3, 'quay-report'), true);
  whole.kept(added(4, 'wire/note', 'adjudication@1.0'), true);
  // Rows of another program whose stance people gave: they were not added by labels.
  whole.kept(added(5, 'wire/note', 'import@2'), true);
  whole.kept(found(6, 'locked-page'), true);
  const { recall, precision, interval, ...counts } = extractionStatistics(whole.counts(), bootstrap)!;
  assert.equal(counts, {
    documents: 2,
    statements: 5,
    standoff_statements: 0,
    found: 3,
    added: 2,
    rejected: 0,
    unlabelled: 1,
  });
  assert.is(recall.value, 3 / 5);
  assert.equal([recall.low, recall.high], [1 / 2, 2 / 3]);
  assert.equal(precision, {
    value: 1,
    low: null,
    high: null,
    undefined_replicates: null,
    reason: 'every draw of documents gives the same value',
  });
  assert.equal(interval, { method: 'bootstrap percentile by document', confidence: 0.95, replicates: 1000, seed: 1 });
});

test('a row that labels rejected was found wrongly, unless people had added it or the program itself withdrew it', () => {
  const whole = reading(['quay-report']);
  whole.kept(found(1, 'quay-report'), true);
  whole.rejected(found(2, 'quay-report'), byLabels);
  whole.rejected(added(3, 'quay-report'), byLabels);
  whole.rejected(found(4, 'quay-report', { status: 'rejected' }), new Map());
  whole.rejected(found(5, 'wire/note'), byLabels);
  const { rejected, statements, precision } = extractionStatistics(whole.counts(), bootstrap)!;
  assert.equal([rejected, statements, precision.value], [1, 1, 1 / 2]);
});

test('one document has no interval, and what was not found at all no value, each with its reason', () => {
  const one = reading(['quay-report']);
  one.kept(found(1, 'quay-report'), true);
  one.kept(added(2, 'quay-report'), true);
  const figures = extractionStatistics(one.counts(), bootstrap)!;
  assert.equal(figures.recall, {
    value: 0.5,
    low: null,
    high: null,
    undefined_replicates: null,
    reason: 'one document',
  });
  assert.is(figures.interval, null);
  const empty = extractionStatistics(reading(['quay-report', 'wire/note']).counts(), bootstrap)!;
  assert.equal(
    [empty.recall.value, empty.recall.reason, empty.precision.value, empty.precision.reason],
    [null, 'no statement was found or added', null, 'nothing was found'],
  );
  assert.is(extractionStatistics(reading([]).counts(), bootstrap), null);
  assert.is(extractionStatistics(reading(['no-such-page']).counts(), bootstrap), null);
});

test('a document counts once, in whatever order they are named', () => {
  const figures = (ids: readonly string[]) => {
    const whole = reading(ids);
    whole.kept(found(1, 'quay-report'), true);
    whole.kept(found(2, 'locked-page'), false);
    whole.kept(added(3, 'wire/note'), true);
    return extractionStatistics(whole.counts(), bootstrap);
  };
  const once = figures(['quay-report', 'wire/note', 'locked-page']);
  assert.is(once!.documents, 3);
  assert.is(once!.standoff_statements, 1);
  assert.equal(figures(['locked-page', 'wire/note', 'quay-report', 'wire/note']), once);
});

const figure = { value: 0.9, low: 0.85, high: 0.96, undefined_replicates: 0, reason: null };
const extraction: Extraction = {
  documents: 12,
  statements: 130,
  standoff_statements: 0,
  found: 117,
  added: 13,
  rejected: 6,
  unlabelled: 0,
  recall: figure,
  precision: { ...figure, value: 117 / 123 },
  interval: { method: 'bootstrap percentile by document', confidence: 0.95, ...bootstrap },
};

test('figures are said with their counts and intervals', () => {
  assert.is(
    extractionText(extraction),
    'The recall of the extraction was estimated on 12 documents that people read as a whole, of which the program found 117 statements and people added 13: 0.900 (95 % interval 0.850 to 0.960, bootstrap percentile by document). Labels rejected 6 other rows that it had found there: precision 0.951 (95 % interval 0.850 to 0.960, bootstrap percentile by document).',
  );
});

test('what has no interval or no value is said so, and one is counted in the singular', () => {
  const bare = { value: 1, low: null, high: null, undefined_replicates: null, reason: 'one document' };
  const one = { documents: 1, statements: 1, standoff_statements: 1, found: 1, added: 0, rejected: 1, unlabelled: 1 };
  const precision = { ...bare, value: null, reason: 'nothing was found' };
  assert.is(
    extractionText({ ...one, recall: bare, precision, interval: null }),
    'The recall of the extraction was estimated on 1 document that people read as a whole, of which the program found 1 statement and people added none (1 of them in standoff/ only): 1.000 (no interval: one document). Labels rejected 1 other row that it had found there: precision not defined (nothing was found). 1 of the rows found was labelled by no person and counts as right.',
  );
  assert.match(extractionText({ ...extraction, rejected: 0 }), 'Labels rejected no other row that it had found there');
});

test.run();
