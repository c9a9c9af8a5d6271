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
const found = (n: number, documentId: string, more: object = {}) =>
  statement(n, documentId, 'e', { segments: [{ start: n, end: n + 1 }], ...more });
const added = (n: number, documentId: string, more: object = {}) =>
  found(n, documentId, {
    stance_auto: null,
    stance_basis: 'single',
    status: 'reviewed',
    labeler: 'ann-1@1.0',
    ...more,
  });

test('the program found what has its stance, and annotators added what has none and was placed by a coder', () => {
  const whole = reading(['quay-report', 'wire/note']);
  whole.kept(found(1, 'quay-report'), true);
  whole.kept(found(2, 'quay-report', { status: 'reviewed', stance_basis: 'single' }), true);
  whole.kept(added(3, 'quay-report'), true);
  whole.kept(added(4, 'wire/note', { labeler: 'adjudication@1.0' }), true);
  // Rows of another program whose stance people gave: they were not added by labels.
  whole.kept(added(5, 'wire/note', { labeler: 'import@2' }), true);
  whole.kept(found(6, 'locked-page'), true);
  assert.equal(extractionStatistics(whole.counts(), bootstrap), {
    documents: 2,
    statements: 5,
    standoff_statements: 0,
    unlabelled: 1,
    found: 3,
    added: 2,
    recall: { value: 3 / 5, low: null, high: null, undefined_replicates: null, reason: 'fewer than 20 documents' },
    interval: null,
  });
});

test('teasers do not count, and a statement added at a passage that was found was not missed by the program', () => {
  const whole = reading(['quay-report']);
  whole.kept(found(1, 'quay-report'), true);
  whole.kept(added(8, 'quay-report', { segments: [{ start: 1, end: 2 }] }), true);
  whole.kept(added(9, 'quay-report'), true);
  whole.kept(added(10, 'quay-report', { segments: [{ start: 9, end: 10 }] }), true);
  whole.kept(found(5, 'quay-report', { section: 'related' }), true);
  const figures = extractionStatistics(whole.counts(), bootstrap)!;
  assert.equal([figures.statements, figures.found, figures.added], [4, 1, 1]);
});

test('what was not found at all has no value, and without documents there are no figures', () => {
  const empty = extractionStatistics(reading(['quay-report', 'wire/note']).counts(), bootstrap)!;
  assert.equal([empty.recall.value, empty.recall.reason], [null, 'no statement was found or added']);
  assert.is(extractionStatistics(reading([]).counts(), bootstrap), null);
  assert.is(extractionStatistics(reading(['no-such-page']).counts(), bootstrap), null);
});

test('twenty documents have an interval, unless every draw gives the same value', () => {
  const counts = Array.from({ length: 20 }, (_, i) => ({ found: 10 + (i % 7), added: i % 3 }));
  const { recall, interval } = extractionStatistics(counts, bootstrap)!;
  assert.ok(recall.low! < recall.value! && recall.value! < recall.high!);
  assert.equal(interval, { method: 'bootstrap percentile by document', confidence: 0.95, ...bootstrap });
  const sure = extractionStatistics(
    counts.map(() => ({ found: 3, added: 0 })),
    bootstrap,
  )!;
  assert.equal([sure.recall.low, sure.recall.reason], [null, 'every draw of documents gives the same value']);
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
  assert.equal([once!.documents, once!.standoff_statements], [3, 1]);
  assert.equal(figures(['locked-page', 'wire/note', 'quay-report', 'wire/note']), once);
});

const extraction: Extraction = {
  documents: 24,
  statements: 132,
  standoff_statements: 0,
  unlabelled: 0,
  found: 117,
  added: 13,
  recall: { value: 0.9, low: 0.85, high: 0.96, undefined_replicates: 0, reason: null },
  interval: { method: 'bootstrap percentile by document', confidence: 0.95, ...bootstrap },
};

test('the figure is said with its counts and interval', () => {
  assert.is(
    extractionText(extraction),
    'The recall of the extraction was estimated on 24 documents that annotators read as a whole. Of 130 passages with statements the program found 117 and annotators added 13: 0.900 (95 % interval 0.850 to 0.960, bootstrap percentile by document).',
  );
});

test('what has no interval is said so, and one is counted in the singular', () => {
  const recall = { value: 1, low: null, high: null, undefined_replicates: null, reason: 'fewer than 20 documents' };
  const one = { documents: 1, statements: 1, standoff_statements: 1, found: 1, added: 0, unlabelled: 1 };
  assert.is(
    extractionText({ ...one, recall, interval: null }),
    'The recall of the extraction was estimated on 1 document that annotators read as a whole. Of 1 passage with statements the program found 1 and annotators added none: 1.000 (no interval: fewer than 20 documents). 1 statement that it found there has no label or decision that counts and is taken for right. 1 statement of these documents is in standoff/ only.',
  );
});

test.run();
