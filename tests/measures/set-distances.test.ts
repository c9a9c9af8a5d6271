import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { labelSet, setDistance } from '../../src/measures/set-distances.js';

const test = suite('distances of sets');

const near = (actual: number, expected: number, relative = 1e-11): void => {
  assert.ok(Math.abs(actual / expected - 1) < relative, `expected ${expected}, found ${actual}`);
};

test('labels are sets whatever their order; a bar alone is the empty set', () => {
  assert.equal([...labelSet('b| a |b')], ['b', 'a']);
  for (const empty of ['|', '{}', '[]', '∅']) assert.is(labelSet(empty).size, 0);
  const categories = ['a|b', 'b|a', 'a', '|', 'c'];
  const at = (name: 'jaccard' | 'masi_nltk' | 'masi_dkpro', a: string, b: string): number =>
    setDistance(name, categories).matrix(new Float64Array(5))[categories.indexOf(a) * 5 + categories.indexOf(b)]!;
  for (const name of ['jaccard', 'masi_nltk', 'masi_dkpro'] as const) {
    assert.is(at(name, 'a|b', 'b|a'), 0);
    assert.is(at(name, '|', '|'), 0);
    assert.is(at(name, 'a', 'c'), 1);
    assert.is(at(name, 'a', 'a|b'), at(name, 'a|b', 'a'));
  }
  // Pair {A}, {A, B} as the two programs have it.
  near(at('masi_nltk', 'a', 'a|b'), 0.665);
  near(at('masi_dkpro', 'a', 'a|b'), 1 / 6);
  assert.is(at('jaccard', '|', 'a'), 1);
  near(at('masi_dkpro', '|', 'a'), 1 / 3);
});

test.run();
