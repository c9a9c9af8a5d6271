import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { clauseAround } from '../../src/extract/parse/clause.js';
import { nounPhraseAt } from '../../src/extract/parse/noun-phrase.js';
import type { Token } from '../../src/text/tokens.js';
import { classedTokens } from '../support/extractor.js';

const test = suite('noun phrases and clauses');

const wordsOf = (tokens: readonly Token[], mention: { first: number; last: number } | null): string | null =>
  mention &&
  tokens
    .slice(mention.first, mention.last + 1)
    .map((token) => token.text)
    .join(' ');

/** The noun phrase with which a text begins. */
function phraseOf(text: string): string | null {
  const tokens = classedTokens(text);
  return wordsOf(tokens, nounPhraseAt(tokens, 0, tokens.length - 1));
}

const phrases: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  'a noun phrase ends before a verb, a relative clause and a time': {
    'the plan failed badly': 'the plan',
    'the plan that nobody read': 'the plan',
    'the raid on the harbour on Monday': 'the raid on the harbour',
  },
  '"of" and one other preposition go on naming': {
    'the mayor of the old town in the hills near Arn': 'the mayor of the old town in the hills',
    'some of the bridges': 'the bridges',
  },
  'behind a name only "of" goes on': { 'Roth for the delay': 'Roth' },
  'where or how it was said is no part of the name': { 'the dam in a speech': 'the dam' },
  'a title keeps its full stop': { 'Mr. Roth is late': 'Mr . Roth' },
  'two modifiers may have a comma between them': {
    'a permanent, amicable resolution was found': 'a permanent , amicable resolution',
  },
  'a determiner alone names nothing': { 'the more': null },
};

for (const [sentence, cases] of Object.entries(phrases)) {
  test(sentence, () => {
    for (const [text, expected] of Object.entries(cases)) assert.is(phraseOf(text), expected, text);
  });
}

test('a clause has its subject, its verb group and its object', () => {
  const subjectOf = (text: string, word: string): string | null => {
    const tokens = classedTokens(text);
    const at = tokens.findIndex((token) => token.text === word);
    return wordsOf(tokens, clauseAround(tokens, at, { first: 0, last: tokens.length - 1 }).subject);
  };
  assert.is(subjectOf('the mayor has ruined the town', 'ruined'), 'the mayor');
  assert.is(subjectOf('the letters accusing her of theft are vile', 'vile'), 'the letters');
  assert.is(subjectOf('On 9 March the town was shelled', 'shelled'), 'the town');
  assert.is(subjectOf('the man nicknamed Bear is a gifted singer', 'gifted'), 'the man');
  assert.is(subjectOf('the mayor, a former judge, is reckless', 'reckless'), 'the mayor');
  assert.is(subjectOf('he cheats and lies', 'lies'), 'he');
  assert.is(subjectOf('closing the bridge was foolish', 'foolish'), 'closing the bridge');
});

test.run();
