import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  alternativeAnnotatorTest,
  benjaminiYekutieli,
  type AlternativeScore,
} from '../../src/measures/alternative-annotator-test.js';
import { labelMatrix } from '../../src/measures/label-matrix.js';
import { cellsOf } from '../parity/agreement-tables.js';
import { generateLabels, parseRecipe } from '../parity/gen-labels.js';

const test = suite('alternative annotator test');

interface Case {
  readonly generator_args: string;
  readonly annotator: string;
  readonly epsilon: number;
  readonly score: AlternativeScore;
  readonly source: string;
  readonly expected: {
    readonly humans: readonly {
      annotator_id: string;
      units: number;
      advantage_probability: number;
      p_value: number;
      rejected: boolean;
    }[];
    readonly winning_rate: number;
    readonly advantage_probability: number;
  };
}

const read = (): readonly Case[] =>
  (
    JSON.parse(readFileSync(new URL('../parity/alternative-reference.json', import.meta.url), 'utf8')) as {
      cases: readonly Case[];
    }
  ).cases;

const near = (found: number | null, expected: number, what: string): void =>
  assert.ok(Math.abs((found ?? Number.NaN) - expected) <= 1e-9, `${what}: expected ${expected}, found ${found}`);

test('winning rates, advantages and p-values are those of the published procedure run elsewhere', () => {
  for (const { generator_args, annotator, epsilon, score, source, expected } of read()) {
    const matrix = labelMatrix(cellsOf(generateLabels(parseRecipe(generator_args))));
    const alternative = matrix.annotatorIds.indexOf(annotator);
    const humans = matrix.annotatorIds.flatMap((_, a) => (a === alternative ? [] : [a]));
    const found = alternativeAnnotatorTest(matrix, alternative, humans, { epsilon, score });
    const what = `${annotator} of ${generator_args} (${source})`;
    near(found.winning_rate, expected.winning_rate, what);
    near(found.advantage_probability, expected.advantage_probability, what);
    assert.is(found.passed, expected.winning_rate >= 0.5);
    assert.is(found.humans.length, expected.humans.length);
    expected.humans.forEach((human, i) => {
      const own = found.humans[i]!;
      assert.equal(
        [own.annotator_id, own.units, own.rejected],
        [human.annotator_id, human.units, human.rejected],
        what,
      );
      near(own.advantage_probability, human.advantage_probability, `${what} ${human.annotator_id} advantage`);
      near(own.p_value, human.p_value, `${what} ${human.annotator_id} p`);
    });
  }
});

const cells = (units: number, labels: readonly string[]) =>
  Array.from({ length: units }, (_, u) =>
    labels.map((label, a) => ({ unit: `u${u}`, annotator: 'hijm'[a]!, label: label === '?' ? 'xy'[u % 2]! : label })),
  ).flat();

test('an alternative that always answers as the humans do wins, with a p-value of 0', () => {
  const matrix = labelMatrix(cells(40, ['?', '?', '?', '?']));
  const found = alternativeAnnotatorTest(matrix, 3, [0, 1, 2]);
  assert.is(found.winning_rate, 1);
  assert.is(found.advantage_probability, 1);
  assert.ok(found.humans.every(({ p_value }) => p_value === 0));
});

test('one that never does loses, and a mean exactly at epsilon decides nothing', () => {
  const matrix = labelMatrix(cells(40, ['x', 'x', 'x', 'y']));
  const lost = alternativeAnnotatorTest(matrix, 3, [0, 1, 2]);
  assert.equal([lost.winning_rate, lost.advantage_probability, lost.passed], [0, 0, false]);
  const even = alternativeAnnotatorTest(matrix, 3, [0, 1, 2], { epsilon: 1 });
  assert.ok(even.humans.every(({ p_value, rejected }) => p_value === null && !rejected));
});

test('what can not be compared is null with a reason', () => {
  const matrix = labelMatrix(cells(29, ['x', 'x', 'x', '?']));
  const few = alternativeAnnotatorTest(matrix, 3, [0, 1, 2]);
  assert.is(few.winning_rate, null);
  assert.match(few.reason ?? '', 'no human shares 30 units');
  assert.equal(few.skipped[0], { annotator_id: 'h', units: 29 });
  assert.match(alternativeAnnotatorTest(matrix, 3, [0]).reason ?? '', 'at least two human');
  assert.match(alternativeAnnotatorTest(matrix, 3, [0, 1], { score: 'neg_rmse' }).reason ?? '', 'no numbers');
});

test('Benjamini and Yekutieli reject up to the last p-value below its bound', () => {
  // Three hypotheses: the bounds are 0.05 / 3 / (11 / 6) times 1, 2, 3.
  assert.equal(benjaminiYekutieli([0.0091, 0.0183, 0.028], 0.05), [false, false, false]);
  assert.equal(benjaminiYekutieli([0.0089, 0.5, 0.0185], 0.05), [true, false, false]);
  assert.equal(benjaminiYekutieli([0.02, 0.027, 0.0269], 0.05), [true, true, true]);
  assert.equal(benjaminiYekutieli([], 0.05), []);
});

test.run();
