import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isAdverb, looksFinite } from '../../src/text/function-words.js';
import { pluralOf, verbForms } from '../../src/text/inflection.js';
import { foldName, isAllCapitals, isCapitalised, isLetter } from '../../src/text/letters.js';
import { linesOf } from '../../src/text/lines.js';
import { offsetsOf, sliceCodePoints } from '../../src/text/offsets.js';

const test = suite('words');

test('regular verbs and nouns are inflected', () => {
  assert.equal(verbForms('deny'), {
    base: 'deny',
    third: 'denies',
    past: 'denied',
    participle: 'denied',
    ing: 'denying',
  });
  assert.equal(verbForms('urge').ing, 'urging');
  assert.equal(verbForms('lie').ing, 'lying');
  assert.equal(verbForms('stress').third, 'stresses');
  assert.equal(['duty', 'wish', 'delay'].map(pluralOf), ['duties', 'wishes', 'delays']);
});

test('names are folded to one key whatever their marks, hyphens and dots', () => {
  assert.is(foldName('Złotarska'), 'zlotarska');
  assert.is(foldName('Taşkıray'), 'taskiray');
  assert.is(foldName('Ormsby‑Kral'), foldName('ORMSBY KRAL'));
  assert.is(foldName('O’Brien'), 'obrien');
  assert.is(foldName('U.C.C.'), 'ucc');
});

test('capitals are told in every Latin script', () => {
  assert.equal(['Özdalan', 'özdalan', '3rd'].map(isCapitalised), [true, false, false]);
  assert.equal(['ÖZDALAN', 'Özdalan', 'A', 'U.C.'].map(isAllCapitals), [true, false, false, true]);
  assert.is(isLetter('ø'.charCodeAt(0)), true);
  assert.is(isLetter('—'.charCodeAt(0)), false);
});

test('adverbs and finite verbs are told by their form, with exceptions', () => {
  assert.equal(['strongly', 'also', 'family', 'ally'].map(isAdverb), [true, true, false, false]);
  assert.equal(['rejected', 'met', 'will', 'united', 'indeed'].map(looksFinite), [true, true, true, false, false]);
});

test('lines are trimmed and keep their places', () => {
  assert.equal(linesOf('  one \n\n\u00a0two'), [
    { start: 2, end: 5, text: 'one' },
    { start: 9, end: 12, text: 'two' },
  ]);
});

test('code points and UTF-16 units are counted apart', () => {
  const text = 'a😀b😀c';
  const offsets = offsetsOf(text);
  assert.is(offsets.length, 5);
  assert.is(offsets.toCodePoints(4), 3);
  assert.is(offsets.toUnits(3), 4);
  assert.is(sliceCodePoints(text, 1, 4), '😀b😀');
});

test.run();
