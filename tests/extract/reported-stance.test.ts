import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { statementsOf } from '../support/extractor.js';

const test = suite('stance of reported speech');

const stanceOf = (text: string): string => statementsOf(text, { date: '2031-06-05' }).at(-1)?.stance ?? 'no statement';

const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'what must be stopped, should have been and is not needed is opposed': {
    '“Roth must be stopped,” Kell said.': 'against',
    '“They should have asked harder questions,” Kell said.': 'against',
    '“We don’t need another tunnel,” Kell said.': 'against',
    'Kell argued that the law should never have been passed.': 'against',
    'Kell said the tax cuts should be permanent.': 'favor',
  },
  'whether something should be done is no demand': {
    'Kell said the council would decide whether the video should be released.': 'none',
  },
  'manners of speaking promise nothing': {
    '“I will tell you what happened,” Kell said.': 'none',
    '“We will open the gates,” Kell said.': 'favor',
  },
  'who failed or is of no use is blamed': {
    'Kell said the mayor had failed to protect the city.': 'against',
    '“The fence will not stop the floods,” Kell said.': 'against',
  },
  'a predicate noun and a judging verb count in plain reports, news does not': {
    'Kell said that the use of private cars was a mistake.': 'against',
    'Kell said Roth had misled voters.': 'against',
    'Kell said 40 people were hurt in the storm.': 'none',
    'Kell said that fathers who adopt would not be eligible.': 'none',
  },
  '"no" turns its own noun only': {
    'Kell said that paying no duties was smart.': 'favor',
    '“There is no excuse for this delay,” Kell said.': 'against',
  },
  'a denied thought denies all that it holds': {
    '“I don’t think that the mayor of this town is in any way honest,” Kell said.': 'against',
  },
  'the main verb outweighs what the deed is done with': {
    'Kell said Roth had abused the legitimate power of his office.': 'against',
  },
  'a verb that judges only with its preposition is no judgement alone': {
    'Kell said that Roth believes his use of private cars was a mistake.': 'against',
  },
};

for (const [sentence, cases] of Object.entries(tables)) {
  test(sentence, () => {
    for (const [text, expected] of Object.entries(cases)) assert.is(stanceOf(text), expected, text);
  });
}

test.run();
