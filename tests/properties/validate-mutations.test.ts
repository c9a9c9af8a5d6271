import fc from 'fast-check';
import { suite } from 'uvu';
import { anyHarm, anyHarmToFixtures } from '../support/mutation-properties.js';

const test = suite('validate, on harmed files');

test('whatever is done to the files of a dataset, findings have a place in them and are the same again', () => {
  fc.assert(anyHarm, { seed: 31, numRuns: 15 });
});

test('the same goes for the files of the rules’ fixtures', () => {
  fc.assert(anyHarmToFixtures, { seed: 32, numRuns: 8 });
});

test.run();
