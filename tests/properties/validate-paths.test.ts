import fc from 'fast-check';
import { suite } from 'uvu';
import { anyPieces, csvAsJson, fastAsSlow } from '../support/validate-properties.js';

const test = suite('validate, by its different ways');

test('what is told from bytes or remembered is what judging each cell says, for every column of every table', () => {
  fc.assert(fastAsSlow, { seed: 11, numRuns: 300 });
});

test('findings do not depend on the pieces in which files come, nor on the order of the files', () => {
  fc.assert(anyPieces, { seed: 12, numRuns: 6 });
});

test('a table in JSON Lines has the findings of the same table in CSV', () => {
  fc.assert(csvAsJson, { seed: 13, numRuns: 10 });
});

test.run();
