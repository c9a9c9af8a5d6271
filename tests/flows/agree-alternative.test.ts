import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { agreeAlternative } from '../../src/flows/agree-alternative.js';
import { agree } from '../../src/flows/agree.js';
import { rowsOf } from './agree-rows.js';

const test = suite('agree alternative');
const LINES = Array.from({ length: 40 }, (_, u) =>
  ['h1', 'h2', 'h3', 'm1', 'm2'].map((annotator, a) => `u${u},${annotator},${(u * (a + 3)) % 7 < 5 ? 'x' : 'y'}`),
).flat();
const KINDS = new Map([
  ['h1', 'person'],
  ['h2', 'person'],
  ['h3', 'person'],
  ['m1', 'model'],
  ['m2', 'model'],
]);

test('the test holds a model against people alone and shows how reliable they are', () => {
  const found = agreeAlternative(rowsOf(LINES), 'm1', { epsilon: 0.2 }, { bootstrap: 0, kinds: KINDS });
  assert.equal(
    found.humans.map(({ annotator_id }) => annotator_id),
    ['h1', 'h2', 'h3'],
  );
  const people = agree(rowsOf(LINES.filter((line) => line.includes(',h'))), { bootstrap: 0 });
  assert.is(found.reliability!.value, people.results[0]!.value);
  assert.match(found.sentence, /^m1 beats \d of 3 humans .* at epsilon 0\.2: it may( not)? stand in for a human here/);
});

test('without kinds everybody else is taken for human, and the sentence says so', () => {
  const found = agreeAlternative(rowsOf(LINES), 'm1', {}, { bootstrap: 0 });
  assert.is(found.humans.length, 4);
  assert.match(found.sentence, 'annotators of unknown kind are taken for humans');
});

test('an annotator without labels is wrong use, with the nearest name', () => {
  assert.throws(() => agreeAlternative(rowsOf(LINES), 'm3', {}, { bootstrap: 0 }), /there are no labels by "m3"/);
});

test('duplicates that no rule settles leave the test without a figure', () => {
  const found = agreeAlternative(rowsOf([...LINES, 'u0,h1,y']), 'm1', {}, { bootstrap: 0, kinds: KINDS });
  assert.is(found.winning_rate, null);
  assert.is(found.reliability, null);
  assert.match(found.sentence, 'labelled a unit twice');
});

test.run();
