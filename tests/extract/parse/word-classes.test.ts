import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { WORD } from '../../../src/extract/parse/word-class.js';
import { classedTokens } from '../../support/extractor.js';

const test = suite('word classes');

const VERBS = WORD.base | WORD.present | WORD.past | WORD.participle | WORD.ing | WORD.auxiliary | WORD.modal;
const NAMES: Readonly<Record<number, string>> = Object.fromEntries(
  Object.entries(WORD).map(([name, bit]) => [bit, name]),
);

/** The verbs of a sentence with their forms: "show:present". */
function verbsIn(sentence: string): string {
  return classedTokens(sentence)
    .flatMap((token) => (token.word & VERBS ? [`${token.text}:${NAMES[token.word]!}`] : []))
    .join(' ');
}

test('a word that may be a noun or a verb is told by its neighbours', () => {
  assert.is(verbsIn('The reports show a steady fall.'), 'show:present');
  assert.is(verbsIn('The show reports a loss.'), 'reports:present');
  assert.is(verbsIn('Government plans sparked anger.'), 'sparked:past');
  assert.is(verbsIn('The minister calls for peace.'), 'calls:present');
  assert.is(verbsIn('Her calls for peace failed.'), 'failed:past');
  assert.is(verbsIn('Most states reject both calls.'), 'reject:present');
  assert.is(verbsIn('Audit files from the firm show a gap.'), 'show:present');
});

test('a past form behind a noun is a participle where the clause has its verb later', () => {
  assert.is(verbsIn('The plan praised by critics failed.'), 'praised:participle failed:past');
  assert.is(verbsIn('The minister praised the plan.'), 'praised:past');
  assert.is(verbsIn('The minister said on Monday she left.'), 'said:past left:past');
});

test('infinitives and forms behind modals and auxiliaries are told apart', () => {
  assert.is(verbsIn('They will back the plan.'), 'will:modal back:base');
  assert.is(verbsIn('They have backed the plan.'), 'have:auxiliary backed:participle');
  assert.is(verbsIn('They want to support it.'), 'want:present support:base');
});

test('a headline in title case has verbs in capitals', () => {
  assert.is(verbsIn('Minister Hints Guard Would Get Border Job'), 'Hints:present Would:modal Get:base');
});

test('irregular forms come from the cue lexicon where the verb is a cue', () => {
  assert.is(verbsIn('The envoy said so and made a note.'), 'said:past made:past');
});

test.run();
