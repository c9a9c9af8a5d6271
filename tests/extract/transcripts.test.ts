import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { DocumentMetadata } from '../../src/model/generated.js';
import { convertText } from '../support/extractor.js';

const test = suite('transcripts');
const date = '2031-06-05';

/** Heading and speaker of every turn. */
function turnsOf(
  lines: readonly string[],
  metadata: DocumentMetadata = { date },
): (readonly [string, string | null])[] {
  return convertText(lines.join('\n'), metadata).turns.map((turn) => [turn.speaker_text ?? '', turn.speaker_id]);
}

/** What every row of a transcript says. */
function textsOf(lines: readonly string[], metadata: DocumentMetadata = { date }): string[] {
  return convertText(lines.join('\n'), metadata).statements.map((row) => row.text);
}

test('headings in capitals are read with titles, diacritics, no-break spaces and a letter wrong', () => {
  assert.equal(
    turnsOf([
      'SECRETARY WHITCOMBE: We reject the plan.',
      'FOREIGN MINISTER ÖZDALAN: We welcome the plan.',
      'FOREIGN\u00a0MINISTER OZDALAN: We support the talks.',
      'MINISTER ÖZDALN: We condemn the attack.',
      'MR. DORN: We are only guests here.',
    ]),
    [
      ['SECRETARY WHITCOMBE', 'harlan-whitcombe'],
      ['FOREIGN MINISTER ÖZDALAN', 'kerem-ozdalan'],
      ['FOREIGN\u00a0MINISTER OZDALAN', 'kerem-ozdalan'],
      ['MINISTER ÖZDALN', 'kerem-ozdalan'],
      ['MR. DORN', null],
    ],
  );
});

test('a misspelt heading is flagged', () => {
  const { statements } = convertText(
    'SECRETARY WHITCOMBE: We thank Orlund for all its patience and help.\nMINISTER ÖZDALN: We condemn the attack.',
    {
      date,
    },
  );
  assert.equal(
    statements.map((row) => [row.speaker_method, row.flags]),
    [
      ['heading', []],
      ['fuzzy', ['fuzzy-heading']],
    ],
  );
});

test('an interpreter gives the words of whoever spoke before, flagged', () => {
  const { statements } = convertText(
    [
      'FOREIGN MINISTER ÖZDALAN: We reject the plan.',
      'INTERPRETER: We welcome the talks in Halvøy.',
      'FOREIGN MINISTER ÖZDALAN (via interpreter): We oppose further sanctions.',
    ].join('\n'),
    { date },
  );
  assert.equal(
    statements.map((row) => [row.speaker_text, row.speaker_id, row.flags]),
    [
      ['FOREIGN MINISTER ÖZDALAN', 'kerem-ozdalan', []],
      ['INTERPRETER', 'kerem-ozdalan', ['interpreter']],
      ['FOREIGN MINISTER ÖZDALAN', 'kerem-ozdalan', ['interpreter']],
    ],
  );
});

test('names with timestamps are headings', () => {
  assert.equal(turnsOf(['Mara Linde (00:41): We condemn the attack.', 'Lena Marwick (02:31): Do you?']), [
    ['Mara Linde', 'mara-linde'],
    ['Lena Marwick', 'lena-marwick'],
  ]);
});

test('Q and A lines are turns; the answer is the last person’s', () => {
  const lines = [
    'SECRETARY WHITCOMBE: We thank Orlund for all its patience and help.',
    'Q: Will you lift the sanctions on Kestria?',
    'A: We stand by the sanctions on Kestria.',
  ];
  assert.equal(turnsOf(lines), [
    ['SECRETARY WHITCOMBE', 'harlan-whitcombe'],
    ['Q', null],
    ['A', 'harlan-whitcombe'],
  ]);
  assert.equal(textsOf(lines), [
    'We thank Orlund for all its patience and help',
    'We stand by the sanctions on Kestria',
  ]);
});

test('“Question” and “Answer” are read as Q and A, in capitals too', () => {
  for (const [asked, answered] of [
    ['Question', 'Answer'],
    ['QUESTION', 'ANSWER'],
  ] as const) {
    const lines = [
      `${asked}: Will you lift the sanctions on Kestria?`,
      `${answered}: We stand by the sanctions on Kestria.`,
    ];
    const opening = 'SECRETARY WHITCOMBE: We thank Orlund for all its patience and help.';
    assert.equal(turnsOf([opening, ...lines]).slice(1), [
      [asked, null],
      [answered, 'harlan-whitcombe'],
    ]);
    // Where nobody was named, nobody known answers, and the question is no statement.
    assert.equal(turnsOf(lines), [
      [asked, null],
      [answered, null],
    ]);
    assert.equal(textsOf(lines), ['We stand by the sanctions on Kestria']);
  }
});

test('a line that begins with A and a colon answers nobody where nobody asked', () => {
  assert.is(turnsOf(['A: The first part of the report.', 'B: The second part of the report.']).length, 0);
});

test('a question is a turn, and a statement only where questions are asked for', () => {
  const text =
    'SECRETARY WHITCOMBE: We thank Orlund for all its patience and help.\nQUESTION: Everybody condemns the attack near Halm, don’t they?';
  assert.is(convertText(text, { date }).turns.length, 2);
  assert.is(convertText(text, { date }).statements.length, 1);
  assert.is(convertText(text, { date }, { questions: true }).statements.length, 2);
});

test('moderators and small talk give no rows', () => {
  assert.equal(
    textsOf(['MODERATOR: We thank everybody for the patience.', 'SECRETARY WHITCOMBE: Thank you all very much.']),
    [],
  );
});

test('stage directions are cut out of what is said', () => {
  const [row] = convertText(
    'MODERATOR: Please.\nSECRETARY WHITCOMBE: We will not lift the sanctions [crosstalk] before the gates are open. (Laughter.)',
    { date },
  ).statements;
  assert.is(row!.text, 'We will not lift the sanctions before the gates are open');
  assert.is(row!.segments.length, 2);
});

test('a paragraph without a heading goes on with the turn', () => {
  const { turns, statements } = convertText(
    'SECRETARY WHITCOMBE: We thank Orlund for all its patience and help.\nWe also reject the plan.\nMODERATOR: Please.',
    { date },
  );
  assert.is(turns.length, 2);
  assert.equal(
    statements.map((row) => row.turn_id),
    [turns[0]!.turn_id, turns[0]!.turn_id],
  );
});

test('neighbouring sentences of one position on one target are one statement', () => {
  const { statements } = convertText(
    'SECRETARY WHITCOMBE: We welcome the pardon of Ilse Bråten. We applaud the pardon of Ilse Bråten.\nMODERATOR: Please.',
    { date },
  );
  assert.is(statements.length, 1);
  assert.is(statements[0]!.segments.length, 2);
});

test('an official without a name has no id', () => {
  assert.equal(turnsOf(['SENIOR OFFICIAL: We welcome the pardon.', 'SECRETARY WHITCOMBE: So do we.']), [
    ['SENIOR OFFICIAL', null],
    ['SECRETARY WHITCOMBE', 'harlan-whitcombe'],
  ]);
});

test('one heading is no transcript, unless the metadata say that it is one', () => {
  const line = ['SECRETARY WHITCOMBE: We thank Orlund for its help.'];
  assert.is(turnsOf(line).length, 0);
  assert.is(turnsOf(line, { date, document_type: 'transcript' }).length, 1);
});

test('a document whose speaker is known is one speech', () => {
  const { statements, turns } = convertText(
    'Valmora condemns the shelling of Ostrand. We call on Kestria to open the gates.',
    {
      date,
      speaker: 'Teodora Valke',
    },
  );
  assert.is(turns.length, 0);
  assert.equal(
    statements.map((row) => [row.quote_type, row.speaker_id, row.speaker_method, row.stance]),
    [
      ['document', 'teodora-valke', 'metadata', 'against'],
      ['document', 'teodora-valke', 'metadata', 'favor'],
    ],
  );
});

test.run();
