import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as csv from '../support/csv-properties.js';
import { walked } from '../support/csv-walk.js';

const test = suite('csv bytes, on random tables');

test('a table that csv-stringify wrote is read back as it was', () => {
  fc.assert(csv.readBack, { seed: 1, numRuns: 200 });
});

test('rows, places, faults and offsets do not depend on how the bytes come in', () => {
  fc.assert(csv.anyChunks, { seed: 2, numRuns: 200 });
});

test('whatever is done to one row, every other row is read, or a finding says what took it', () => {
  fc.assert(csv.noRowLost, { seed: 3, numRuns: 400 });
});

test('line, column and byte of a cell are those of the decoded text', () => {
  fc.assert(csv.places, { seed: 4, numRuns: 200 });
});

test('a reader that is nothing but the rules reads the same cells', () => {
  fc.assert(csv.asTheReference, { seed: 5, numRuns: 600 });
});

test('files made to be slow are read in time that grows with them', () => {
  for (const [name, make] of csv.slowOnes) {
    // In pieces of a kilobyte, so that what is read anew with every piece shows.
    const passes = (n: number): number => walked(make(n), 1024).bytesLooked / make(n).length;
    assert.ok(passes(8000) < 2 * passes(2000) + 4, `${name}: ${passes(2000)} then ${passes(8000)} looks at each byte`);
  }
});

test.run();
