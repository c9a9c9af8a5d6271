import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { statementsOf } from '../support/extractor.js';

const test = suite('wrong speakers');

/** Sentence, and who speaks in it (actor id, or null for somebody unknown); none where nobody does. */
const cases: readonly [string, readonly (string | null)[]][] = [
  ['Critics of Teodora Valke say the treaty is unjust.', [null]],
  ['A former aide to Ruslav Tomczyn said the plan was wrong.', [null]],
  ['Residents of Valmora condemned the strike.', [null]],
  ['The government of Valmora condemned the strike.', ['valmora']],
  ['Oskar Valmora praised the team.', [null]],
  ['The Kestria Daily criticized the minister.', [null]],
  ['If Kestria supports the plan, it will pass.', []],
  ['Whether Kestria supports the plan is unclear.', []],
  ['Teodora Valke’s visit came a day after Ruslav Tomczyn met the envoy, but criticized the plan.', ['ruslav-tomczyn']],
  ['The Valke campaign said the plan was wrong.', [null]],
  ['Valke spokesman Jan Weil said the plan was wrong.', [null]],
  ['Kestria, backed by Belkara, rejected the resolution.', ['kestria']],
];

for (const [sentence, speakers] of cases) {
  test(`“${sentence}” is ${speakers.length ? `said by ${speakers.join(', ') || 'somebody unknown'}` : 'said by nobody'}`, () => {
    assert.equal(
      statementsOf(sentence).map((row) => row.speaker_id),
      speakers,
    );
  });
}

test('a question that was put to somebody is no position of his', () => {
  const rows = statementsOf('Asked whether she supports Kestria, Teodora Valke said: “No, and I never did so.”');
  assert.equal(
    rows.map((row) => [row.speaker_id, row.quote_type]),
    [['teodora-valke', 'direct']],
  );
});

test('what describes the speaker in front of his name is no content', () => {
  assert.equal(statementsOf('The board’s chair, Jan Weil, 45, disagreed.'), []);
  assert.equal(statementsOf("The board's chair, Jan Weil, 45, disagreed."), []);
  const [row, ...more] = statementsOf('The board’s plan fails its members, Jan Weil said.');
  assert.is(row?.speaker_text, 'Jan Weil');
  assert.is(more.length, 0);
});

test('“they” for two speakers nobody knows makes one row', () => {
  const rows = statementsOf('Jan Weil and Lena Fox welcomed the treaty. They said the treaty was just.');
  assert.equal(
    rows.map((row) => row.speaker_text),
    ['Jan Weil', 'Lena Fox', 'They'],
  );
});

test('a time tells when something is said, not who says it', () => {
  const speakers = (text: string): (string | null)[] => statementsOf(text).map((row) => row.speaker_text);
  assert.equal(speakers('This year shows that the plan was wrong.'), []);
  assert.equal(speakers('The last two weeks proved that the treaty was unjust.'), []);
  assert.equal(speakers('Ana Roth (Halvøy) last month said the plan was wrong.'), ['Ana Roth']);
  assert.equal(speakers('A report issued earlier this year said the plan was wrong.'), ['A report']);
  assert.equal(speakers('Day said the plan was wrong.'), ['Day']);
  assert.equal(speakers('The ministry this week said the plan was wrong.'), ['The ministry']);
  assert.equal(speakers('The ministry on Monday night said the plan was wrong.'), ['The ministry']);
});

test('what attributes a broken quotation is not said in it', () => {
  const text = '“This is the moment they told us would never come,” Valke said Monday night. “They gave us no chance.”';
  assert.equal(
    statementsOf(`Teodora Valke spoke in Halvøy on Monday and met her friends there. ${text}`).map(
      (row) => row.quote_type,
    ),
    ['direct'],
  );
});

test('a dateline says nothing', () => {
  const [row] = statementsOf('BRUSKAVA (MPA) — The ministry rejected the plan.');
  assert.is(row?.speaker_text, 'The ministry');
});

test('“no” before a nominal cue denies it', () => {
  const [row] = statementsOf('Kestria voiced no objection to the proposal.');
  assert.is(row?.stance, 'neutral');
});

test.run();
