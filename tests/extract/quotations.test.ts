import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { convertText, saidIn, statementsOf, type Said } from '../support/extractor.js';

const test = suite('quotations');

/** Texts with all that is said in them. */
const tables: Readonly<Record<string, readonly (readonly [text: string, ...said: Said[]])[]>> = {
  'a direct quotation has its speaker before, behind or inside it': [
    ['Valke said: “We will not beg for water.”', ['Valke', 'said', 'We will not beg for water.', 'direct']],
    [
      '“We will not beg for water,” said Teodora Valke, the foreign minister, on Monday.',
      ['Teodora Valke', 'said', 'We will not beg for water,', 'direct'],
    ],
    ['"The plan," Tomczyn said, "is dead."', ['Tomczyn', 'said', 'The plan, / is dead.', 'direct']],
    [
      '“We will not beg,” Valke told reporters on Monday. “We will not forget it either.”',
      ['Valke', 'told', 'We will not beg, / We will not forget it either.', 'direct'],
    ],
    [
      '‘We will never leave this river,’ said Teodora Valke.',
      ['Teodora Valke', 'said', 'We will never leave this river,', 'direct'],
    ],
  ],
  'whatever stands behind an inverted cue speaks, however it is described': [
    [
      '“The dam will hold for another year,” said one engineer involved in the works, who gave no name.',
      ['one engineer', 'said', 'The dam will hold for another year,', 'direct'],
    ],
    [
      '“Every vote counts this year,” said the printed card.',
      ['the printed card', 'said', 'Every vote counts this year,', 'direct'],
    ],
    ['“We have lost the road to Halm,” it read.', ['it', 'read', 'We have lost the road to Halm,', 'direct']],
    [
      '“When will the gates be opened?” asked Linde, now a radio host.',
      ['Linde', 'asked', 'When will the gates be opened?', 'direct'],
    ],
  ],
  'a later quotation belongs to the verb of saying before it': [
    [
      '“I regard him as a friend,” Valke told the host, noting that the two “have talked for years.”',
      ['Valke', 'told', 'I regard him as a friend,', 'direct'],
      ['Valke', 'noting', 'the two “have talked for years.”', 'mixed'],
    ],
  ],
  'a quotation may hold several sentences': [
    [
      '“We have waited long enough. The river is dry. Nobody listens,” Valke said.',
      ['Valke', 'said', 'We have waited long enough. The river is dry. Nobody listens,', 'direct'],
    ],
  ],
  'a quotation that completes a clause is mixed speech': [
    [
      'Valke said the law was “an insult to two peoples”.',
      ['Valke', 'said', 'the law was “an insult to two peoples”', 'mixed'],
    ],
    [
      'The law is “an insult to two peoples,” Tomczyn said.',
      ['Tomczyn', 'said', 'The law is “an insult to two peoples,”', 'mixed'],
    ],
    [
      'It is “wrong”, Teodora Valke said, to “close a river for ever”.',
      ['Teodora Valke', 'said', 'It is “wrong” / to “close a river for ever”', 'mixed'],
    ],
  ],
  'an opened quotation that the next paragraph takes up again goes on there': [
    [
      '“We have waited long enough,” Valke said. “The river belongs to all of us.\n“It has always belonged to all of us.”',
      [
        'Valke',
        'said',
        'We have waited long enough, / The river belongs to all of us. / It has always belonged to all of us.',
        'direct',
      ],
    ],
    [
      '“We have waited long enough,” Valke said. “The river belongs to all of us.\n“It belongs to the children, too,” she added.',
      ['Valke', 'said', 'We have waited long enough, / The river belongs to all of us.', 'direct'],
      ['she', 'added', 'It belongs to the children, too,', 'direct'],
    ],
  ],
  'a colon at a paragraph’s end introduces the next one': [
    [
      'The ministry responded:\n“We will not beg for water from anyone.”',
      ['The ministry', 'responded', 'We will not beg for water from anyone.', 'direct'],
    ],
  ],
  'a colon or a dash alone attributes a quotation': [
    [
      'Valke: “We will not beg for water from anyone.”',
      ['Valke', ':', 'We will not beg for water from anyone.', 'direct'],
    ],
    [
      '“We will not beg for water from anyone.” — Teodora Valke',
      ['Teodora Valke', '—', 'We will not beg for water from anyone.', 'direct'],
    ],
  ],
  'scare quotes, titles and mottos are said by nobody': [
    ['The so-called “peace bridge” was closed on Monday.'],
    ['The film “A River of Our Own Making Forever” opened in Serinhal.'],
    ['The motto of the movement is “Water for all of us and for ever”.'],
    ['The “friends of the river” welcomed the plan.'],
    ['The ‘friends of the river’ welcomed the plan.'],
  ],
};

for (const [sentence, rows] of Object.entries(tables)) {
  test(sentence, () => {
    for (const [text, ...said] of rows) assert.equal(saidIn(text), said, text);
  });
}

test('a quotation without a cue takes over the speaker before it and says so', () => {
  const text = '“We will not beg,” Teodora Valke said.\n“Nobody has the right to close a river for ever.”';
  const [first, second] = statementsOf(text);
  assert.is(first!.speaker_id, 'teodora-valke');
  assert.is(second!.speaker_id, 'teodora-valke');
  assert.equal(second!.flags, ['floating-quote']);
  assert.is(second!.cue, null);
});

test('a short quotation without a cue is no statement', () => {
  assert.is(statementsOf('“We will not beg,” Teodora Valke said.\n“Never again.”').length, 1);
});

test('a quotation among verbs of feeling is one statement', () => {
  assert.equal(saidIn('Valke was angry: “We will not beg for water,” she said.'), [
    ['she', 'said', 'We will not beg for water,', 'direct'],
  ]);
});

test('a mark without a partner costs its paragraph at most, and the finding points at it', () => {
  const { statements, findings } = convertText(
    'Orlund is calm.\n"We will stay, Valke said.\nTomczyn rejected the plan.',
  );
  assert.equal(
    statements.map((row) => [row.speaker_text, row.flags]),
    [['Tomczyn', []]],
  );
  assert.equal(
    findings.map((found) => [found.rule, found.severity, found.line, found.column]),
    [['text/unbalanced-quote', 'warning', 2, 1]],
  );
});

test('a mark left open in the last paragraph is found too', () => {
  const { findings } = convertText('Tomczyn rejected the plan.\n"We will stay, Valke said.');
  assert.equal(
    findings.map((found) => [found.rule, found.line]),
    [['text/unbalanced-quote', 2]],
  );
});

test('nested marks stay inside their quotation', () => {
  assert.equal(saidIn('“He told me, ‘We will never leave,’ and I believed him,” Valke said.'), [
    ['Valke', 'said', 'He told me, ‘We will never leave,’ and I believed him,', 'direct'],
  ]);
});

test('speech that a speaker reports of a named person is embedded', () => {
  const text = '“Minister Ruslav Tomczyn has said that the law protects his country,” Teodora Valke said.';
  const rows = statementsOf(text);
  const [outer] = rows.filter((row) => row.speaker_id === 'teodora-valke');
  const [inner] = rows.filter((row) => row.speaker_id === 'ruslav-tomczyn');
  assert.is(inner!.embedded_in, outer!.statement_id);
  assert.is(inner!.text, 'the law protects his country');
});

test('a surname with a diacritic names a person inside a quotation too', () => {
  const rows = statementsOf('“Özdalan has said that the law protects his country,” Teodora Valke said.');
  assert.equal(
    rows.map(({ speaker_text, embedded_in }) => [speaker_text, embedded_in !== null]),
    [
      ['Teodora Valke', false],
      ['Özdalan', true],
    ],
  );
});

test.run();
