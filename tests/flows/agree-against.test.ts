import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { agreeAgainst } from '../../src/flows/agree-against.js';
import { agree } from '../../src/flows/agree.js';
import { rowsOf } from './agree-rows.js';

const test = suite('agree against a file');
const REST = ['u1,a,x', 'u1,b,x', 'u2,a,y', 'u2,b,y', 'u3,a,x', 'u3,b,y', 'u4,a,y'];
const ADDED = ['u1,c,y', 'u2,c,y', 'u4,c,x', 'u5,c,x'];

function effect(rest: readonly string[], added: readonly string[]) {
  const [before, contribution] = [rowsOf(rest), rowsOf(added)];
  const options = { bootstrap: 100 };
  const after = agree([...before, ...contribution], options);
  return { after, found: agreeAgainst(before, contribution, after, { file: 'c.csv', options }) };
}

test('every coefficient has its value without and with the file', () => {
  const { after, found } = effect(REST, ADDED);
  const alone = agree(rowsOf(REST), { bootstrap: 100 });
  const [alpha] = found.effects;
  assert.is(alpha!.before, alone.results[0]!.value);
  assert.is(alpha!.after, after.results[0]!.value);
  assert.ok(Math.abs(alpha!.change! - (alpha!.after! - alpha!.before!)) < 1e-15);
  assert.is(found.effects.length, after.results.length);
});

test('what the file brings is counted, and its annotators are shown with their agreement', () => {
  const { found } = effect(REST, ADDED);
  assert.equal([found.rows, found.new_units, found.newly_pairable_units, found.new_annotators], [4, 1, 1, ['c']]);
  assert.equal(
    found.annotators.map(({ annotator_id, shared_units }) => [annotator_id, shared_units]),
    [['c', 3]],
  );
  assert.match(found.sentence, /^With c\.csv krippendorff_alpha falls to .* from .*, (within|beyond) its interval\.$/);
});

test('a figure that was not defined before is said to be new', () => {
  const { found } = effect(['u1,a,x', 'u2,a,y'], ['u1,b,x', 'u2,b,y']);
  assert.is(found.effects[0]!.before, null);
  assert.is(found.effects[0]!.change, null);
  assert.match(found.sentence, 'Without c.csv krippendorff_alpha is not defined; with it, it is 1.000.');
});

test('an empty file leaves every figure alone', () => {
  const { found } = effect(REST, []);
  assert.ok(found.effects.every(({ change }) => change === null || change === 0));
  assert.match(found.sentence, 'stays at');
});

test.run();
