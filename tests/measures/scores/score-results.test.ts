import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { scoreDifferences } from '../../../src/measures/scores/compare-systems.js';
import { mcNemar } from '../../../src/measures/scores/mcnemar.js';
import { classScores } from '../../../src/measures/scores/confusion.js';
import { scoreResults } from '../../../src/measures/scores/score-results.js';
import { confusionTables, foldItems, type ScoredItem } from '../../../src/measures/scores/score-sample.js';

const test = suite('scores');

/** A stance benchmark's public predictions: rows gold, columns predicted, in the order FAVOR AGAINST NONE. */
const TABLES: Readonly<Record<string, readonly (readonly [number, number, number])[]>> = {
  abortion: [
    [30, 14, 2],
    [23, 118, 48],
    [4, 6, 35],
  ],
  atheism: [
    [26, 4, 2],
    [20, 127, 13],
    [3, 4, 21],
  ],
  climate: [
    [112, 0, 11],
    [9, 0, 2],
    [7, 0, 28],
  ],
  feminist: [
    [43, 13, 2],
    [59, 102, 22],
    [4, 4, 36],
  ],
  hillary: [
    [24, 15, 6],
    [12, 147, 13],
    [3, 30, 45],
  ],
};
const LABELS = ['FAVOR', 'AGAINST', 'NONE'] as const;
const SCALE = ['AGAINST', 'NONE', 'FAVOR'];

function itemsOf(targets: readonly string[], second: (gold: string) => string = () => 'AGAINST'): ScoredItem[] {
  return targets.flatMap((target) =>
    TABLES[target]!.flatMap((row, g) =>
      row.flatMap((count, p) =>
        Array.from({ length: count }, () => ({
          target,
          gold: LABELS[g]!,
          predictions: [LABELS[p]!, second(LABELS[g]!)],
        })),
      ),
    ),
  );
}

const ALL = Object.keys(TABLES);

function scoresOf(items: readonly ScoredItem[], system = 0): Record<string, string> {
  const found = scoreResults(foldItems(items, { order: SCALE }), system);
  return Object.fromEntries(found.map(({ score, value }) => [score, value === null ? 'null' : value.toFixed(4)]));
}

test('public predictions give the scores that the official scorers print', () => {
  const { semeval2016, macro3, weighted, accuracy, kappa, mcc, mae, qwk, ...rest } = scoresOf(itemsOf(ALL));
  assert.equal([semeval2016, macro3, weighted, accuracy], ['0.7244', '0.6961', '0.7207', '0.7158']);
  assert.equal([kappa, mcc, mae, qwk], ['0.5388', '0.5468', '0.4195', '0.5333']);
  assert.is(rest['semeval2016-per-target'], '0.6279');
});

for (const [target, expected] of Object.entries({
  abortion: '0.6521 0.6142 0.6536 0.4079 0.4311 0.4786 0.4010',
  atheism: '0.7515 0.7197 0.7909 0.5822 0.5982 0.3182 0.5724',
  climate: '0.4462 0.5431 0.8284 0.5694 0.5754 0.2249 0.3936',
  feminist: '0.5999 0.6307 0.6351 0.4149 0.4465 0.6175 0.2961',
  hillary: '0.6896 0.6710 0.7322 0.5068 0.5109 0.3593 0.4941',
})) {
  test(`the scores of the target ${target} alone are the known ones`, () => {
    const found = scoresOf(itemsOf([target]));
    const { semeval2016, macro3, accuracy, kappa, mcc, mae, qwk } = found;
    assert.is([semeval2016, macro3, accuracy, kappa, mcc, mae, qwk].join(' '), expected);
    assert.is(found['semeval2016-per-target'], semeval2016);
  });
}

test('a constant prediction has its known scores and no kappa to speak of', () => {
  const { semeval2016, macro3, accuracy, kappa, mcc, mae, qwk } = scoresOf(itemsOf(ALL), 1);
  assert.is(
    [semeval2016, macro3, accuracy, kappa, mcc, mae, qwk].join(' '),
    '0.3641 0.2427 0.5725 0.0000 0.0000 0.6709 0.0000',
  );
  const none = scoresOf(
    itemsOf(ALL, () => 'NONE'),
    1,
  );
  assert.is(none['semeval2016'], '0.0000');
});

test("McNemar's test against the constant is the known one", () => {
  const { first_only, second_only, chi_square, p_value } = mcNemar(foldItems(itemsOf(ALL)), [0, 1]);
  assert.equal([first_only, second_only, chi_square!.toFixed(3)], [400, 221, '51.021']);
  assert.ok(p_value! > 1e-14 && p_value! < 1e-11);
  const same = mcNemar(foldItems(itemsOf(ALL)), [0, 0]);
  assert.equal([same.first_only, same.second_only, same.chi_square, same.p_value], [0, 0, null, null]);
  assert.ok(same.reason);
});

test('the item bootstrap of the official score is the known interval', () => {
  const sample = foldItems(itemsOf(ALL));
  const [official] = scoreResults(sample, 0, { bootstrap: 2000, seed: 1 });
  assert.ok(Math.abs(official!.ci![0] - 0.6954) < 0.01, String(official!.ci));
  assert.ok(Math.abs(official!.ci![1] - 0.7498) < 0.01, String(official!.ci));
  assert.is(official!.ci_method, 'bootstrap percentile by unit');
});

test('items of a cluster are drawn together', () => {
  const copies = itemsOf(['climate']).flatMap((item, i) =>
    Array.from({ length: 6 }, () => ({ ...item, cluster: `d${i}` })),
  );
  const width = (items: readonly ScoredItem[]): number => {
    const [official] = scoreResults(foldItems(items), 0, { bootstrap: 1000 });
    return official!.ci![1] - official!.ci![0];
  };
  const single = width(itemsOf(['climate']));
  assert.ok(Math.abs(width(copies) / single - 1) < 0.2);
  assert.ok(width(copies.map((item) => ({ ...item, cluster: null }))) < single / 1.8);
});

test('two systems are compared on the same draws', () => {
  const sample = foldItems(itemsOf(ALL));
  const [official] = scoreDifferences(sample, [0, 1], { bootstrap: 500 });
  assert.is(official!.difference!.toFixed(4), (0.7244 - 0.3641).toFixed(4));
  assert.ok(official!.ci![0] > 0.3);
  const [same] = scoreDifferences(sample, [0, 0], { bootstrap: 100 });
  assert.equal(same!.ci, [0, 0]);
});

test('gold against gold is 1, the named scorer keeps its 0/0, and undefined scores say why', () => {
  const gold = itemsOf(ALL).map((item) => ({ ...item, predictions: [item.gold] }));
  const { mae, xstance, rumoureval, ...rest } = scoresOf(gold);
  assert.equal([mae, xstance, rumoureval], ['0.0000', 'null', 'null']);
  for (const [name, value] of Object.entries(rest)) assert.is(value, '1.0000', name);
  const none = [
    { gold: 'NONE', predictions: ['NONE'] },
    { gold: 'NONE', predictions: ['NONE'] },
  ];
  const single = scoresOf(none);
  assert.is(single['semeval2016'], '0.0000');
  assert.is(single['accuracy'], '1.0000');
  assert.is(single['kappa'], 'null');
  assert.is(single['mcc'], 'null');
});

test('no items and missing classes give reasons', () => {
  for (const { value, reason, ci } of scoreResults(foldItems([]), 0, { bootstrap: 10 })) {
    assert.is(value, null);
    assert.is(ci, null);
    assert.ok(reason);
  }
  const other = scoreResults(foldItems([{ gold: 'pro', predictions: ['con'] }]));
  assert.match(other.find(({ score }) => score === 'semeval2016')!.reason!, /no category "favor"/);
  assert.match(other.find(({ score }) => score === 'macro3')!.reason!, /needs three categories, there are 2/);
  assert.match(other.find(({ score }) => score === 'qwk')!.reason!, /order is not declared/);
});

test('per class precision, recall and F1 are those of the Perl scorer', () => {
  const sample = foldItems(itemsOf(ALL));
  const { categories, pooled } = confusionTables(sample, 0, sample.frequency);
  const classes = Object.fromEntries(classScores(categories, pooled).map((one) => [one.category, one]));
  const printed = (name: string): string =>
    [classes[name]!.precision, classes[name]!.recall, classes[name]!.f1].map((x) => x!.toFixed(4)).join(' ');
  assert.is(printed('FAVOR'), '0.6201 0.7730 0.6881');
  assert.is(printed('AGAINST'), '0.8459 0.6909 0.7606');
  assert.is(classes['NONE']!.support, 230);
});

test('a class that is never predicted has no precision, one that is not in gold no recall', () => {
  const table = Float64Array.of(0, 3, 0, 2);
  const [first, second] = classScores(['a', 'b'], table);
  assert.is(first!.precision, null);
  assert.is(first!.recall, 0);
  assert.is(first!.f1, 0);
  assert.is(second!.recall, 1);
});

test.run();
