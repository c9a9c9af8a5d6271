import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { areKeysBeside } from '../../src/text/keyboard.js';
import { isOneSlip, typingDistance } from '../../src/text/typing-distance.js';

const test = suite('typing distance');

test('a key beside the right one and a letter doubled cost half of what another letter costs', () => {
  assert.is(typingDistance('fabor', 'favor'), 0.5);
  assert.is(typingDistance('faqor', 'favor'), 1);
  assert.is(typingDistance('favvor', 'favor'), 0.5);
  assert.is(typingDistance('faxvor', 'favor'), 1);
  assert.is(typingDistance('fvaor', 'favor'), 1);
});

test('keys are beside each other on one of three keyboards', () => {
  for (const pair of ['qw', 'gh', 'as', 'sz', 'yt', 'zt', 'yx', 'qa', 'lm']) {
    assert.ok(areKeysBeside(pair[0]!, pair[1]!), pair);
    assert.ok(areKeysBeside(pair[1]!, pair[0]!), pair);
  }
  for (const pair of ['ap', 'qm', 'el', 'aa', '12']) assert.not(areKeysBeside(pair[0]!, pair[1]!), pair);
});

test('the distance is the same both ways, and nothing for the word itself', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 's', 'q', 'l', 'o'), maxLength: 7 });
  fc.assert(
    fc.property(word, word, (a, b) => typingDistance(a, b) === typingDistance(b, a) && typingDistance(a, a) === 0),
    { seed: 4 },
  );
});

test('one slip is a key beside, a letter doubled, left out or swapped, behind the first letter', () => {
  for (const typed of ['sypport', 'supportt', 'suport', 'suppotr', 'spuport']) {
    assert.ok(isOneSlip(typed, 'support'), typed);
  }
  for (const typed of ['support', 'xupport', 'upport', 'suqport', 'supxport', 'supprtt', 'oppose', '']) {
    assert.not(isOneSlip(typed, 'support'), typed);
  }
});

test.run();
