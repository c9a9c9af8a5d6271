import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { paragraphQuotes } from '../../src/text/quotes.js';
import { tokenize } from '../../src/text/tokens.js';

const test = suite('quotes');

function read(text: string, options: { continues?: boolean; reopens?: boolean } = {}) {
  const tokens = tokenize(text);
  const { quotes, open, stray } = paragraphQuotes(text, tokens, 0, tokens.length - 1, options);
  return {
    quotes: quotes.map((quote) => `${quote.mark}: ${text.slice(quote.start, quote.end)}`),
    open: open < 0 ? null : tokens[open]!.start,
    stray: stray.map((i) => tokens[i]!.start),
  };
}

test('curly, straight, low and angular marks pair', () => {
  assert.equal(read('“One” and "two" and „three“ and «four».').quotes.length, 3);
  assert.equal(read('“One” and "two" and «four».').quotes, ['double: One', 'double: two', 'double: four']);
});

test('apostrophes are no marks', () => {
  assert.equal(read("Valmora's envoy didn't like the ministers' plan.").quotes, []);
  assert.equal(read('Valmora’s envoy didn’t like the ministers’ plan.').quotes, []);
});

test('single marks count outside double ones, and as quotations where the paragraph has no other', () => {
  assert.equal(read('He is a ‘friend’ of ours.').quotes, ['single: friend']);
  assert.equal(read('‘We will never leave this river,’ he said.').quotes, ['double: We will never leave this river,']);
  assert.equal(read('“He said ‘we will never ever leave’ to me,” she said.').quotes, [
    'double: He said ‘we will never ever leave’ to me,',
  ]);
});

test('a second opening mark leaves the first without a partner', () => {
  const found = read('He said “good and “fair”.');
  assert.equal(found.quotes, ['double: fair']);
  assert.equal(found.stray, [8]);
});

test('curly marks inside a paragraph that a straight mark opens quote within its quotation', () => {
  assert.equal(read('"In a box labelled “remarks” he had written “none” twice.').quotes, [
    'double: In a box labelled “remarks” he had written “none” twice.',
  ]);
});

test('a closing mark without an opening one is stray', () => {
  assert.equal(read('He said good”.').stray, [12]);
});

test('a mark left open quotes to the end where it begins the paragraph or the next one takes it up', () => {
  assert.equal(read('“We wait for water.'), { quotes: ['double: We wait for water.'], open: 0, stray: [] });
  assert.equal(read('He said: “We wait.'), { quotes: [], open: 9, stray: [] });
  assert.equal(read('He said: “We wait.', { reopens: true }), { quotes: ['double: We wait.'], open: 9, stray: [] });
});

test.run();
