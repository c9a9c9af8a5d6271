import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { extractionStatistics, wholeDocuments } from '../../src/releases/extraction.js';
import { smallDataset, statement } from '../releases/small-dataset.js';

const test = suite('recall properties');

const bootstrap = { replicates: 1000, seed: 1 };
const count = fc.oneof(fc.nat(3), fc.nat(400));
const counts = fc.array(fc.record({ found: count, added: count, rejected: count }), { minLength: 2, maxLength: 15 });

test('recall and precision lie in their intervals, or have none and say why', () => {
  fc.assert(
    fc.property(counts, (documents) => {
      const { recall, precision } = extractionStatistics(documents, bootstrap)!;
      for (const { value, low, high, reason } of [recall, precision]) {
        if (low === null || high === null) assert.ok(reason);
        else assert.ok(0 <= low && low <= value! && value! <= high && high <= 1, `${value} in ${low} to ${high}`);
      }
    }),
    { numRuns: 200 },
  );
});

const ids = ['quay-report', 'wire/note', 'locked-page'];
const row = fc.record({ document: fc.constantFrom(...ids), kind: fc.constantFrom('found', 'added', 'rejected') });

test('neither the order of rows, nor of documents, nor of read_whole matters', () => {
  const small = smallDataset();
  const figures = (rows: readonly { document: string; kind: string }[], named: readonly string[], turned: boolean) => {
    const whole = wholeDocuments({
      project: { ...small.project, read_whole: [...named] },
      documents: turned ? [...small.documents].reverse() : small.documents,
      annotators: small.annotators,
    });
    for (const [n, { document, kind }] of rows.entries()) {
      if (kind === 'rejected') whole.rejected(statement(n, document, 'e'), new Map([['status', 'single']]));
      else if (kind === 'found') whole.kept(statement(n, document, 'e'), true);
      else whole.kept(statement(n, document, 'e', { stance_auto: null, labeler: 'ann-2@1.0' }), true);
    }
    return extractionStatistics(whole.counts(), bootstrap);
  };
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), fc.shuffledSubarray(ids, { minLength: 1 }), (rows, named) => {
      const turned = figures([...rows].reverse(), [...named].reverse(), true);
      assert.equal(turned, figures(rows, named, false));
    }),
  );
});

test.run();
