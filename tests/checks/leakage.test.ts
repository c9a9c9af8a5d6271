import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { validate } from '../../src/flows/validate.js';
import { sha256 } from '../../src/model/hash.js';
import { cleanRows, spoiled } from './dataset.js';

const test = suite('leakage');

type Rows = ReturnType<typeof cleanRows>;

/** What is said of splits in the clean dataset with a second document, which is for training; the first is for tests. */
function leaks(change: (rows: Rows) => void): string[] {
  const splits = 'document_id,split\ndoc-2,train\ndoc-1,test\n';
  const more = [{ path: 'splits.csv', schema: 'split' as const, bytes: new TextEncoder().encode(splits) }];
  const input = spoiled({
    rows: (rows) => {
      rows['document']!.push({ ...rows['document']![0]!, document_id: 'doc-2', text_sha256: sha256('another text') });
      change(rows);
    },
    more,
  });
  return validate(input)
    .findings.filter(({ rule }) => rule === 'split/leakage')
    .map(({ file, line, column, severity, message }) => `${file}:${line}:${column} ${severity} ${message}`);
}

/** A statement of the first speaker in the second document. */
const elsewhere = (rows: Rows, more: Record<string, unknown>): void =>
  void rows['statement']!.push({
    ...rows['statement']![0]!,
    document_id: 'doc-2',
    statement_id: `st_${'3'.repeat(16)}`,
    ...more,
  });

const WORDS = 'We will keep the corridor open for every ship that carries grain, in this year and the next one';

test('documents that have nothing in common leak nothing, nor do short words that everybody says', () => {
  assert.equal(
    leaks((rows) => elsewhere(rows, {})),
    [],
  );
});

test('a test document with the text of a training document is an error at its row of splits.csv', () => {
  const found = leaks((rows) => {
    for (const row of rows['document']!) row['text_sha256'] = sha256('one text');
  });
  assert.equal(found, [
    'splits.csv:3:1 error the test document "doc-1" has the same text as "doc-2" of the split train',
  ]);
});

test('the same words of the same speaker are an error, whatever their case; of another speaker they are none', () => {
  const said = (speaker: string): string[] =>
    leaks((rows) => {
      rows['statement']![0]!['text'] = WORDS;
      elsewhere(rows, { text: WORDS.toUpperCase(), speaker_id: speaker });
    });
  assert.equal(said('vera-linde'), [
    'splits.csv:3:1 error the test document "doc-1" has a statement of the same speaker in the same words as "doc-2" of the split train',
  ]);
  assert.equal(said('ada-other'), []);
});

test('a cluster that lies in both splits is a warning', () => {
  const found = leaks((rows) => {
    rows['statement']![0]!['cluster_id'] = 'c1';
    elsewhere(rows, { cluster_id: 'c1' });
  });
  assert.equal(found, [
    'splits.csv:3:1 warning the test document "doc-1" has a statement of the same cluster_id as "doc-2" of the split train',
  ]);
});

test.run();
