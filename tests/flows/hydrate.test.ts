import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { hydrate, type HydratedDocument, type HydrateOptions } from '../../src/flows/hydrate.js';
import { sha256 } from '../../src/model/hash.js';
import { standoffStatements, standoffTurns } from '../support/standoff-rows.js';
import { wrapLines } from '../../src/text/rewrap.js';
import { annotatedDocument, copiesOf, wordedRows, type Quoted, type Said } from '../support/annotated.js';

const test = suite('hydrate');

const text =
  'Harbour council of Skerrow 🚢, 4 March 2031\n\n' +
  'ÅSA ÅNGSTRÖM: We will keep the night ferry running. We reject the new harbour fees, and we always have.\n\n' +
  'TOMAS VRBA: The council welcomes the safety plan. Thank you.\n\n' +
  '“We will,” he said later, “stay the course.” Ines Marlow called the plan a gift to the island.\n';
const quoted: readonly Quoted[] = [
  { words: 'We will keep the night ferry running', speaker: 'ÅSA ÅNGSTRÖM', target: 'the night ferry', turn: 1 },
  { words: 'We reject the new harbour fees, and we always have', speaker: 'ÅSA ÅNGSTRÖM', turn: 1 },
  { words: 'The council welcomes the safety plan', speaker: 'TOMAS VRBA', target: 'the safety plan', turn: 2 },
  { words: ['We will,', 'stay the course.'], cue: 'said', speaker: 'he', from: text.indexOf('“We will,') },
  { words: 'a gift to the island', cue: 'called', speaker: 'Ines Marlow', target: 'the plan' },
];
const said: readonly Said[] = [
  {
    words: 'We will keep the night ferry running. We reject the new harbour fees, and we always have.',
    speaker: 'ÅSA ÅNGSTRÖM',
  },
  { words: 'The council welcomes the safety plan. Thank you.', speaker: 'TOMAS VRBA' },
];
const annotated = annotatedDocument('talks', text, quoted, said);

const one = (copy: string | null, options: HydrateOptions = {}, document = annotated): HydratedDocument => {
  const [done] = hydrate([document], copiesOf(copy === null ? {} : { talks: copy }), options);
  return done!;
};
const rules = ({ findings }: HydratedDocument): string[] => findings.map(({ rule, severity }) => `${severity} ${rule}`);
const words = ({ statements }: HydratedDocument) => statements.map(({ row }) => row.text);
const places = ({ statements }: HydratedDocument) => statements.map(({ row }) => [row.start, row.end]);
/** Every word of a document's rows has the digest that the row of the stand-off dataset names. */
const isProven = ({ statements, turns, text: full }: HydratedDocument): boolean => {
  const points = Array.from(full);
  const slice = (start: number, end: number): string => points.slice(start, end).join('');
  return (
    statements.every(
      ({ from, row }) =>
        sha256(row.text) === from.span_sha256 &&
        row.segments.map(({ start, end }) => slice(start, end)).join(' ') === row.text &&
        (row.cue === null ||
          (sha256(row.cue) === from.cue_sha256 && slice(row.cue_start!, row.cue_end!) === row.cue)) &&
        (row.speaker_text === null || sha256(row.speaker_text) === from.speaker_sha256) &&
        (row.target_text === null || sha256(row.target_text) === from.target_sha256),
    ) && turns.every(({ from, row }) => sha256(slice(row.start, row.end)) === from.span_sha256)
  );
};

test('the words of rows and turns come back from the annotated text, as they were', () => {
  const done = one(text);
  const original = wordedRows('talks', text, quoted, said);
  assert.is(done.state, 'verified');
  assert.equal(done.findings, []);
  assert.equal(
    words(done),
    original.statements.map((row) => row['text']),
  );
  for (const [i, { row }] of done.statements.entries())
    for (const field of ['cue', 'speaker_text', 'target_text', 'cue_start', 'target_end', 'segments'] as const)
      assert.equal(row[field], original.statements[i]![field], field);
  assert.equal(
    done.turns.map(({ row }) => row.speaker_text),
    ['ÅSA ÅNGSTRÖM', 'TOMAS VRBA'],
  );
  assert.ok(isProven(done));
});

test('what is made stand-off again has the same digests', () => {
  const { document, statements, turns } = one(text);
  const again = standoffStatements(
    statements.map(({ row }) => row as never),
    [document!],
    () => text,
  );
  for (const [i, row] of again.entries())
    for (const [name, value] of Object.entries(annotated.statements[i]!)) assert.equal(row[name], value, name);
  const said_again = standoffTurns(
    turns.map(({ row }) => row),
    [document!],
    () => text,
  );
  for (const [i, row] of said_again.entries())
    assert.equal(
      { ...annotated.turns[i]! },
      Object.fromEntries(Object.keys(annotated.turns[i]!).map((k) => [k, (row as never)[k]])),
    );
});

test('a hydrated row has no digest, and its document no title', () => {
  const { statements, document } = one(text);
  assert.not(Object.keys(statements[0]!.row).some((name) => name.endsWith('_sha256')));
  assert.is(document!.title, null);
  assert.is(document!.text_sha256, annotated.document.text_sha256);
});

test('a document without a copy is missing, with the address where it can be had', () => {
  const done = one(null);
  assert.is(done.state, 'missing');
  assert.equal(rules(done), ['error hydrate/document-missing']);
  assert.match(done.findings[0]!.message, 'https://example.org/talks');
  assert.is(done.findings[0]!.value, 'https://example.org/talks');
  assert.equal([done.document, done.statements.length, done.share.statements], [null, 0, 5]);
});

test('a copy in another form of the same text is verified, and the form is said', () => {
  const done = one(wrapLines(text, 50).trimEnd());
  assert.is(done.state, 'verified');
  assert.is(done.text, text);
  assert.equal(rules(done), ['info hydrate/form-repaired']);
});

test('what the normal form took out of a copy is said', () => {
  const [done] = hydrate([annotated], copiesOf({ talks: text }, { normalised: ['byte order mark', 'CR line ends'] }));
  assert.equal(rules(done!), ['info hydrate/form-repaired']);
  assert.match(done!.findings[0]!.message, 'without its byte order mark and CR line ends');
});

test('a copy under another name is found by its text, and said', () => {
  const [done] = hydrate([annotated], copiesOf({ page: text }));
  assert.equal([done!.state, done!.matched, done!.copy], ['verified', 'text', 'copies/page.txt']);
  assert.equal(rules(done!), ['info hydrate/document-renamed']);
});

test('the annotated text under another name goes before another text under the right one', () => {
  const [done] = hydrate([annotated], copiesOf({ talks: 'Nothing of that.', page: text }));
  assert.equal([done!.state, done!.copy], ['verified', 'copies/page.txt']);
});

test('a changed copy under another name is found by the address in its metadata', () => {
  const copies = copiesOf({ page: `Menu\n${text}` }, {}, { 'https://example.org/talks': 'page' });
  const [done] = hydrate([annotated], copies, { relocate: true });
  assert.equal([done!.state, done!.matched, done!.statements.length], ['relocated', 'url', 5]);
});

test('a copy that can not be read is no missing one', () => {
  const [done] = hydrate([annotated], copiesOf({ talks: text }, { text: null }));
  assert.is(done!.state, 'unreadable');
  assert.equal(done!.findings, []);
});

test('nothing is taken from another text, and where it differs is said', () => {
  const done = one(text.replace('\n\nTOMAS', '\n\nPlease sign the list.\n\nTOMAS'));
  assert.is(done.state, 'differs');
  assert.equal([done.document, done.statements.length, done.turns.length], [null, 0, 0]);
  assert.equal(rules(done), ['error hydrate/document-differs']);
  const start = Array.from(text.slice(0, text.indexOf('The council'))).length;
  const before = Array.from(text.slice(0, text.indexOf('always have.') + 12)).length;
  assert.match(done.findings[0]!.message, `between ${before} and ${start} of the annotated text (23 code points more`);
  assert.match(done.findings[0]!.message, 'from there on everything verifies at +23');
  assert.match(done.findings[0]!.message, '5 of 5 statements verify, 2 at their places; --relocate takes them');
});

test('with relocate rows go where their words are, with a flag, and mentions with them', () => {
  const copy = `Menu 🚢 Home\n\n${text.replace('\n\nTOMAS', '\n\nPlease sign the list.\n\nTOMAS')}`;
  const done = one(copy, { relocate: true });
  assert.is(done.state, 'relocated');
  assert.equal(rules(done), ['warning hydrate/document-differs', 'info hydrate/span-moved']);
  assert.equal(
    done.statements.map(({ row }) => row.flags),
    Array.from({ length: 5 }, () => ['relocated']),
  );
  assert.equal(done.share, {
    statements: 5,
    at_place: 0,
    moved: 5,
    ambiguous: 0,
    lost: 0,
    mentions_lost: 0,
    turns_lost: 0,
  });
  assert.is(done.document!.text_sha256, sha256(copy));
  assert.is(done.document!.length, [...copy].length);
  assert.is(done.turns.length, 2);
  assert.ok(isProven(done));
});

test('rows at their places keep their flags in a relocated document', () => {
  const done = one(`${text}Sign the list.\n`, { relocate: true });
  assert.equal([done.state, done.share.at_place, done.share.moved], ['relocated', 5, 0]);
  assert.equal(
    done.statements.map(({ row }) => row.flags),
    Array.from({ length: 5 }, () => []),
  );
  assert.equal(rules(done), ['warning hydrate/document-differs']);
});

test('a changed word loses its statement and its turn, and nothing else', () => {
  const done = one(text.replace('reject', 'refuse'), { relocate: true });
  assert.equal(words(done), [
    'We will keep the night ferry running',
    'The council welcomes the safety plan',
    'We will, stay the course.',
    'a gift to the island',
  ]);
  assert.equal(rules(done), [
    'warning hydrate/document-differs',
    'warning hydrate/turn-lost',
    'error hydrate/span-lost',
  ]);
  assert.equal(
    done.statements.map(({ row }) => row.turn_id),
    [null, 'tu_0000000000000002', null, null],
  );
});

test('a mention whose words have changed is left empty, and said', () => {
  const done = one(text.replace('TOMAS VRBA:', 'MR VRBA:'), { relocate: true });
  const row = done.statements.find(({ row: { text: content } }) => content.startsWith('The council'))!.row;
  assert.equal(
    [row.speaker_text, row.speaker_start, row.speaker_end, row.target_text],
    [null, null, null, 'the safety plan'],
  );
  assert.is(done.share.mentions_lost, 2);
  assert.equal(rules(done).filter((rule) => rule === 'warning hydrate/mention-lost').length, 2);
});

test('a broken content is found with another gap', () => {
  const done = one(text.replace('he said later, “stay', 'the mayor of Skerrow said in the evening, “stay'), {
    relocate: true,
  });
  const row = done.statements.find(({ row: { segments } }) => segments.length === 2)!.row;
  assert.is(row.text, 'We will, stay the course.');
  assert.ok(isProven(done));
});

test('a text that shares nothing gives nothing, and is an error with relocate, too', () => {
  const done = one('The weather stayed fine all week, and nobody complained about it at all.\n', { relocate: true });
  assert.is(done.state, 'differs');
  assert.ok(rules(done).includes('error hydrate/document-differs'));
  assert.is(rules(done).filter((rule) => rule === 'error hydrate/span-lost').length, 5);
  assert.match(done.findings[0]!.message, 'nothing in it verifies');
});

test('a row whose digest is not that of its place is wrong itself when the text is the annotated one', () => {
  const spoiled = {
    ...annotated,
    statements: annotated.statements.map((row, i) => (i ? row : { ...row, span_sha256: sha256('x') })),
  };
  const done = one(text, {}, spoiled);
  assert.is(done.state, 'verified');
  assert.equal(rules(done), ['error hydrate/span-differs']);
  assert.is(done.statements.length, 4);
});

test('a row with wrong offsets is found only with relocate, and said in both cases', () => {
  const moved = annotated.statements.map((row, i) =>
    i
      ? row
      : {
          ...row,
          start: row.start - 3,
          end: row.end - 3,
          segments: row.segments.map(({ start, end }) => ({ start: start - 3, end: end - 3 })),
        },
  );
  const left = one(text, {}, { ...annotated, statements: moved });
  assert.equal([rules(left), left.statements.length], [['error hydrate/span-differs'], 4]);
  const taken = one(text, { relocate: true }, { ...annotated, statements: moved });
  assert.equal([rules(taken), taken.statements.length], [['error hydrate/span-differs'], 5]);
  assert.equal(places(taken)[0], places(one(text))[0]);
});

test('lines of the annotated text are broken again for statements in a page that was laid out anew', () => {
  const broken = wrapLines(text, 44);
  const page = `Home | News\n${text.replaceAll('\n\n', '\n')}`;
  const rows = quoted.map((row) => ({
    words: [row.words].flat().map((piece) => {
      const at = text.indexOf(piece, row.from ?? 0);
      return broken.slice(at, at + piece.length);
    }),
  }));
  const done = one(page, { relocate: true }, annotatedDocument('talks', broken, rows));
  assert.is(done.share.moved, 5);
  assert.match(done.findings.map(({ message }) => message).join(), /broken at 4\d characters/);
  assert.ok(isProven(done));
});

test('a document without statements verifies by its text alone', () => {
  const bare = annotatedDocument('talks', text, []);
  assert.is(one(text, {}, bare).state, 'verified');
  assert.is(one('Another text.', { relocate: true }, bare).state, 'differs');
});

test('an empty turn goes with its heading', () => {
  const silent = { words: '', speaker: 'TOMAS VRBA' };
  const document = annotatedDocument('talks', text, quoted, [said[0]!]);
  const at = Array.from(text.slice(0, text.indexOf('The council'))).length;
  const heading = annotatedDocument('talks', text, [], [{ ...silent, words: 'The council' }]).turns[0]!;
  const turn = { ...heading, turn_id: 'tu_0000000000000009', start: at, end: at, span_sha256: sha256('') };
  const done = one(`Menu\n${text}`, { relocate: true }, { ...document, turns: [...document.turns, turn] });
  assert.equal(done.turns.map(({ row }) => [row.turn_id, row.start - at]).at(-1), ['tu_0000000000000009', 5]);
});

test.run();
