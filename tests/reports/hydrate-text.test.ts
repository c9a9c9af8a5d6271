import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { HydrateDocumentReport, HydrateReport } from '../../src/reports/hydrate-report.js';
import { hydrateText } from '../../src/reports/hydrate-text.js';

const test = suite('hydrate text');

const counts = { statements: 0, at_place: 0, moved: 0, ambiguous: 0, lost: 0, without_copy: 0 };
const document = (more: Partial<HydrateDocumentReport>): HydrateDocumentReport => ({
  ...counts,
  document_id: 'talks',
  state: 'verified',
  copy: 'copies/talks.txt',
  matched: 'id',
  url: null,
  archive_url: null,
  publisher: null,
  date: null,
  mentions_lost: 0,
  turns_lost: 0,
  ...more,
});
const lines = (more: Partial<HydrateReport>): string[] =>
  hydrateText({
    standoff: 'standoff',
    copies: 'copies',
    relocate: false,
    out: 'words',
    unchanged: false,
    hydrated: 0,
    total: counts,
    documents: [],
    left_out: {},
    findings: [],
    ...more,
  }).split('\n');

test('counts of documents and statements, the share that was found, and where it went', () => {
  const total = { statements: 1200, at_place: 1000, moved: 90, ambiguous: 4, lost: 6, without_copy: 100 };
  assert.equal(
    lines({ total, documents: [document({}), document({ state: 'missing', copy: null })], hydrated: 1090 }),
    [
      'documents   2: 1 verified, 1 missing',
      'statements  1,200: 1,000 at their places, 90 elsewhere, 4 not to be told apart, 6 lost, 100 without a copy',
      'found       1,090 of 1,100 in the copies at hand (99.1 %)',
      '  talks  missing, 0 statements',
      'written     words: 1,090 statements with their words',
      '',
    ],
  );
});

test('documents that are not the annotated text have a line each, with their share', () => {
  const moved = { statements: 9, at_place: 3, moved: 4, lost: 2 };
  const [, , , one, other] = lines({
    documents: [
      document({ ...moved, state: 'relocated' }),
      document({ ...moved, document_id: 'wire', state: 'differs' }),
    ],
  });
  assert.is(one, '  talks  relocated: 7 of 9 found (3 at their places, 4 elsewhere, 2 lost)  copies/talks.txt');
  assert.is(
    other,
    '  wire  another text, left alone: 7 of 9 found (3 at their places, 4 elsewhere, 2 lost)  copies/talks.txt',
  );
});

test('a missing document has its address', () => {
  const missing = document({ state: 'missing', copy: null, statements: 3, url: 'https://example.org/talks' });
  assert.is(lines({ documents: [missing] })[3], '  talks  missing, 3 statements  https://example.org/talks');
});

test('of very many documents some are listed, and the rest counted', () => {
  const all = Array.from({ length: 100 }, (_, i) => document({ document_id: `d${i}`, state: 'missing' }));
  assert.match(lines({ documents: all }).join('\n'), '  … and 60 more documents; --format json lists all');
});

test('rows left out are counted by file', () => {
  assert.match(
    lines({ left_out: { 'labels/b1/ann-1.csv': 1, 'splits.csv': 0, 'adjudication.csv': 2 } }).join('\n'),
    'left out    1 row of labels/b1/ann-1.csv, 2 rows of adjudication.csv',
  );
});

test('without a folder it says how to write one, where there is something to write', () => {
  assert.match(lines({ out: null, hydrated: 4 }).join('\n'), 'nothing written; --out DIR writes the dataset');
  assert.is(lines({ out: null }).at(-2), 'nothing written');
  assert.match(lines({ unchanged: true }).join('\n'), 'unchanged   words');
});

test.run();
