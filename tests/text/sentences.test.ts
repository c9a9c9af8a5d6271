import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { paragraphQuotes } from '../../src/text/quotes.js';
import { sentencesOf, type SentenceRules } from '../../src/text/sentences.js';
import { tokenize } from '../../src/text/tokens.js';

const test = suite('sentences');
const rules: SentenceRules = {
  titles: new Set(['gen', 'mr']),
  others: new Set(['inc', 'jan']),
  reports: (lower) => lower === 'said' || lower === 'asked',
};

function cut(text: string): string[] {
  const tokens = tokenize(text);
  const { quotes } = paragraphQuotes(text, tokens, 0, tokens.length - 1);
  return sentencesOf(tokens, 0, tokens.length - 1, quotes, rules).map(({ first, last }) =>
    text.slice(tokens[first]!.start, tokens[last]!.end),
  );
}

test('a full stop, question or exclamation mark ends a sentence before a capital', () => {
  assert.equal(cut('One left. Two stayed! Who came? Nobody.'), ['One left.', 'Two stayed!', 'Who came?', 'Nobody.']);
  assert.equal(cut('It cost approx. three coins.'), ['It cost approx. three coins.']);
});

test('titles never end a sentence, other abbreviations only before a word that begins one', () => {
  assert.equal(cut('Gen. Drozny left. Mr. Falk stayed.'), ['Gen. Drozny left.', 'Mr. Falk stayed.']);
  assert.equal(cut('He joined Hydrel Inc. The firm grew.'), ['He joined Hydrel Inc.', 'The firm grew.']);
  assert.equal(cut('He joined on Jan. Falk’s word.'), ['He joined on Jan. Falk’s word.']);
});

test('an initialism ends a sentence before a word that begins one', () => {
  assert.equal(cut('He lives in the U.C. The road is long.'), ['He lives in the U.C.', 'The road is long.']);
  assert.equal(cut('He met the U.C. President there.'), ['He met the U.C. President there.']);
});

test('full stops inside a quotation keep it with its attribution', () => {
  assert.equal(cut('“We wait. Nobody comes,” he said. It rained.'), [
    '“We wait. Nobody comes,” he said.',
    'It rained.',
  ]);
  assert.equal(cut('“Who comes?” Falk asked. It rained.'), ['“Who comes?” Falk asked.', 'It rained.']);
});

test('a closed quotation may end a sentence', () => {
  assert.equal(cut('He said: “We wait.” It rained.'), ['He said: “We wait.”', 'It rained.']);
});

test('a dash with a name behind a quotation belongs to it', () => {
  assert.equal(cut('“We wait for the water.” — Ana Falk'), ['“We wait for the water.” — Ana Falk']);
});

test('an address is no end', () => {
  assert.equal(cut('See valmora.example for more.'), ['See valmora.example for more.']);
});

test.run();
