import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { wordEdges } from '../../src/text/word-edges.js';

const test = suite('word edges');

/** The text with "<" where a stretch may begin and ">" where one may end. */
const shown = (text: string): string => {
  const { starts, ends } = wordEdges(text);
  return Array.from(
    { length: text.length + 1 },
    (_, at) => `${ends[at] ? '>' : ''}${starts[at] ? '<' : ''}${text[at] ?? ''}`,
  ).join('');
};

test('words begin after blanks and signs, and end before them', () => {
  assert.is(shown('We “will” stay.'), '<We> <“><will><”> <stay><.>'.replaceAll('><', '><'));
});

test('signs stand by themselves, so that a stretch may end before or behind each', () => {
  assert.is(shown('a—b'), '<a><—><b>');
  assert.is(shown('U.S.'), '<U><.><S><.>');
});

test('letters with accents, digits and combining marks are inside of words', () => {
  assert.is(shown('d’été 2031'), '<d><’><été> <2031>');
  assert.is(shown('e\u0301t'), '<e\u0301t>');
});

test('each letter of a script without blanks is a word', () => {
  assert.is(shown('我们会'), '<我><们><会>');
});

test('a pair of surrogates is not cut', () => {
  assert.is(shown('a🚢b'), '<a><🚢><b>');
});

test('blanks of every kind are none', () => {
  assert.is(shown('a\u00a0\n\tb'), '<a>\u00a0\n\t<b>');
  assert.is(shown(''), '');
});

test.run();
