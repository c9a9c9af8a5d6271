import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Candidate } from '../../src/flows/hydrate-candidates.js';
import { choosePlaces } from '../../src/flows/hydrate-choose.js';
import type { KnownSpan } from '../../src/flows/hydrate-spans.js';

const test = suite('hydrate choose');

/** A span of 25 code points unless told otherwise, with words of its own. */
const span = (start: number, more: Partial<KnownSpan> = {}): KnownSpan => {
  const end = more.end ?? start + 25;
  return {
    key: String(start),
    id: `st_${start}`,
    start,
    end,
    segments: [{ start, end }],
    length: end - start,
    sha256: `digest of ${start}`,
    context: 'context',
    mentions: [],
    ...more,
  };
};
const at = (known: KnownSpan, shift: number, more: Partial<Candidate> = {}): Candidate => ({
  segments: known.segments.map(({ start, end }) => ({ start: start + shift, end: end + shift })),
  shift,
  inContext: false,
  mentioned: 0,
  ...more,
});
const chosen = (
  spans: readonly KnownSpan[],
  candidates: readonly (readonly Candidate[])[],
  before = 1000,
  after = 1300,
) =>
  choosePlaces(spans, candidates, { before, after }).map((one) =>
    one.segments ? `${one.by} ${one.shift}` : `none of ${one.candidates.length}`,
  );

const [a, b, c] = [span(100), span(300), span(500)];

test('surroundings that verify are proof enough', () => {
  assert.equal(chosen([a], [[at(a, 7, { inContext: true }), at(a, 400)]]), ['surroundings 7']);
});

test('what moved as far as a neighbour is taken, among rivals, too', () => {
  assert.equal(chosen([a, b], [[at(a, 40)], [at(b, 40), at(b, 90)]]), ['shift 40', 'shift 40']);
});

test('what moved as far as the beginning or the end of the text is taken', () => {
  assert.equal(chosen([a], [[at(a, 0), at(a, 150)]]), ['shift 0']);
  assert.equal(chosen([a], [[at(a, 150), at(a, 300)]]), ['shift 300']);
});

test('a mention beside it tells the place', () => {
  assert.equal(chosen([a], [[at(a, 120), at(a, 200, { mentioned: 9 })]]), ['mention 200']);
});

test('long words that stand nowhere else are taken where the shift is a possible one', () => {
  assert.equal(chosen([a], [[at(a, 120)]]), ['only 120']);
  assert.equal(chosen([a], [[at(a, 600)]], 1000, 1010), ['none of 1']);
});

test('short words that stand nowhere else are not', () => {
  const short = span(100, { end: 109 });
  assert.equal(chosen([short], [[at(short, 120)]]), ['none of 1']);
});

test('of several places the one that lies between the neighbours is taken, and known to rest on order', () => {
  const found = chosen(
    [a, b, c],
    [[at(a, 20, { inContext: true })], [at(b, -250), at(b, 60), at(b, 600)], [at(c, 90, { inContext: true })]],
  );
  assert.equal(found, ['surroundings 20', 'order 60', 'surroundings 90']);
});

test('of several places between the neighbours none is taken', () => {
  const found = chosen(
    [a, b, c],
    [[at(a, 20, { inContext: true })], [at(b, 60), at(b, 30)], [at(c, 90, { inContext: true })]],
  );
  assert.is(found[1], 'none of 2');
});

test('words that are said twice in the annotated text are not taken for standing nowhere else', () => {
  const [one, two] = [span(100, { sha256: 'same' }), span(300, { sha256: 'same' })];
  assert.equal(chosen([one, two], [[at(one, 120)], [at(two, -80)]]), ['none of 1', 'none of 1']);
});

test('a turn and the statement that is all of it are one place', () => {
  const turn = span(100, { key: 'turn', sha256: 'same', context: null });
  const statement = span(100, { sha256: 'same' });
  assert.equal(chosen([turn, statement], [[at(turn, 120)], [at(statement, 120)]]), ['shift 120', 'shift 120']);
});

test('what was moved past others is taken where its surroundings verify, else not', () => {
  const others = [[at(b, 0, { inContext: true })], [at(c, 0, { inContext: true })]];
  assert.is(chosen([a, b, c], [[at(a, 800, { inContext: true })], ...others])[0], 'surroundings 800');
  assert.is(chosen([a, b, c], [[at(a, 800)], ...others])[0], 'none of 1');
});

test('what overlaps moves together', () => {
  const outer = span(90, { end: 140 });
  assert.equal(chosen([outer, a], [[at(outer, 70, { inContext: true })], [at(a, 30), at(a, 70)]]), [
    'surroundings 70',
    'shift 70',
  ]);
});

test('what nothing speaks for does not stand between two that speak for each other', () => {
  const short = span(300, { end: 306 });
  assert.equal(chosen([a, short, c], [[at(a, 50)], [at(short, 80)], [at(c, 50)]]), [
    'shift 50',
    'none of 1',
    'shift 50',
  ]);
});

test('a span without candidates has no place, and no spans give none', () => {
  assert.equal(chosen([a], [[]]), ['none of 0']);
  assert.equal(chosen([], []), []);
});

test.run();
