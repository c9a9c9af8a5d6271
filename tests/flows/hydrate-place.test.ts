import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { lostOf, placeSpans, type PlacedSpans } from '../../src/flows/hydrate-place.js';
import { knownSpans } from '../../src/flows/hydrate-spans.js';
import { placeMention, shiftsAt, shiftsOf } from '../../src/flows/hydrate-shifts.js';
import { sha256 } from '../../src/model/hash.js';
import { hashedText } from '../../src/text/hashed-text.js';
import { annotatedDocument, type Quoted } from '../support/annotated.js';

const test = suite('hydrate place');

const sentence = (n: number): string =>
  `Minister no. ${n} said that berth ${n * 37} of the quay would be kept open for grain.`;
const long = Array.from({ length: 60 }, (_, i) => sentence(i)).join('\n\n') + '\n';
const quoted: readonly Quoted[] = Array.from({ length: 60 }, (_, i) => ({
  words: `berth ${i * 37} of the quay would be kept open for grain`,
  speaker: `Minister no. ${i}`,
}));
const { document, statements, turns } = annotatedDocument('long', long, quoted);
const spans = knownSpans(statements, turns);
const placed = (copy: string, thorough = false): PlacedSpans =>
  placeSpans(spans, copy, { length: document.length, thorough });
const isRight = ({ placements, copy }: PlacedSpans): boolean =>
  placements.every(
    ({ segments }, i) => !segments || copy.slice(segments[0]!.start, segments[0]!.end) === quoted[i]!.words,
  );

test('a shift is carried from neighbour to neighbour, so that little is sought', () => {
  const copy = placed(long.replace('\n\nMinister no. 20', '\n\nRead more.\n\nMinister no. 20'));
  assert.equal(lostOf(copy), []);
  assert.ok(isRight(copy));
  assert.ok(copy.copy.work() < 2_000, `${copy.copy.work()}`);
});

test('paragraphs in the reverse order are found nowhere rather than somewhere', () => {
  const copy = placed(`${long.trimEnd().split('\n\n').reverse().join('\n\n')}\n`);
  assert.ok(isRight(copy));
});

test('quotation marks that were straight or typographic in turns are drawn as they were', () => {
  const text = "He said 'no'. “We’re here,\" she said, it's “ours', she's told, and it’s theirs.\n";
  const words = [text.slice(14, 55), text.slice(57, -2)];
  const mixed = annotatedDocument('mixed', text, [{ words: "said 'no" }, ...words.map((one) => ({ words: one }))]);
  const known = knownSpans(mixed.statements, mixed.turns);
  const straight = text.replace(/[“”]/g, '"').replaceAll('’', "'");
  const found = placeSpans(known, `Menu\n${straight}`, { length: mixed.document.length, thorough: true });
  assert.equal(lostOf(found), []);
  assert.equal(
    found.placements.map(({ segments }) => segments && found.copy.slice(segments[0]!.start, segments[0]!.end)),
    ["said 'no", ...words],
  );
});

test('words that were cut by what was put beside them are found inside of words', () => {
  const glued = long.replace('berth 74 of', 'xberth 74 of');
  assert.is(lostOf(placed(glued)).length, 0, 'its neighbours moved as far');
  const alone = annotatedDocument('one', 'She said the berth stays open until the winter comes.\n', [
    { words: 'the berth stays open until the winter comes' },
  ]);
  const known = knownSpans(alone.statements, alone.turns);
  const copy = 'Yesterday, so they wrote, xthe berth stays open until the winter comesy.';
  const whole = placeSpans(known, copy, { length: alone.document.length });
  const within = placeSpans(known, copy, { length: alone.document.length, thorough: true });
  assert.equal([whole.candidates[0]!.length, within.candidates[0]!.length], [0, 1]);
});

test('the same words of the same speaker elsewhere are not taken for a statement that has changed', () => {
  const text = `${sentence(1)}\n\nMR. CARNEY: I would refer you to the Commerce Department for details.\n\n${sentence(2)}\n`;
  const answer = 'I would refer you to the Commerce Department for details';
  const asked = annotatedDocument('asked', text, [
    { words: quoted[1]!.words },
    { words: answer, speaker: 'MR. CARNEY' },
    { words: quoted[2]!.words },
  ]);
  const copy = `${text.replace('refer', 'send')}\nMR. CARNEY: ${answer}, again.\n`;
  const known = knownSpans(asked.statements, asked.turns);
  const found = placeSpans(known, copy, { length: asked.document.length, thorough: true });
  assert.equal(
    found.placements.map(({ segments }) => segments !== null),
    [true, false, true],
  );
  assert.is(found.candidates[1]!.length, 1);
});

test('work is bounded where nothing is found', () => {
  const other = Array.from({ length: 4000 }, (_, i) => `Nobody wrote line ${i} about any harbour`).join('. ');
  const copy = placed(other, true);
  assert.is(lostOf(copy).length, 60);
  assert.ok(copy.copy.work() < 1_500_000, `${copy.copy.work()}`);
});

test('a place between two that moved apart may have moved as far as either', () => {
  const shifts = [
    { start: 0, end: 10, by: 0 },
    { start: 40, end: 60, by: 7 },
  ];
  assert.equal(shiftsAt(shifts, { start: 20, end: 25 }), [0, 7]);
  assert.equal(shiftsAt(shifts, { start: 45, end: 50 }), [7]);
  assert.equal(shiftsAt(shifts, { start: 70, end: 75 }), [7]);
  assert.equal(shiftsAt([], { start: 70, end: 75 }), []);
});

test('a mention is where its digest says among those places, and nowhere when both would do', () => {
  const around = [
    { start: 0, end: 2, by: 0 },
    { start: 20, end: 22, by: 4 },
  ];
  const mention = { start: 10, end: 12, sha256: sha256('He') };
  const at = (text: string) => placeMention(mention, hashedText(text), { own: [], around });
  assert.equal(at('0123456789    He and'), { start: 14, end: 16 });
  assert.equal(at('0123456789He and all'), { start: 10, end: 12 });
  assert.is(at('0123456789He  He all'), null);
  assert.is(at('nothing of the kind here'), null);
});

test('a mention without a digest is only known inside of what was found', () => {
  const own = [{ start: 8, end: 20, by: 4 }];
  const copy = hashedText('0123456789    He and');
  assert.equal(placeMention({ start: 10, end: 12, sha256: null }, copy, { own, around: own }), { start: 14, end: 16 });
  assert.is(placeMention({ start: 5, end: 7, sha256: null }, copy, { own, around: own }), null);
});

test('shifts are those of every segment that was found', () => {
  const moved = placed(`Menu\n${long}`);
  assert.is(shiftsOf(moved).length, 60);
  assert.ok(shiftsOf(moved).every(({ by }) => by === 5));
});

test.run();
