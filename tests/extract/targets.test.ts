import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { statementsOf } from '../support/extractor.js';

const test = suite('targets');

/** Target id, or the mention in quotes where no list has it, of every row of the last utterance. */
function targetsOf(text: string): string[] {
  const rows = statementsOf(text, { date: '2031-06-05' });
  const last = rows.at(-1)?.utterance_id;
  return rows
    .filter((row) => row.utterance_id === last)
    .map((row) => row.target_id ?? (row.target_text === null ? 'none' : `"${row.target_text}"`));
}

/** Texts with the targets of what is said last. */
const tables: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'the noun phrase that the cue governs is the target, without its determiner': {
    'Valke rejected the plan of the engineers.': ['"plan of the engineers"'],
    'Valke rejected the plan yesterday.': ['"plan"'],
    'The plan was rejected by Valke.': ['"plan"'],
  },
  'a listed issue, event or actor is told by its id': {
    'The ministry condemned the attack near Halm.': ['attack-near-halm'],
    'Valke thanked Orlund.': ['orlund'],
  },
  'who is judged for something is the target, not the deed': {
    'Valke accused Kestria of delaying the withdrawal.': ['kestria'],
    'Valke accused the Kestrian Defence Ministry of delaying the withdrawal.': ['kestrian-defence-ministry'],
    'Valke blamed Kestria for the flood.': ['kestria'],
  },
  'who is asked for something is no target, what he is to do is': {
    'Caldmere urged both sides to pull back their artillery.': ['"pull back their artillery"'],
    'Valke called on Kestria to stop the filling of the reservoir.': ['filling-of-the-korvath-reservoir'],
  },
  'a head that only frames what follows is passed over': {
    'Valke urged an end to the blockade.': ['"blockade"'],
    'Valke stressed the need for a timetable.': ['"timetable"'],
  },
  'what a predicate judges is its subject': {
    'Valke said that the dam was dangerous.': ['"dam"'],
    'Valke said the plan might be useful.': ['"plan"'],
    '“Perhaps the plan is a serious failure,” Valke said.': ['"plan"'],
  },
  'what is given a name is the target, not the name': {
    'Valke dubbed the plan a failure.': ['"plan"'],
    'Valke called the plan “a shameful surrender to the powerful”.': ['"plan"'],
    'Valke described the sanctions as a failure.': ['economic-sanctions'],
  },
  'two targets are two rows of one utterance': {
    'Valke condemned the sanctions on Kestria and the Law on Foreign Influence.': [
      'sanctions-on-kestria',
      'law-on-foreign-influence',
    ],
  },
};

for (const [sentence, cases] of Object.entries(tables)) {
  test(sentence, () => {
    for (const [text, expected] of Object.entries(cases)) assert.equal(targetsOf(text), expected, text);
  });
}

test('a clause that names no target takes over the speaker’s last one, with its distance', () => {
  const rows = statementsOf(
    'Teodora Valke condemned the sanctions on Kestria. It rained. She said they were unacceptable.',
  );
  const last = rows.at(-1)!;
  assert.is(last.target_id, 'sanctions-on-kestria');
  assert.is(last.target_text, null);
  assert.is(last.target_inferred, true);
  assert.is(last.target_distance, 2);
  assert.is(rows[0]!.target_inferred, false);
  assert.is(rows[0]!.target_distance, 0);
});

test('a target is not carried over four sentences, nor from another speaker', () => {
  const far =
    'Teodora Valke praised the sanctions on Kestria. It rained. It snowed. It hailed. She said they were excellent.';
  assert.equal(targetsOf(far), ['none']);
  const other =
    'Teodora Valke praised the sanctions on Kestria. Ruslav Tomczyn met reporters. Ruslav Tomczyn said they were excellent.';
  assert.equal(targetsOf(other), ['none']);
});

test('the one who is asked is named as addressee', () => {
  const [row] = statementsOf('Valke called on Kestria to open the gates.');
  assert.equal(row!.addressee_ids, ['kestria']);
});

test('states that a target stands for are given', () => {
  const [row] = statementsOf('Valke condemned the sanctions on Kestria.');
  assert.is(row!.target_kind, 'issue');
  assert.equal(row!.target_countries, ['XAB']);
});

test.run();
