import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { LabelMapping } from '../../../src/measures/scores/class-scheme.js';
import { scoreResults, type ScoreOptions, type ScoreResult } from '../../../src/measures/scores/score-results.js';
import { foldItems, type ScoredItem } from '../../../src/measures/scores/score-sample.js';

const test = suite('score conventions');

type Row = readonly [gold: string, predicted: string, items: number, part?: string];

const itemsOf = (rows: readonly Row[]): ScoredItem[] =>
  rows.flatMap(([gold, predicted, items, part]) =>
    Array.from({ length: items }, () => ({ gold, predictions: [predicted], part: part ?? null })),
  );

function results(
  rows: readonly Row[],
  { order = [], ...options }: ScoreOptions & { readonly order?: readonly string[] } = {},
): Record<string, ScoreResult> {
  const found = scoreResults(foldItems(itemsOf(rows), { order }), 0, options);
  return Object.fromEntries(found.map((result) => [result.score, result]));
}

const near = (value: number | null | undefined, expected: number): void =>
  assert.ok(value !== null && value !== undefined && Math.abs(value - expected) < 1e-12, `${value} ${expected}`);

const CROSSWALK: LabelMapping = {
  name: 'codebook',
  map: new Map([
    ['favor', 'FAVOR'],
    ['against', 'AGAINST'],
    ['neutral', 'NONE'],
    ['mixed', 'NONE'],
    ['none', 'NONE'],
    ['unclear', null],
  ]),
};

/** Labels of all 4,163 items of the task's five targets: against, and all. */
const SEMEVAL: readonly (readonly [target: string, against: number, all: number])[] = [
  ['abortion', 544, 933],
  ['atheism', 464, 733],
  ['climate', 26, 564],
  ['feminist', 511, 949],
  ['hillary', 565, 984],
];

test('constant predictions on the whole task get what its own scorer prints', () => {
  const items = (label: string): ScoredItem[] =>
    SEMEVAL.flatMap(([target, against, all]) =>
      Array.from({ length: all }, (_, i) => ({
        target,
        gold: i < against ? 'AGAINST' : i % 2 ? 'FAVOR' : 'NONE',
        predictions: [label],
      })),
    );
  const value = (label: string, name: string): string =>
    scoreResults(foldItems(items(label)))
      .find(({ score }) => score === name)!
      .value!.toFixed(4);
  assert.is(items('NONE').length, 4163);
  assert.is(value('AGAINST', 'semeval2016'), '0.3364');
  assert.is(value('AGAINST', 'semeval2016-per-target'), '0.3030');
  assert.is(value('NONE', 'semeval2016'), '0.0000');
});

test('six codebook labels get their three classes through the crosswalk, which the result names', () => {
  const rows: Row[] = [
    ['favor', 'favor', 3],
    ['favor', 'neutral', 1],
    ['against', 'against', 2],
    ['mixed', 'none', 1],
    ['neutral', 'favor', 1],
    ['none', 'none', 1],
  ];
  const { macro3, semeval2016, accuracy } = results(rows, { mapping: CROSSWALK });
  near(macro3!.value, (6 / 8 + 1 + 4 / 6) / 3);
  assert.match(macro3!.mapping!, 'codebook: favor → FAVOR; against → AGAINST; mixed, neutral, none → NONE');
  near(accuracy!.value, 6 / 9);
  assert.is(accuracy!.mapping, null);
  const plain = results(rows);
  near(semeval2016!.value, plain['semeval2016']!.value!);
  assert.match(plain['macro3']!.reason!, 'needs three categories, there are 5');
});

test('items whose label has no counterpart are left out of mapped scores and counted', () => {
  const { macro3 } = results(
    [
      ['favor', 'favor', 2],
      ['against', 'against', 2],
      ['none', 'none', 2],
      ['unclear', 'favor', 3],
    ],
    { mapping: CROSSWALK },
  );
  assert.is(macro3!.value, 1);
  assert.is(macro3!.items, 6);
  assert.equal(Object.values(macro3!.dropped), [3]);
});

test('scorers differ about a class that occurs nowhere, and each says so', () => {
  const { macro, macro3, vast, semeval2016 } = results([
    ['FAVOR', 'FAVOR', 2],
    ['AGAINST', 'AGAINST', 2],
  ]);
  assert.equal([macro!.value, vast!.value, semeval2016!.value], [1, 2 / 3, 1]);
  assert.is(macro3!.value, null);
  assert.match(macro3!.reason!, 'no item is NONE');
});

test('any three classes have a macro3, whatever their names', () => {
  const { macro3, semeval2016 } = results([
    ['agrees', 'agrees', 1],
    ['neutral', 'neutral', 1],
    ['disagrees', 'neutral', 1],
  ]);
  near(macro3!.value, (1 + 2 / 3) / 3);
  assert.is(semeval2016!.value, null);
});

test("VAST's figure is the sum of three F1 over three", () => {
  const { vast } = results([
    ['pro', 'pro', 4],
    ['con', 'pro', 1],
    ['con', 'con', 3],
    ['neutral', 'con', 2],
  ]);
  near(vast!.value, (8 / 9 + 6 / 9) / 3);
  assert.match(results([['0', '1', 1]])['vast']!.reason!, 'pro');
});

test("x-stance's figures are macro F1 per test set and language", () => {
  const rows: Row[] = [
    ['FAVOR', 'FAVOR', 3, 'new_topics_defr de'],
    ['AGAINST', 'FAVOR', 1, 'new_topics_defr de'],
    ['AGAINST', 'AGAINST', 2, 'new_comments_it it'],
  ];
  const { xstance } = results(rows);
  assert.equal(
    xstance!.parts!.map(({ part, items }) => `${part} ${items}`),
    ['new_comments_it it 2', 'new_topics_defr de 4'],
  );
  near(xstance!.parts![0]!.value, 1);
  near(xstance!.parts![1]!.value, 6 / 7 / 2);
  near(xstance!.value, (1 + 3 / 7) / 2);
  assert.match(results([['NONE', 'FAVOR', 1]])['xstance']!.reason!, 'gold has "NONE"');
});

test("RumourEval's figure is the mean of four classes", () => {
  const { rumoureval, macro } = results([
    ['support', 'support', 2],
    ['deny', 'comment', 1],
    ['query', 'query', 1],
    ['comment', 'comment', 5],
  ]);
  near(rumoureval!.value, (1 + 0 + 1 + 10 / 11) / 4);
  near(macro!.value, rumoureval!.value!);
  assert.is(results([['FAVOR', 'FAVOR', 1]])['rumoureval']!.value, null);
});

test('150 of 168 items right by always saying the commonest label is the known micro F1', () => {
  const { micro, accuracy } = results([
    ['0', '0', 150],
    ['1', '0', 18],
  ]);
  assert.is(micro!.value!.toFixed(4), '0.8929');
  assert.is(micro!.value, accuracy!.value);
});

test('an order puts labels on a scale, two on one place and others off it', () => {
  const rows: Row[] = [
    ['favor', 'favor', 2],
    ['against', 'favor', 1],
    ['neutral', 'none', 3],
    ['mixed', 'favor', 4],
  ];
  const { mae, qwk } = results(rows, { order: ['against', 'neutral/none', 'favor'] });
  near(mae!.value, 2 / 6);
  assert.is(mae!.items, 6);
  assert.equal(mae!.dropped, { 'a label without a place on the scale': 4 });
  assert.is(mae!.better, 'lower');
  // Places 0, 1, 2: observed 4/6; expected from gold (1, 3, 2) and predictions (0, 3, 3) over 36.
  near(qwk!.value, 1 - 4 / 6 / ((1 * 3 * 1 + 1 * 3 * 4 + 3 * 3 * 1 + 2 * 3 * 1) / 36));
  assert.match(results(rows)['mae']!.reason!, '--order');
  assert.match(results([['mixed', 'mixed', 1]], { order: ['a', 'b'] })['mae']!.reason!, 'on the scale');
});

test('numbers are their own scale', () => {
  const { mae } = results([
    ['-2', '1', 1],
    ['3', '3', 1],
  ]);
  assert.is(mae!.value, 1.5);
});

test('every convention on no items, one item and one class gives a value or a reason', () => {
  for (const rows of [[], [['FAVOR', 'FAVOR', 1]], [['NONE', 'NONE', 5]], [['x', 'y', 3]]] as Row[][]) {
    for (const { score, value, reason } of Object.values(results(rows, { bootstrap: 5 }))) {
      assert.ok(value === null ? reason !== null && reason !== '' : Number.isFinite(value) && reason === null, score);
    }
  }
});

test('both intervals are given where clusters are known, by cluster first', () => {
  const items = itemsOf([
    ['FAVOR', 'FAVOR', 20],
    ['AGAINST', 'FAVOR', 10],
  ]).map((item, i) => ({ ...item, cluster: `d${i % 4}` }));
  const methods = (byCluster: boolean): string[] => {
    const [first] = scoreResults(foldItems(items), 0, { bootstrap: 20, byCluster });
    return first!.intervals.map(({ method }) => method);
  };
  assert.equal(methods(true), ['bootstrap percentile by cluster', 'bootstrap percentile by unit']);
  assert.equal(methods(false), ['bootstrap percentile by unit']);
});

test.run();
