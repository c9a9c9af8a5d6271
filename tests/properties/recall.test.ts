import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { extractionStatistics, wholeDocuments } from '../../src/releases/extraction.js';
import { smallDataset, statement } from '../releases/small-dataset.js';

const test = suite('recall properties');

const bootstrap = { replicates: 1000, seed: 1 };
const count = fc.oneof(fc.nat(3), fc.nat(400));
const counts = fc.array(fc.record({ found: count, added: count }), { minLength: 20, maxLength: 40 });

test('recall lies in its interval, or has none and says why', () => {
  fc.assert(
    fc.property(counts, (documents) => {
      const { value, low, high, reason } = extractionStatistics(documents, bootstrap)!.recall;
      if (low === null || high === null) assert.ok(reason);
      else assert.ok(0 <= low && low <= value! && value! <= high && high <= 1, `${value} in ${low} to ${high}`);
    }),
    { numRuns: 100 },
  );
});

const ids = ['quay-report', 'wire/note', 'locked-page'];
const row = fc.record({ document: fc.constantFrom(...ids), kind: fc.constantFrom('found', 'added') });

test('neither the order of rows, nor of documents, nor of read_whole matters', () => {
  const small = smallDataset();
  const figures = (
    rows: readonly { document: string; kind: string; n: number }[],
    named: readonly string[],
    turned: boolean,
  ) => {
    const whole = wholeDocuments({
      project: { ...small.project, read_whole: [...named] },
      documents: turned ? [...small.documents].reverse() : small.documents,
      annotators: small.annotators,
    });
    for (const { document, kind, n } of rows) {
      if (kind === 'found') whole.kept(statement(0, document, 'e', { segments: [{ start: n % 9, end: 10 }] }), true);
      else
        whole.kept(
          statement(0, document, 'e', {
            segments: [{ start: n % 9, end: 10 }],
            stance_auto: null,
            labeler: 'ann-2@1.0',
          }),
          true,
        );
    }
    return extractionStatistics(whole.counts(), bootstrap);
  };
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), fc.shuffledSubarray(ids, { minLength: 1 }), (rows, named) => {
      const places = rows.map((one, n) => ({ ...one, n }));
      const turned = figures([...places].reverse(), [...named].reverse(), true);
      assert.equal(turned, figures(places, named, false));
    }),
  );
});

test.run();
