import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkActors, checkTargets, type CheckNamesOptions } from '../../src/flows/check-names.js';
import { mentionKey } from '../../src/flows/mention-groups.js';
import type { Actor, Membership, Role, Target } from '../../src/model/generated.js';
import { emptyLexicons, type Lexicons } from '../../src/model/lexicons.js';
import type { MentionGroup } from '../../src/reports/name-check-report.js';
import { nameCheckCsv, nameCheckText } from '../../src/reports/name-check-text.js';
import type { Value } from '../../src/tables/cells.js';

const test = suite('check names');

const person = (actor_id: string, name: string): Actor => ({
  actor_id,
  kind: 'person',
  name,
  aliases: [],
  country: 'XAA',
});
const office = (actor_id: string, role: string, start_date: string, end_date: string | null): Membership => ({
  membership_id: `${actor_id}--1`,
  actor_id,
  role,
  organization_id: null,
  country: 'XAA',
  start_date,
  end_date,
});
const role = (word: string, kind: Role['kind']): Role => ({ role: word, kind, aliases: [] });
const lexicons: Lexicons = {
  ...emptyLexicons,
  actors: [
    person('mira-falk', 'Mira Falk'),
    person('otto-falk', 'Otto Falk'),
    person('ole-dorn', 'Ole Dorn'),
    person('teodora-valke', 'Teodora Valke'),
  ],
  memberships: [
    office('ole-dorn', 'foreign minister', '2030-01-01', '2031-03-01'),
    office('mira-falk', 'foreign minister', '2031-02-01', null),
  ],
  roles: [role('foreign minister', 'office'), role('secretary', 'post'), role('mr', 'honorific')],
  targets: [
    { target_id: 'harbour-fees', kind: 'issue', name: 'harbour fees', aliases: [], parent_id: null, countries: [] },
  ] satisfies Target[],
};

const speaker = (text: string | null, more: Readonly<Record<string, Value>> = {}): Readonly<Record<string, Value>> => ({
  document_id: 'd1',
  section: 'body',
  status: 'auto',
  stance: 'none',
  date: null,
  speaker_text: text,
  speaker_start: 0,
  speaker_end: 5,
  speaker_id: null,
  speaker_country: null,
  speaker_method: 'none',
  ...more,
});
const groups = (
  rows: readonly Readonly<Record<string, Value>>[],
  more: Partial<CheckNamesOptions> = {},
): readonly MentionGroup[] => checkActors(rows, { lexicons, ...more }).unresolved.groups;
const only = (...args: Parameters<typeof groups>): MentionGroup => {
  const found = groups(...args);
  assert.is(found.length, 1);
  return found[0]!;
};

test('mentions that differ in case, article, title or possessive are one', () => {
  const titles = new Set(['secretary', 'mr', 'chairman']);
  const key = (mention: string): string => mentionKey(mention, titles);
  for (const mention of ['Ana Roth', 'ANA ROTH', 'Ana Roth’s', 'Secretary Ana Roth', '“Ana Roth”'])
    assert.is(key(mention), 'ana roth', mention);
  assert.is(key('the Harbour Board'), 'harbour board');
  assert.is(key('Harbour Board Chairman Nils Aro'), 'nils aro');
  assert.is(key('the chairman of the board'), 'chairman of the board', 'a title without a name stays');
  assert.is(key('an aide to Chairman Nils Aro'), 'aide to chairman nils aro', 'that is somebody else');
  assert.is(key('The'), 'the');
});

test('unresolved mentions come by frequency with their variants and where the first one stands', () => {
  const rows = [
    speaker('Nils Aro', { document_id: 'd1', speaker_start: 7, speaker_end: 15 }),
    speaker('the League', { document_id: 'd1' }),
    speaker('NILS ARO', { document_id: 'd2', stance: 'against' }),
    speaker('Nils Aro', { document_id: 'd2' }),
  ];
  const [aro, league] = groups(rows, { documents: true });
  assert.equal([aro!.mention, aro!.rows, aro!.positions, aro!.documents], ['Nils Aro', 3, 1, 2]);
  assert.equal(aro!.first, { document_id: 'd1', start: 7, end: 15 });
  assert.equal(aro!.variants, [
    { text: 'Nils Aro', rows: 2 },
    { text: 'NILS ARO', rows: 1 },
  ]);
  assert.equal(aro!.document_ids, ['d1', 'd2']);
  assert.equal([league!.mention, league!.why], ['the League', null]);
  assert.equal(
    groups(rows, { minCount: 2 }).map(({ mention }) => mention),
    ['Nils Aro'],
  );
  assert.is(groups(rows, { top: 1 }).length, 1);
  assert.is(groups(rows, { top: 0 }).length, 2);
});

test('every row is resolved, unresolved or without a mention; teasers and rejected rows are left out', () => {
  const report = checkActors(
    [
      speaker('Ole Dorn', { speaker_id: 'ole-dorn', speaker_method: 'exact' }),
      speaker(null, { speaker_id: 'ole-dorn', speaker_method: 'metadata' }),
      speaker('Nils Aro'),
      speaker(null),
      speaker('Nils Aro', { section: 'related' }),
      speaker('Nils Aro', { status: 'rejected' }),
    ],
    { lexicons },
  );
  assert.equal(
    report.shares.map(({ name, share }) => [name, share]),
    [
      ['resolved', 0.5],
      ['unresolved', 0.25],
      ['none', 0.25],
    ],
  );
  assert.equal(
    report.methods.map(({ name, rows }) => [name, rows]),
    [
      ['exact', 1],
      ['metadata', 1],
    ],
  );
  assert.equal([report.input.rows, report.input.left_out], [4, 2]);
  assert.is(checkActors([], { lexicons }).shares[0]!.share, null);
});

test('pronouns are counted, not listed: nobody can add them to a lexicon', () => {
  const report = checkActors([speaker('He'), speaker('they'), speaker('Nils Aro')], { lexicons });
  assert.equal([report.pronouns, report.unresolved.mentions, report.unresolved.rows], [2, 1, 1]);
});

test('a listed name that is spelt nearly so is suggested, one that is far away is not', () => {
  const near = only([speaker('Teodora Valka')]);
  assert.equal([near.why, near.suggestions], ['spelling', [{ id: 'teodora-valke', name: 'Teodora Valke' }]]);
  assert.is(only([speaker('Isidora Galke')]).why, null);
  assert.is(only([speaker('Ole Dorn')]).why, 'listed');
});

test('a surname alone names its bearers, be it one or several', () => {
  assert.equal([only([speaker('Mr Dorn')]).why, only([speaker('Dorn')]).suggestions[0]!.id], ['surname', 'ole-dorn']);
  const several = only([speaker('Falk')]);
  assert.equal([several.why, several.suggestions.map(({ id }) => id)], ['several persons', ['mira-falk', 'otto-falk']]);
});

test('an office that nobody or several held on the date says so', () => {
  const at = (date: string): MentionGroup => only([speaker('the foreign minister', { speaker_country: 'XAA', date })]);
  assert.equal([at('2029-05-05').why, at('2029-05-05').office], ['no holder', 'foreign minister, XAA, 2029-05-05']);
  const both = at('2031-02-10');
  assert.equal([both.why, both.suggestions.map(({ id }) => id)], ['several holders', ['ole-dorn', 'mira-falk']]);
  assert.is(at('2031-05-05').why, null);
});

test('what was resolved by a near spelling is listed with whom it was taken for', () => {
  const fuzzy = { speaker_id: 'ole-dorn', speaker_method: 'fuzzy' };
  const { uncertain } = checkActors([speaker('MR. DORM', fuzzy), speaker('MR. DORM', fuzzy)], { lexicons });
  assert.equal(
    uncertain.groups.map(({ mention, rows, suggestions }) => [mention, rows, suggestions[0]!.name]),
    [['MR. DORM', 2, 'Ole Dorn']],
  );
});

test('a person whose name stands inside a longer mention is doubted', () => {
  const found = { speaker_id: 'ole-dorn', speaker_method: 'surname' };
  const doubted = (text: string): boolean => checkActors([speaker(text, found)], { lexicons }).uncertain.mentions === 1;
  assert.equal(['the Dorn campaign', 'Dorn spokesman Nils Aro'].map(doubted), [true, true]);
  const right = [
    'Dorn',
    'Mr. Dorn',
    'DORN',
    'Ole Dorn, the minister',
    'Ole Dorn of the League',
    'Dorn’s',
    'Ole Dorn Jr.',
  ];
  assert.equal(right.filter(doubted), []);
  const body = { speaker_id: 'harbour-board', speaker_method: 'exact' };
  assert.is(checkActors([speaker('the Harbour Board office', body)], { lexicons }).uncertain.mentions, 0);
});

test('targets without an id are listed with the positions that hang on them', () => {
  const target = (
    text: string | null,
    more: Readonly<Record<string, Value>> = {},
  ): Readonly<Record<string, Value>> => ({
    ...speaker(null),
    target_text: text,
    target_start: 3,
    target_end: 9,
    target_id: null,
    target_kind: 'issue',
    target_inferred: false,
    ...more,
  });
  const report = checkTargets(
    [
      target('the harbor fees', { stance: 'against' }),
      target('harbor fees'),
      target('harbour fees', { target_id: 'harbour-fees', target_inferred: true }),
      target(null, { target_kind: 'none' }),
    ],
    { lexicons },
  );
  const [fees] = report.unresolved.groups;
  assert.equal([fees!.rows, fees!.positions, fees!.suggestions[0]!.id], [2, 1, 'harbour-fees']);
  assert.equal(
    report.methods.map(({ name }) => name),
    ['issue, carried over'],
  );
});

test('the text says what to add where, the CSV has a row for each mention', () => {
  const report = checkActors([speaker('Falk'), speaker('FALK'), speaker('the League, of old')], {
    lexicons,
    path: 'x.csv',
  });
  const text = nameCheckText(report);
  assert.match(text, 'speakers of 3 statements in x.csv');
  assert.match(text, 'surname of mira-falk, otto-falk');
  assert.match(text, 'also: FALK');
  assert.match(text, /memberships\.csv.*start_date/);
  const [head, ...rows] = nameCheckCsv(report).trimEnd().split('\n');
  assert.is(head!.split(',')[1], 'mention');
  assert.is(rows.length, 2);
  assert.match(rows.join('\n'), '"the League, of old"');
  assert.not.match(nameCheckText(checkActors([], { lexicons })), 'what to do');
});

test.run();
