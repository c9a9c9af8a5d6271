import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readers } from '../../src/readers/index.js';
import { anyDocument, anyText, slowDocuments } from '../support/reader-properties.js';

const test = suite('document readers, on whatever comes');

test('any document is converted, or a finding says why not', () => {
  fc.assert(anyDocument, { seed: 41, numRuns: 250 });
});

test('any text of a documents.jsonl is converted', () => {
  fc.assert(anyText, { seed: 42, numRuns: 100 });
});

for (const [format, what, make] of slowDocuments) {
  test(`${format} with ${what} is read in no time`, () => {
    const before = performance.now();
    readers.find(({ name }) => name === format)!.read(make(100_000));
    // Trying every beginning against every end would take a hundred times as long.
    assert.ok(performance.now() - before < 4000);
  });
}

test.run();
