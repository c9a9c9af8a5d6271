import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { IntList } from '../../src/tables/int-list.js';

const test = suite('int list');

test('numbers keep their places over more than one block, negative ones too', () => {
  const list = new IntList();
  for (let i = 0; i < 50_000; i++) list.push(25_000 - i);
  assert.is(list.length, 50_000);
  for (const at of [0, 1, 1_023, 1_024, 3_071, 3_072, 32_768, 49_999]) assert.is(list.get(at), 25_000 - at);
});

test('a number can be put in place of another', () => {
  const list = new IntList();
  for (let i = 0; i < 20_000; i++) list.push(i);
  list.set(16_384, -7);
  assert.equal([list.get(16_383), list.get(16_384), list.get(16_385)], [16_383, -7, 16_385]);
});

test.run();
