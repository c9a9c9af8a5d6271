import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { decide } from '../../../src/measures/consensus/decide.js';
import { digamma } from '../../../src/measures/consensus/digamma.js';
import { CONSENSUS_METHODS } from '../../../src/measures/consensus/index.js';
import { mace } from '../../../src/measures/consensus/mace.js';
import { majority } from '../../../src/measures/consensus/majority.js';
import { oneCoin } from '../../../src/measures/consensus/one-coin.js';
import { votesFrom, votesOf, type Vote } from '../../../src/measures/consensus/votes.js';
import { labelMatrix } from '../../../src/measures/label-matrix.js';

const test = suite('consensus');

// The same examples in every run: a failure can be looked at again.
fc.configureGlobal({ seed: 20311 });

/** Units "favor favor against" and so on as votes of annotators a, b, c. */
const votes = (...units: readonly string[]): Vote[] =>
  units.flatMap((unit, u) =>
    unit
      .split(' ')
      .map((label, a) => ({ unit: `u${u}`, annotator: 'abcdefgh'[a]!, label: label === '-' ? '' : label })),
  );

const labelsOf = (given: readonly Vote[], method = majority): Record<string, string | null> => {
  const all = votesFrom(given);
  return Object.fromEntries(
    decide(all, method.infer(all)).map(({ label }, unit) => [
      all.unitIds[unit]!,
      label < 0 ? null : all.categories[label]!,
    ]),
  );
};

const arbitraryVotes = fc.array(
  fc.record({
    unit: fc.constantFrom('u1', 'u2', 'u3', 'u4', 'u5', 'u6'),
    annotator: fc.constantFrom('a', 'b', 'c'),
    label: fc.constantFrom('x', 'y', 'z', ''),
  }),
  { minLength: 1, maxLength: 40 },
);

test('the majority is the commonest label, and a tie stays open unless a rule is declared', () => {
  const given = votes('x x y', 'y y y', 'x y -', 'y x -');
  assert.equal(labelsOf(given), { u0: 'x', u1: 'y', u2: null, u3: null });
  const all = votesFrom(given);
  const found = majority.infer(all);
  const tied = (ties: 'first' | 'commonest' | 'random') =>
    decide(all, found, { ties })
      .slice(2)
      .map(({ label }) => all.categories[label]);
  assert.equal(tied('first'), ['x', 'x']);
  assert.equal(tied('commonest'), ['y', 'y']);
  const drawn = tied('random');
  const reversed = votesFrom([...given].reverse());
  const again = decide(reversed, majority.infer(reversed), { ties: 'random' });
  assert.equal(
    drawn,
    ['u2', 'u3'].map((id) => reversed.categories[again[reversed.unitIds.indexOf(id)]!.label]),
    'a drawn label does not depend on the order of votes',
  );
});

test('repeated votes by one annotator count each', () => {
  const all = votesFrom([...votes('x y'), { unit: 'u0', annotator: 'a', label: 'x' }]);
  assert.is(all.size, 3);
  assert.ok(Math.abs(majority.infer(all).posterior[0]! - 2 / 3) < 1e-12);
});

test('a matrix and its list of votes are the same votes', () => {
  fc.assert(
    fc.property(arbitraryVotes, (given) => {
      const single = [...new Map(given.map((vote) => [`${vote.unit} ${vote.annotator}`, vote])).values()];
      const listed = votesFrom(single);
      const folded = votesOf(labelMatrix(single));
      assert.is(folded.size, listed.size);
      for (const method of CONSENSUS_METHODS) {
        if (listed.size === 0) continue;
        const [one, other] = [method.infer(listed), method.infer(folded)];
        const size = listed.categories.length;
        listed.unitIds.forEach((id, unit) => {
          const a = listed.patternOfUnit[unit]! * size;
          const b = folded.patternOfUnit[folded.unitIds.indexOf(id)]! * size;
          for (let k = 0; k < size; k++) {
            assert.ok(Math.abs(one.posterior[a + k]! - other.posterior[b + k]!) < 1e-9, method.name);
          }
        });
      }
    }),
    { numRuns: 40 },
  );
});

test('every method gives probabilities, competences between 0 and 1 and no number that is none', () => {
  fc.assert(
    fc.property(arbitraryVotes, (given) => {
      const all = votesFrom(given);
      if (all.size === 0) return;
      const size = all.categories.length;
      for (const method of CONSENSUS_METHODS) {
        const found = method.infer(all);
        for (let pattern = 0; pattern < all.patterns; pattern++) {
          const sum = found.posterior.subarray(pattern * size, (pattern + 1) * size).reduce((a, b) => a + b, 0);
          assert.ok(Math.abs(sum - 1) < 1e-8, `${method.name}: ${sum}`);
        }
        assert.ok(
          found.competence.every((one) => one >= 0 && one <= 1 + 1e-9),
          method.name,
        );
        assert.ok(found.confusion === null || found.confusion.every(Number.isFinite), method.name);
        assert.ok(found.logLikelihood === null || Number.isFinite(found.logLikelihood), method.name);
      }
    }),
    { numRuns: 100 },
  );
});

test('unanimous units keep their label under every method', () => {
  const given = votes('x x x', 'y y y', 'x x x', 'y y y', 'x x x', 'y y y');
  for (const method of CONSENSUS_METHODS) {
    assert.equal(Object.values(labelsOf(given, method)), ['x', 'y', 'x', 'y', 'x', 'y'], method.name);
  }
});

test('models find the annotator who writes the same label throughout', () => {
  const given = votes(...['x x x', 'y y x', 'x x x', 'y y x', 'x y x', 'y y x', 'y y x', 'x x x', 'y y x', 'y y x']);
  for (const method of [oneCoin, mace]) {
    const [a, b, c] = method.infer(votesFrom(given)).competence;
    assert.ok(c! < a! && c! < b!, `${method.name}: ${a}, ${b}, ${c}`);
  }
});

test('a hundred annotators on a unit do not underflow', () => {
  const given = Array.from({ length: 400 }, (_, i) => ({
    unit: `u${Math.floor(i / 200)}`,
    annotator: `a${i % 200}`,
    label: i % 3 === 0 ? 'y' : 'x',
  }));
  const all = votesFrom(given);
  for (const method of CONSENSUS_METHODS) assert.ok(method.infer(all).posterior.every(Number.isFinite), method.name);
});

test('digamma has the published values', () => {
  // Abramowitz and Stegun (1964), 6.3.2 and 6.3.3.
  assert.ok(Math.abs(digamma(1) + 0.5772156649015329) < 1e-14);
  assert.ok(Math.abs(digamma(0.5) + 1.9635100260214235) < 1e-14);
  assert.ok(Math.abs(digamma(100) - 4.600161852738087) < 1e-13);
});

test.run();
