import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { statementsOf } from '../support/extractor.js';

const test = suite('stance');

/** Speech act, stance and score of the last thing said, and what qualifies it. */
function stanceOf(text: string): string {
  const row = statementsOf(text, { date: '2031-06-05' }).at(-1);
  if (!row) return 'no statement';
  const marks = [row.negated && 'negated', row.hedged && 'hedged', row.conditional && 'conditional'].filter(Boolean);
  return [row.speech_act, row.stance, row.stance_score, ...marks].join(' ');
}

/** Texts with the stance of what is said last. */
const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'the cue’s sense gives the position': {
    'Valke praised the plan.': 'support favor 2',
    'Valke rejected the plan.': 'reject against -2',
    'Valke expressed serious concern over the plan.': 'criticize against -2',
    'Valke said the road was closed.': 'inform none ',
  },
  'negation turns support into rejection, and opposition only into openness': {
    'Valke did not support the plan.': 'reject against -1 negated',
    'Valke does not oppose the plan.': 'reject neutral 0 negated',
    'Valke did not rule out a longer timetable.': 'reject neutral 0 negated',
    'Özdalan neither endorsed nor criticised the sanctions.': 'criticize neutral 0 negated',
    'Valke failed to condemn the attack.': 'criticize neutral 0 negated',
    'The two sides failed to agree on the withdrawal.': 'reject against -1 negated',
  },
  'who will not give something up stands by it': {
    '“We will not lift the sanctions on Kestria,” Valke said.': 'reject favor 2 negated',
  },
  'a call to end something is against it': {
    'Valke called on Kestria to stop the filling of the reservoir.': 'appeal against -2',
    'Valke urged an end to the blockade.': 'appeal against -2',
    'Valke called on Kestria to open the gates.': 'appeal favor 2',
    'Aldgaard warned against closing the bridge.': 'appeal against -2',
  },
  'hedges and conditions qualify': {
    'Valke said the plan might be useful.': 'assert favor 1 hedged',
    '“The plan could be useful,” Valke said.': 'assert favor 1 hedged',
    'Valke would support a joint control room if the gates were opened.': 'support favor 1 conditional',
    '“If Kestria opens the gates, we will support the talks,” Valke said.': 'support favor 1 conditional',
  },
  'a refusal to comment is no position': {
    'Valke declined to comment on the plan.': 'decline none ',
    '“I’m not going to comment on the plan,” Valke said.': 'decline none  negated',
  },
  'thanks are support': {
    'The minister thanked Orlund for its help.': 'support favor 2',
    '“We are grateful to Orlund for its help,” Valke said.': 'support favor 2',
  },
  'what stands behind "but" counts': {
    'Valke said the timetable was dangerous but the plan was excellent.': 'assert favor 2',
    'Valke said the plan was good but the timetable was dangerous and unacceptable.': 'criticize against -2',
  },
  'emphatic adverbs strengthen': {
    'Valke strongly criticised the attack.': 'criticize against -3',
    '“The plan is absolutely unacceptable,” Valke said.': 'criticize against -3',
  },
  'a demand on somebody is against him, an aim that must be reached is favoured': {
    '“Kestria must open the gates,” Valke said.': 'demand against -2',
    '“We must not forget the prisoners,” Valke said.': 'assert favor 2 negated',
  },
  'a word that judges only with its preposition is no judgement alone': {
    '“It is a good decision for everybody,” Valke said.': 'assert favor 2',
  },
  'speakers state positions of their own': {
    '“We welcome the pardon,” Valke said.': 'support favor 2',
    '“Our country condemns the attack near Halm,” Teodora Valke said.': 'criticize against -3',
    '“We will not accept the plan,” Valke said.': 'reject against -1 negated',
  },
};

for (const [sentence, cases] of Object.entries(tables)) {
  test(sentence, () => {
    for (const [text, expected] of Object.entries(cases)) assert.is(stanceOf(text), expected, text);
  });
}

test('a machine’s stance is kept beside the resolved one, which it is at first', () => {
  const [row] = statementsOf('Valke rejected the plan.');
  assert.is(row!.stance_auto, row!.stance);
  assert.is(row!.stance_score_auto, row!.stance_score);
  assert.is(row!.stance_basis, 'auto');
  assert.is(row!.n_labels, 0);
});

test.run();
