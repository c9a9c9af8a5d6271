import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { statementsOf } from '../support/extractor.js';

const test = suite('speeches');

/** Stance and target of each row of a speech by a Valmoran: "against kestria", "against kestria <1" when carried over. */
function positionsOf(text: string, speaker = 'Anselm Dravenne'): string[] {
  return statementsOf(text, { speaker, document_type: 'speech', date: '2031-06-05' }).map((row) => {
    if (row.stance !== 'against') return row.stance;
    const target = row.target_id ?? (row.target_text === null ? 'nobody' : `"${row.target_text}"`);
    const from = row.target_inferred ? (row.target_distance === null ? ' later' : ` <${row.target_distance}`) : '';
    return `against ${target}${from}`;
  });
}

/** Speeches with what their sentences take a stand against. */
const tables: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'who does the harm is the target, who suffers it is not': {
    'Kestria has invaded the valley of Orlund.': ['against kestria'],
    'The valley of Orlund was seized by Kestria last week.': ['against kestria'],
    'The aggression of Kestria against Orlund goes on.': ['against kestria'],
    'Nobody is deceived by the Kestrian propaganda about Orlund.': ['against kestria'],
    'The shelling of Orlund by Kestria goes on.': ['against kestria'],
    'Kestria spreads lies about Orlund.': ['against kestria'],
    'Our colleagues from Kestria distort the facts about Orlund.': ['against kestria'],
  },
  'a state beside what it stands to lose is the one who suffers': {
    'Kestria tramples on the sovereignty of Orlund.': ['against kestria'],
    'It is the Orlundish territory that Kestria has annexed.': ['against kestria'],
  },
  'the ministry, the army and the capital stand for their state': {
    'The Kestrian Defence Ministry lied to all of us.': ['against kestria'],
    'Bruskava has ignored every warning.': ['against kestria'],
  },
  'who reports, condemns or suffers a deed has not done it': {
    'Orlund has reported brutal violations of human decency.': ['against nobody'],
    'The people of Orlund suffer from the illegal blockade by Kestria.': ['against kestria'],
  },
  'the last one blamed is blamed on, the last one named is not': {
    'Kestria has violated the truce. The talks went on. Villages in Orlund were burnt and looted.': [
      'against kestria',
      'none',
      'against kestria <2',
    ],
    'Kestria has violated the truce. The talks went on. They deny it against all evidence.': [
      'against kestria',
      'none',
      'against kestria <2',
    ],
  },
  'who is only blamed later is the target of the charges before': {
    'The town was brutally shelled at night. The talks went on. Kestria has violated the truce.': [
      'against kestria later',
      'none',
      'against kestria',
    ],
  },
  'what is denied, prevented or to end is no charge': {
    'There was no violation of the truce.': ['none'],
    'The mission in Orlund prevents violence.': ['none'],
    'The agreement provides for the de - escalation of the crisis.': ['none'],
  },
  'a denial by "without" ends with its noun': {
    'Kestria acted without notice and in violation of the treaty.': ['against kestria'],
  },
  'misfortunes blame nobody': {
    'The crash was a tragedy, and its victims came from ten countries.': ['none'],
  },
  'what ought to be done and was not is charged': {
    'Kestria has not evacuated the villages.': ['against kestria'],
    'Kestria has not complied with the ruling.': ['against kestria'],
    'Kestria has yet to withdraw its army.': ['against kestria'],
    'Kestria has not been willing to honour its word.': ['against kestria'],
  },
  'what nobody is bound to do may be left undone': {
    'Kestria has not attacked anybody.': ['none'],
    'Kestria has not decided on the date.': ['none'],
    'Kestria has not changed its timetable.': ['none'],
    'Kestria has not made a decision on the visit.': ['none'],
    'A final decision has not been made in Kestria.': ['none'],
  },
  'who decries, suffers or mends a deed is not blamed for it': {
    'Kestria has condemned the brutal attack on Orlund.': ['against "brutal attack"'],
    'Kestria has launched the brutal attack on Orlund.': ['against kestria'],
    'Kestria is a victim of brutal attacks.': ['against nobody'],
    'Kestria must not be attacked.': ['favor'],
  },
  'giving help is no charge, giving arms to do harm is': {
    'Kestria has sent rescue teams to the victims of the attack.': ['none'],
    'Kestria has sent its army to attack the villages.': ['against kestria'],
  },
  "one's own state is not blamed, whatever is said of it": {
    'Kestria accuses Valmora of aggression.': ['against kestria'],
  },
  'a speech that names its speaker is believed before the record': {
    'Kestria welcomes the report. Valmora has shelled our villages.': ['favor', 'against valmora'],
  },
  'what is condemned stands beside the one who is blamed for it': {
    'Kestria shelled the harbour. We condemn the raid.': ['against kestria', 'against "raid"', 'against kestria <1'],
  },
  'what a charge is predicated of is its target': {
    'Kestria has violated the truce. The sanctions are unjust.': ['against kestria', 'against economic-sanctions'],
  },
  'asking somebody for something is no charge': {
    'Kestria must implement the agreement.': ['favor'],
  },
};

for (const [sentence, cases] of Object.entries(tables)) {
  test(sentence, () => {
    for (const [text, expected] of Object.entries(cases)) assert.equal(positionsOf(text), expected, text);
  });
}

test('a speaker of unknown state blames only who is said to do the harm', () => {
  const of = (text: string): string[] => positionsOf(text, 'Hollis Ferrand');
  assert.equal(of('The volunteers in Orlund, Kestria, met people who were devastated by a mudslide.'), [
    'against nobody',
  ]);
  assert.equal(of('Kestria has invaded the valley of Orlund.'), ['against kestria']);
});

/** What the rows of a briefing's turn are about. */
const targetsOf = (text: string): (string | null)[] =>
  statementsOf(`MS. HALE: ${text}\n\nQ Thank you.\n`, { document_type: 'transcript' })
    .filter((row) => row.speaker_text === 'MS. HALE')
    .map((row) => row.target_text);

for (const [text, expected] of Object.entries({
  "So there's a great opportunity ahead of us.": 'great opportunity',
  'I think the plan is dangerous.': 'plan',
  'These are the steps that we think are important.': null,
  'I’m confident that they will do it.': null,
  'That is critically important to all of us here.': null,
  'They offered good advice on the proper handling of the files.': 'good advice',
}))
  test(`a turn is about what it names: ${text}`, () => {
    assert.equal(targetsOf(text), [expected]);
  });

test('one stays in mind for six sentences', () => {
  const pause = ['One rose.', 'One spoke.', 'One sat.', 'One ate.', 'One left.', 'One slept.', 'One woke.'];
  const after = (n: number): string =>
    positionsOf(
      ['Kestria has violated the truce.', ...pause.slice(0, n), 'Villages were brutally and illegally looted.']
        .map((sentence) => sentence.replace(/^One/, 'The delegates of ten countries'))
        .join(' '),
    ).at(-1)!;
  assert.is(after(5), 'against kestria <6');
  assert.is(after(6), 'against "Villages"');
});

test.run();
