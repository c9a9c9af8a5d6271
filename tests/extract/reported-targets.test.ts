import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { statementsOf } from '../support/extractor.js';

const test = suite('targets of reported speech');

/** Stance and target of the last thing said; "←n" where the target was named n sentences before. */
function positionOf(text: string): string {
  const row = statementsOf(text, { date: '2031-06-05' }).at(-1)!;
  const target = row.target_text ?? row.target_id ?? 'nothing';
  return `${row.stance} ${target}${row.target_inferred ? ` ←${row.target_distance}` : ''}`;
}

const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'whoever a clause judges is its subject, whatever follows': {
    'Kell said the letters accusing Ilse Roth of theft are vile.': 'against letters',
    'Kell said the shelter program has sent a terrible message.': 'against shelter program',
    'Kell said that closing the bridge was foolish.': 'against closing the bridge',
    'Kell said the real extremist is Jon Roth.': 'against Jon Roth',
  },
  'behind "it is … to" stands what is judged': {
    'Kell said it was a mistake to reopen the dam.': 'against reopen the dam',
    '“It was demoralizing to work for the mayor,” Kell said.': 'against work for the mayor',
  },
  'a feeling is about what its preposition names': {
    'Kell said that voters had grown tired of the delays.': 'against delays',
  },
  'a pronoun stands for the person named before, never for the speaker': {
    'Mara Lind met voters in Arn. “She is a brilliant organizer,” Jon Kell said.': 'favor Mara Lind ←1',
    'Mara Lind met voters in Arn. Critics praised her.': 'favor Mara Lind ←1',
    'Mr. Lind met Ms. Roth in Arn. “He is a liar,” Jon Kell said.': 'against Lind ←1',
  },
  'in reported clauses "he" is the speaker': {
    'Mr. Lind spoke first. Mr. Kell said he would not accept the terrible offer.': 'against terrible offer',
  },
  '"it" takes up what the same words named': {
    '“When this kind of training is shared, it is excellent,” Kell said.': 'favor training',
  },
  'the document may say what "it" is': {
    '“It is not a good idea,” Kell said of the merger.': 'against merger',
  },
  'who is blamed stands behind "on"': {
    'Teodora Valke blamed the floods on the old dam.': 'against old dam',
  },
  'who is to go is the target of the call': {
    'Teodora Valke called on Jon Roth to resign.': 'against Jon Roth',
    'Teodora Valke demanded Jon Roth’s resignation.': 'against Jon Roth',
  },
  'what only hangs on the governed noun is no target': {
    'Teodora Valke denied any part in the attacks on civilians.': 'against part in the attacks',
  },
  'a clause that names nothing has no target': {
    'Teodora Valke praised the new bridge. “Enough is enough,” she said.': 'against nothing',
  },
};

for (const [sentence, cases] of Object.entries(tables)) {
  test(sentence, () => {
    for (const [text, expected] of Object.entries(cases)) assert.is(positionOf(text), expected, text);
  });
}

test.run();
