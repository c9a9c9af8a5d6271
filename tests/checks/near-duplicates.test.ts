import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { cleanRows, findingsOf } from './dataset.js';

const test = suite('near-duplicates');

const LONG = 'We will never, under any government, close the corridor to grain';

/** Lines of the findings for rows of one speaker and target that differ from each other as told. */
function linesOf(changes: readonly Readonly<Record<string, unknown>>[]): (number | null)[] {
  const first = cleanRows()['statement']![0]!;
  const statements = changes.map((change, i) => {
    const { start = 100 * i, text = LONG, ...rest } = change as { start?: number; text?: string };
    const end = start + text.length;
    const id = String(i).padStart(16, '0');
    return { ...first, statement_id: `st_${id}`, start, end, segments: [{ start, end }], text, ...rest };
  });
  return findingsOf({ rows: (rows) => (rows['statement'] = statements) })
    .filter(({ rule }) => rule === 'table/near-duplicate')
    .map(({ line }) => line);
}

test('the same words in another spelling, or but for one of them, are found at another place', () => {
  const texts = [LONG, LONG.toUpperCase(), LONG.replace(',', ' —'), LONG.replace('grain', 'wheat'), `So ${LONG}`];
  assert.equal(linesOf(texts.map((text) => ({ text }))), [3, 4, 5, 6]);
  assert.equal(linesOf([{}, { text: LONG.replace('never', 'soon').replace('grain', 'wheat') }]), []);
});

test('short texts come back, and are found only where they stand at one place', () => {
  assert.equal(linesOf([{ text: 'Thank you very much.' }, { text: 'Thank you very much.' }]), []);
  assert.equal(
    linesOf([
      { text: 'No', start: 5 },
      { text: 'No.', start: 5 },
    ]),
    [3],
  );
});

test('contents that share nine tenths are one, a part of a content is none', () => {
  assert.equal(linesOf([{ start: 0 }, { start: 3, text: LONG.slice(3, -2) }]), [3]);
  assert.equal(linesOf([{ start: 0 }, { start: 8, text: LONG.slice(8, -8) }]), []);
});

test('another speaker, target or document, a restatement and a cluster are said to be meant', () => {
  for (const [one, other] of [
    [{}, { speaker_id: 'aland' }],
    [{}, { target_id: 'fees' }],
    [{}, { document_id: 'doc-2' }],
    [{}, { restates: `st_${'0'.repeat(16)}` }],
    [{ cluster_id: 'c1' }, { cluster_id: 'c1' }],
  ] as const) {
    assert.equal(linesOf([one, other]), []);
  }
});

test('rows between them do not hide them', () => {
  const others = Array.from({ length: 500 }, (_, i) => ({
    text: `${i} boats left on day ${i * 7} for the ${i % 9}th time`,
  }));
  assert.equal(linesOf([{}, ...others, {}]), [503]);
});

test.run();
