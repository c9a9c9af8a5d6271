import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { sha256 } from '../../src/model/hash.js';
import { hashedText } from '../../src/text/hashed-text.js';

const test = suite('hashed text');

const text = 'We stay. 🚢 We stay, they said, we staying.';
const windows = (length: number, words: readonly string[], which = {}): [string, number][] => {
  const found: [string, number][] = [];
  const byDigest = new Map(words.map((one) => [sha256(one), one]));
  hashedText(text).windows(
    length,
    new Set(byDigest.keys()),
    (digest, start) => found.push([byDigest.get(digest)!, start]),
    which,
  );
  return found;
};

test('every window of whole words with a digest is told, counted in code points', () => {
  assert.equal(windows(7, ['We stay']), [
    ['We stay', 0],
    ['We stay', 11],
  ]);
});

test('windows that cut words are passed over unless they are asked for', () => {
  assert.equal(windows(7, ['we stay']), []);
  assert.equal(windows(7, ['we stay'], { inWords: true }), [['we stay', 31]]);
});

test('a range and an end of work are kept to', () => {
  assert.equal(windows(7, ['We stay'], { from: 1 }), [['We stay', 11]]);
  assert.equal(windows(7, ['We stay'], { to: 11 }), [['We stay', 0]]);
  assert.equal(windows(7, ['We stay'], { until: 0 }), []);
});

test('segments hold a digest when their slices, joined by a space, have it', () => {
  const copy = hashedText(text);
  const stays = [
    { start: 0, end: 2 },
    { start: 3, end: 7 },
  ];
  assert.ok(copy.holds(stays, sha256('We stay')));
  assert.not(copy.holds(stays, sha256('Westay')));
});

test('what lies outside of the text holds nothing', () => {
  const copy = hashedText('ab');
  assert.not(copy.holds([{ start: 0, end: 3 }], sha256('ab')));
  assert.not(copy.holds([{ start: -1, end: 2 }], sha256('ab')));
});

test('the work grows with digests, and long ones count for several', () => {
  const short = hashedText('x');
  short.digestOf('x');
  const long = hashedText('x');
  long.digestOf('x'.repeat(7000));
  assert.ok(short.work() >= 1 && long.work() > 5 * short.work());
});

test.run();
