import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { statementsOf } from '../support/extractor.js';

const test = suite('speakers');
const date = '2031-06-05';

/** Who says the last thing in a text, and how that was found. */
function lastSpeaker(text: string, on: string | null = date): string {
  const row = statementsOf(text, on === null ? {} : { date: on }).at(-1);
  return row ? `${row.speaker_id ?? 'nobody'} ${row.speaker_method}` : 'no statement';
}

/** Texts with the speaker of the last statement, by kind of mention. */
const mentions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a full name stands for its person, with or without title': {
    'Teodora Valke rejected the plan.': 'teodora-valke exact',
    'Foreign Minister Teodora Valke rejected the plan.': 'teodora-valke exact',
    'The Foreign Minister of Valmora, Teodora Valke, rejected the plan.': 'teodora-valke exact',
    'Teodora Valke, the Valmoran foreign minister, rejected the plan.': 'teodora-valke exact',
    'The Kestrian Foreign Ministry’s spokesperson, Ilona Karpesh, rejected the plan.': 'ilona-karpesh exact',
  },
  'a surname stands for whoever was named in full before, or holds the office': {
    'Teodora Valke was in Halvøy. Valke rejected the plan.': 'teodora-valke surname',
    'Foreign Minister Valke rejected the plan.': 'teodora-valke surname',
    'Valke rejected the plan.': 'nobody none',
  },
  'an office stands for its holder where the state is said or the holder was named': {
    'The Valmoran president rejected the plan.': 'anselm-dravenne role',
    'Teodora Valke met reporters. The foreign minister rejected the plan.': 'teodora-valke role',
    'The foreign minister rejected the plan.': 'nobody none',
    'The two foreign ministers rejected the plan.': 'nobody none',
  },
  'a pronoun stands for the last speaker': {
    'Teodora Valke rejected the plan. She called for talks.': 'teodora-valke pronoun',
    'Teodora Valke rejected the plan. She called for talks. Then she thanked Orlund.': 'teodora-valke pronoun',
    'Teodora Valke rejected the plan. A senior official praised it. She called for talks.': 'nobody none',
    'The Kestrian Foreign Ministry rejected the plan. It called for talks.': 'kestrian-foreign-ministry pronoun',
  },
  'a wrong person is worse than none': {
    'Mara Linde was in Halvøy. Tom Linde rejected the plan.': 'nobody none',
    'Mara Linde was in Halvøy. Tom Linde rejected the plan. Linde called for talks.': 'nobody none',
    'Foreign Minister Ruslav Brenner rejected the plan.': 'nobody none',
    'Teodora Valke spoke first. Foreign Minister Anna Dorn rejected the plan.': 'nobody none',
    'Teodora Valke’s spokesman rejected the plan.': 'nobody none',
  },
  'a state speaks through its name, its people and its capital': {
    'Valmora rejected the plan.': 'valmora exact',
    'Valmorans rejected the plan.': 'valmora alias',
    'Bruskava rejected the plan.': 'kestria alias',
    'The government of Kestria rejected the plan.': 'kestria exact',
  },
  'what only contains a state’s name is another thing': {
    'New Belkara rejected the plan.': 'nobody none',
    'The governor of New Belkara rejected the plan.': 'nobody none',
    'The Belkara Times rejected the plan.': 'nobody none',
    'A senior Valmoran official rejected the plan.': 'nobody none',
  },
  'an acronym counts only in capitals': {
    'The UCC rejected the plan.': 'caldmere alias',
    'The Ucc rejected the plan.': 'nobody none',
  },
};

for (const [sentence, cases] of Object.entries(mentions)) {
  test(sentence, () => {
    for (const [text, expected] of Object.entries(cases)) assert.is(lastSpeaker(text), expected, text);
  });
}

test('an office is read on the document’s date, and not without one', () => {
  assert.is(lastSpeaker('The Belkaran prime minister rejected the plan.', '2027-01-01'), 'selim-taskiray role');
  assert.is(lastSpeaker('The Belkaran president rejected the plan.', '2031-01-01'), 'selim-taskiray role');
  assert.is(lastSpeaker('The Belkaran president rejected the plan.', null), 'nobody none');
});

test('role, state and principal of a speaker are given', () => {
  const [row] = statementsOf('Ilona Karpesh rejected the plan.', { date });
  assert.is(row!.speaker_role, 'foreign ministry spokesperson');
  assert.is(row!.speaker_country, 'XAB');
  assert.is(row!.on_behalf_of, 'kestrian-foreign-ministry');
  assert.is(row!.speaker_confidence, 1);
});

test('an unnamed official still has a state', () => {
  const [row] = statementsOf('Valmoran officials rejected the plan.', { date });
  assert.is(row!.speaker_id, null);
  assert.is(row!.speaker_country, 'XAA');
  assert.is(row!.on_behalf_of, 'valmora');
});

test('"both countries" are the two that were named side by side; joint speakers share one utterance', () => {
  const rows = statementsOf('Belkara and Quellane sent frigates. Both countries agreed to withdraw them.', { date });
  assert.equal(
    rows.map((row) => row.speaker_id),
    ['belkara', 'quellane'],
  );
  assert.is(new Set(rows.map((row) => row.utterance_id)).size, 1);
  assert.is(new Set(rows.map((row) => row.statement_id)).size, 2);
  assert.equal(
    statementsOf('Both countries agreed to withdraw the ships.').map((row) => row.speaker_id),
    [null],
  );
});

test('"both ministers" are the last two persons', () => {
  const rows = statementsOf('Teodora Valke and Ruslav Tomczyn met. Both ministers condemned the attack.', { date });
  assert.equal(
    rows.map((row) => row.speaker_id),
    ['teodora-valke', 'ruslav-tomczyn'],
  );
});

test.run();
