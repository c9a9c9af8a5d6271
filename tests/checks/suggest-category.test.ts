import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { suggestCategory } from '../../src/checks/suggest-category.js';

const test = suite('suggest category');

const stances = [
  { value: 'favor', sign: '+' },
  { value: 'against', sign: '-' },
  { value: 'neutral', sign: '0' },
  { value: 'none', sign: null },
];

test('case, blanks, accents and one letter make a safe suggestion', () => {
  for (const word of ['Favor', ' favor', 'fávor', 'favour', 'fav\u200bor']) {
    assert.equal(suggestCategory(word, stances), { value: 'favor', safe: true }, word);
  }
  assert.equal(suggestCategory('agianstt', stances), { value: 'against', safe: false });
});

test('an opposite is never proposed', () => {
  const agree = [
    { value: 'agree', sign: '+' },
    { value: 'disagree', sign: '-' },
  ];
  assert.is(suggestCategory('dagree', agree), null);
  assert.is(suggestCategory('isagree', agree), null, 'one letter from disagree, but it could be either');
  for (const word of ['unfavor', 'disfavor', 'non-favor', 'not favor'])
    assert.is(suggestCategory(word, stances), null, word);
  assert.is(suggestCategory('pro', stances), null);
  assert.is(suggestCategory('con', stances), null);
});

test('a number is never taken for another', () => {
  const scale = ['-1', '0', '1'].map((value) => ({ value, sign: value === '0' ? '0' : value.length > 1 ? '-' : '+' }));
  for (const word of ['+1', '−1', '2', '- 1', '01']) assert.is(suggestCategory(word, scale), null, word);
});

test.run();
