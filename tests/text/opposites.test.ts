import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { areOppositeWords, sideOf } from '../../src/text/opposites.js';

const test = suite('opposites');

test('words say on which side of a question they stand', () => {
  for (const word of ['pro', 'Favour', 'supportive', 'yes', 'non-opposed', 'not against', 'pro-NATO', 'true']) {
    assert.is(sideOf(word), '+', word);
  }
  for (const word of [
    'con',
    'AGAINST',
    'unfavorable',
    'disagree',
    'no',
    'not true',
    'favor: no',
    'anti-NATO',
    'false',
  ]) {
    assert.is(sideOf(word), '-', word);
  }
  for (const word of ['neutral', 'format', 'profile', 'unclear', 'pro and con', '', '3'])
    assert.is(sideOf(word), null, word);
});

test('opposites are told by their sides, by pairs and by beginnings that negate, whichever comes first', () => {
  const pairs = [
    ['support', 'oppose'],
    ['agree', 'disagree'],
    ['for', 'against'],
    ['clear', 'unclear'],
    ['partisan', 'nonpartisan'],
    ['partisan', 'non-partisan'],
    ['moral', 'amoral'],
    ['regular', 'irregular'],
    ['import', 'export'],
    ['prewar', 'postwar'],
    ['male', 'female'],
    ['increase', 'decrease'],
    ['credible', 'not credible'],
    ['acuerdo', 'desacuerdo'],
    ['согласен', 'не согласен'],
  ] as const;
  for (const [a, b] of pairs) {
    assert.ok(areOppositeWords(a, b), `${a} ${b}`);
    assert.ok(areOppositeWords(b, a), `${b} ${a}`);
  }
});

test('words that only look alike are none', () => {
  const pairs = [
    ['neutral', 'neutrall'],
    ['agree', 'strongly agree'],
    ['inform', 'infrom'],
    ['demand', 'deman'],
    ['against', 'gainst'],
    ['none', 'noen'],
    ['favor', 'favour'],
  ] as const;
  for (const [a, b] of pairs) assert.not(areOppositeWords(a, b), `${a} ${b}`);
});

test.run();
