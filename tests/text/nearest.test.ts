import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { editDistance, nearest } from '../../src/text/nearest.js';

const test = suite('nearest');

// The same examples in every run: a failure can be looked at again.
fc.configureGlobal({ seed: 20311 });

test('a letter more, less, changed or two swapped are one step', () => {
  for (const word of ['favour', 'favr', 'fabor', 'fvaor']) assert.is(editDistance(word, 'favor'), 1, word);
  assert.is(editDistance('', 'abc'), 3);
});

test('the distance is the same both ways and 0 for the word itself', () => {
  const word = fc.string({ maxLength: 8 });
  fc.assert(fc.property(word, word, (a, b) => editDistance(a, b) === editDistance(b, a) && editDistance(a, a) === 0));
});

test('the one close candidate is proposed, whatever its case', () => {
  assert.is(nearest('Favour', ['favor', 'against', 'none']), 'favor');
  assert.is(nearest(' againts ', ['favor', 'against']), 'against');
});

test('nothing is proposed where nothing is close, or two are equally close', () => {
  assert.is(nearest('pro', ['support', 'oppose']), null);
  assert.is(nearest('cat', ['bat', 'rat']), null);
  assert.is(nearest('x', []), null);
});

test.run();
