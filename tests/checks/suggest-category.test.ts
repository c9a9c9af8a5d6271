import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { rememberedSuggestions, suggestCategory, type Candidate } from '../../src/checks/suggest-category.js';
import { suggestColumn } from '../../src/checks/suggest-column.js';
import { foldSeparators } from '../../src/text/fold-spelling.js';
import { mutated } from './mutations.js';

const test = suite('suggest category');

const plain = (...values: string[]): Candidate[] => values.map((value) => ({ value }));
const stances = [
  { value: 'favor', sign: '+' },
  { value: 'against', sign: '-' },
  { value: 'neutral', sign: '0' },
  { value: 'none', sign: null },
];
const schemes: Readonly<Record<string, readonly Candidate[]>> = {
  signed: stances,
  unsigned: plain('favor', 'against', 'neutral', 'none'),
  support: plain('support', 'oppose', 'neutral'),
  pro: plain('pro', 'con', 'neutral'),
  yes: plain('yes', 'no', 'unsure'),
  agree: plain('strongly agree', 'agree', 'disagree', 'strongly disagree'),
  only: plain('agree', 'neutral'),
  other: plain('disagree', 'neutral'),
  truth: plain('true', 'false'),
  tone: plain('positive', 'negative'),
  trend: plain('increase', 'decrease'),
  camp: plain('pro-nato', 'anti-nato'),
  plus: plain('pro+', 'pro-'),
};

/** What a word is taken for in each scheme that knows it; `!` = safe. */
function taken(word: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(schemes).flatMap(([name, labels]) => {
      const found = suggestCategory(word, labels);
      return found ? [[name, `${found.value}${found.safe ? '!' : ''}`]] : [];
    }),
  );
}

test('case, blanks, accents, British spelling and one slip of typing make a safe suggestion', () => {
  const words = ['Favor', ' favor', 'fávor', 'favour', 'fav\u200bor', 'fabor', 'favr', 'favvor', 'fvaor', 'fa_vor'];
  for (const word of words) assert.equal(suggestCategory(word, stances), { value: 'favor', safe: true }, word);
  assert.equal(suggestCategory('neutrall', stances), { value: 'neutral', safe: true });
  assert.equal(suggestCategory('Non Committal', plain('non-committal')), { value: 'non-committal', safe: true });
  assert.equal(suggestCategory('criticised', plain('criticized', 'praised')), { value: 'criticized', safe: true });
});

test('a suggestion is not safe where another letter, two slips, a short word or another label leave a doubt', () => {
  assert.equal(suggestCategory('agianstt', stances), { value: 'against', safe: false });
  assert.equal(suggestCategory('faqor', stances), { value: 'favor', safe: false });
  assert.equal(suggestCategory('nonr', stances), { value: 'none', safe: false });
  assert.equal(suggestCategory('increse', schemes['trend']!), { value: 'increase', safe: false });
  assert.equal(suggestCategory('statemen', plain('statement', 'stateman')), null);
  assert.equal(suggestCategory('statemet', plain('statement', 'stateman')), { value: 'statement', safe: false });
});

test('an opposite is never proposed, whatever the scheme', () => {
  assert.equal(taken('pro'), { pro: 'pro!' });
  assert.equal(taken('con'), { pro: 'con!' });
  assert.equal(taken('no'), { yes: 'no!' });
  assert.equal(taken('disagree'), { agree: 'disagree!', other: 'disagree!' });
  assert.equal(taken('agree'), { agree: 'agree!', only: 'agree!' });
  assert.equal(taken('isagree'), { other: 'disagree' });
  assert.equal(taken('pro nato'), { camp: 'pro-nato!' });
  const unclear = [
    'unfavor',
    'disfavor',
    'non-favor',
    'not favor',
    'favor no',
    'agnst',
    'dagree',
    'unsupport',
    'untrue',
  ];
  for (const word of [...unclear, 'nay', 'not positive', 'anti', 'nati-nato']) assert.equal(taken(word), {}, word);
});

test('a number is never taken for another, nor a sign for none', () => {
  const scale = ['-1', '0', '1'].map((value) => ({ value, sign: value === '0' ? '0' : value.length > 1 ? '-' : '+' }));
  for (const word of ['+1', '−1', '2', '- 1', '01']) assert.is(suggestCategory(word, scale), null, word);
  assert.is(suggestCategory('level 3', plain('level 1', 'level 5')), null);
  assert.is(suggestCategory('score-1', plain('score1', 'other')), null);
  assert.is(suggestCategory('pro-+', schemes['plus']!), null);
  assert.equal(suggestCategory('Level_1', plain('level 1', 'level 5')), { value: 'level 1', safe: true });
});

test('where a character is a word, only the same word is proposed', () => {
  assert.is(suggestCategory('不支持', plain('支持', '反对')), null);
  assert.equal(suggestCategory(' 支持', plain('支持', '反对')), { value: '支持', safe: true });
});

test('a label with one slip in it is never taken for one of the opposite sign', () => {
  const value = fc.string({
    unit: fc.constantFrom('a', 'b', 'e', 'n', 'o', 'u', '-', '1'),
    minLength: 2,
    maxLength: 7,
  });
  const labels = fc.uniqueArray(fc.record({ value, sign: fc.constantFrom('+', '-', '0', null) }), {
    minLength: 2,
    maxLength: 6,
    selector: (one) => one.value,
  });
  fc.assert(
    fc.property(labels, fc.nat(), mutated, (candidates, n, mutate) => {
      const label = candidates[n % candidates.length]!;
      const word = mutate(label.value);
      // A word that is another label but for case and blanks means that one.
      fc.pre(!candidates.some((one) => one !== label && foldSeparators(one.value) === foldSeparators(word)));
      const found = suggestCategory(word, candidates);
      if (!found || found.value === label.value) return;
      assert.not(found.safe, `${word} for ${label.value} gave ${found.value}`);
      const { sign = null } = candidates.find((one) => one.value === found.value)!;
      assert.not([sign, label.sign].sort().join('') === '+-', `${word} for ${label.value} gave ${found.value}`);
    }),
    { seed: 11, numRuns: 4000 },
  );
});

test('columns are recognised by their letters, and a start is no end', () => {
  assert.equal(suggestColumn('Statement-ID', ['statement_id', 'text']), { value: 'statement_id', safe: true });
  assert.equal(suggestColumn('statment_id', ['statement_id', 'text']), { value: 'statement_id', safe: false });
  assert.is(suggestColumn('cue_star', ['cue_end']), null);
  assert.is(suggestColumn('frame', ['statement_id', 'text']), null);
});

test('where suggestions are remembered they are the same, and come to an end', () => {
  const suggest = rememberedSuggestions();
  const candidates = [{ value: 'favor' }, { value: 'neutral' }];
  assert.equal(suggest('neutrall', candidates), suggestCategory('neutrall', candidates));
  assert.is(suggest('zzz', candidates), null);
  for (let i = 0; i < 1000; i++) suggest(`word ${i}`, candidates);
  assert.is(suggest('favorr', candidates), null);
  assert.is(suggest('neutrall', candidates)?.value, 'neutral');
});

test.run();
