import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { statementsOf } from '../support/extractor.js';

const test = suite('minimal pairs of stance');

/** Sentences that differ in a word or two, with the stance and target of what they report. */
const pairs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a word of praise inside a name praises nothing': {
    'Ann Kell said the United States has fifty states.': 'none',
    'Ann Kell said the two towns must unite against the levy.': 'favor',
  },
  'a forbidden deed is what the request is against': {
    'Ann Kell urged Valmora to sign the treaty.': 'favor',
    'Ann Kell urged Valmora not to sign the treaty.': 'against',
    'Ann Kell asked voters never to trust the mayor.': 'against',
    'Ann Kell promised to raise the levy.': 'favor',
    'Ann Kell promised not to raise the levy.': 'against',
  },
  'what is wished an end is what the position is against': {
    'Ann Kell supports the talks.': 'favor',
    'Ann Kell supports a halt to the talks.': 'against',
    'Ann Kell called for a ban on plastic bags.': 'against plastic bags',
    'Ann Kell opposed a ban on plastic bags.': 'favor plastic bags',
    'Ann Kell said that since the end of the war 20 people had come home.': 'none',
  },
  'what is demanded of somebody is the deed': {
    'Ann Kell demanded that Valmora release the sailors.': 'favor release the sailors',
    'Ann Kell demanded that Valmora pay the debt.': 'favor pay the debt',
  },
  'a denied or dismissed charge is no charge against the one it names': {
    'Ann Kell said that the bank was corrupt.': 'against bank',
    'Ann Kell denied that the bank was corrupt.': 'against',
    'Ann Kell dismissed allegations that the bank had cheated.': 'against allegations',
  },
  'whom no harm should come to is not whom the speaker is against': {
    'Ann Kell said the mayor should be punished.': 'against mayor',
    'Ann Kell said the mayor should not be punished.': 'favor mayor',
  },
  'a verb that is said outweighs the noun behind it': {
    'Ann Kell has openly questioned the support for the treaty.': 'against',
    'Ann Kell has openly expressed support for the treaty.': 'favor',
  },
  'no evidence of a thing is no charge of it': {
    'Ann Kell said there was evidence of fraud by the mayor.': 'against',
    'Ann Kell said there was no evidence of fraud by the mayor.': 'none',
  },
};

for (const [sentence, cases] of Object.entries(pairs)) {
  test(sentence, () => {
    for (const [text, expected] of Object.entries(cases)) {
      const [row] = statementsOf(text);
      const [stance, ...words] = expected.split(' ');
      const target = words.join(' ');
      assert.is(row?.stance ?? 'none', stance, text);
      if (target) assert.is(row?.target_text, target, text);
    }
  });
}

test('the one who accuses in the passive is no more than he who stands behind “by”', () => {
  const [row] = statementsOf('The company was accused by the regulator of fraud.');
  assert.is(row?.speaker_text, 'the regulator');
});

test.run();
