import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { agreementResults } from '../../../src/measures/agreement-results.js';
import { labelMatrix, type LabelMatrix } from '../../../src/measures/label-matrix.js';
import type { Result } from '../../../src/measures/result.js';

const test = suite('coefficients of ratings');

const RATINGS = [
  'kendall_w',
  'kendall_w_uncorrected',
  'icc_1_1',
  'icc_2_1',
  'icc_3_1',
  'icc_1_k',
  'icc_2_k',
  'icc_3_k',
];

/** Ratings, one row a unit; null is missing. */
const matrixOf = (rows: readonly (readonly (number | string | null)[])[], order: readonly string[] = []): LabelMatrix =>
  labelMatrix(
    rows.flatMap((row, unit) =>
      row.map((label, a) => ({ unit: `u${unit}`, annotator: `a${a}`, label: label === null ? '' : String(label) })),
    ),
    { order },
  );

const of = (matrix: LabelMatrix, coefficients: readonly string[] = RATINGS): Result[] =>
  agreementResults(matrix, { coefficients });

const value = (matrix: LabelMatrix, name: string): number | null => of(matrix, [name])[0]!.value;

const spread = [
  [1, 2],
  [3, 3],
  [5, 4],
  [2, 2],
] as const;

test('equal ratings are complete agreement, without an interval or a test to go wrong', () => {
  for (const result of of(
    matrixOf([
      [1, 1],
      [2, 2],
      [4, 4],
    ]),
  )) {
    if (result.coefficient === 'kendall_w_uncorrected') continue;
    assert.is(result.value, 1, result.coefficient);
    assert.is(result.ci, null);
  }
});

test('a constant added by one annotator leaves consistency complete and lowers agreement', () => {
  const shifted = matrixOf([
    [1, 2],
    [2, 3],
    [4, 5],
    [6, 7],
  ]);
  assert.ok(Math.abs(value(shifted, 'icc_3_1')! - 1) < 1e-12);
  assert.ok(value(shifted, 'icc_2_1')! < 1);
  assert.is(value(shifted, 'kendall_w'), 1);
});

test('units that somebody left out are dropped, and counted', () => {
  const complete = of(matrixOf(spread));
  const gaps = of(matrixOf([...spread, [5, null], [null, 1]]));
  gaps.forEach((result, i) => {
    assert.is(result.value, complete[i]!.value);
    assert.equal(result.dropped, { 'not labelled by all': 2 });
  });
});

test('averages follow from single ratings by Spearman and Brown', () => {
  const matrix = matrixOf([
    [1, 2, 2],
    [3, 3, 4],
    [5, 4, 5],
    [2, 2, 1],
  ]);
  for (const [one, mean] of [
    ['icc_1_1', 'icc_1_k'],
    ['icc_2_1', 'icc_2_k'],
    ['icc_3_1', 'icc_3_k'],
  ] as const) {
    const single = value(matrix, one)!;
    assert.ok(Math.abs((3 * single) / (1 + 2 * single) - value(matrix, mean)!) < 1e-12, mean);
  }
  const [, stepped] = of(matrix, ['icc_2_1', 'icc_2_k']).map(({ intervals }) => intervals);
  assert.is(stepped!.length, 2);
  assert.match(stepped![0]!.method, 'Spearman-Brown');
});

test('words need a declared order, which then gives positions', () => {
  const words = [
    ['low', 'mid'],
    ['mid', 'mid'],
    ['high', 'high'],
    ['low', 'low'],
  ];
  for (const result of of(matrixOf(words))) {
    assert.is(result.value, null);
    assert.match(result.reason!, 'order is not declared');
  }
  const numbers = matrixOf([
    [1, 2],
    [2, 2],
    [3, 3],
    [1, 1],
  ]);
  of(matrixOf(words, ['low', 'mid', 'high'])).forEach((result, i) => assert.is(result.value, of(numbers)[i]!.value));
});

test('one unit, one value and units that do not differ give a reason', () => {
  for (const { value: found, reason, test: tested } of [
    ...of(matrixOf([[1, 2]])),
    ...of(
      matrixOf([
        [3, 3],
        [3, 3],
        [3, 3],
      ]),
    ),
    ...of(
      matrixOf([
        [1, null],
        [null, 2],
      ]),
    ),
  ]) {
    assert.is(found, null);
    assert.ok(reason!.length > 0);
    assert.is(tested, undefined);
  }
  assert.is(
    value(
      matrixOf([
        [1, 2],
        [2, 1],
      ]),
      'icc_1_k',
    ),
    null,
  );
  assert.is(
    value(
      matrixOf([
        [1, 2],
        [2, 1],
      ]),
      'icc_2_1',
    ),
    null,
  );
});

test('the same value written in two ways is one rank', () => {
  const plain = matrixOf([
    [1, 2],
    [2, 2],
    [3, 3],
  ]);
  const mixed = matrixOf([
    ['1', '2.0'],
    ['2', '2'],
    ['3', '3.0'],
  ]);
  assert.is(value(mixed, 'kendall_w'), value(plain, 'kendall_w'));
});

test('bootstrap intervals stand behind the F interval', () => {
  const [result] = agreementResults(matrixOf([...spread, [4, 5], [1, 1]]), {
    coefficients: ['icc_2_1'],
    bootstrap: 100,
    interval: 'bca',
  });
  assert.equal(
    result!.intervals.map(({ method }) => method),
    ['F', 'bootstrap percentile by unit', 'bootstrap BCa by unit'],
  );
  assert.is(result!.p_sided, 'one');
});

test.run();
