import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { AgreementOptions } from '../../src/measures/agreement-jobs.js';
import { agreementResults } from '../../src/measures/agreement-results.js';
import { COEFFICIENTS } from '../../src/measures/coefficients/index.js';
import { labelMatrix, type LabelMatrix } from '../../src/measures/label-matrix.js';

const test = suite('agreement results');

/** Labels by unit, one string a unit: a letter or digit an annotator, "." missing. */
const matrixOf = (units: readonly string[], order: readonly string[] = []): LabelMatrix =>
  labelMatrix(
    units.flatMap((labels, unit) =>
      [...labels].map((label, a) => ({
        unit: `u${unit}`,
        annotator: `a${a}`,
        label: label === '.' ? '' : label,
      })),
    ),
    { order },
  );

const one = (matrix: LabelMatrix, name: string, options: AgreementOptions = {}) =>
  agreementResults(matrix, { coefficients: [name], ...options })[0]!;

/** Coefficients that need neither numbers nor an order; those of ratings are tested in coefficients/ratings.test.ts. */
const NOMINAL = COEFFICIENTS.filter(({ scale }) => scale !== 'values');

test('where all labels are the same only percent agreement is defined', () => {
  const matrix = matrixOf(['xx', 'xx', 'xx']);
  for (const result of agreementResults(matrix, { coefficients: NOMINAL })) {
    if (result.coefficient === 'percent_agreement' || result.coefficient === 'specific_agreement') {
      assert.is(result.value, 1);
    } else {
      assert.is(result.value, null, result.coefficient);
      assert.match(result.reason!, 'all labels are the same category');
      assert.is(result.ci, null);
      assert.is(result.p_value, null);
    }
  }
});

test('a declared category that nobody used does not define them', () => {
  const matrix = matrixOf(['xx', 'xx', 'xx'], ['x', 'y']);
  for (const { name, per } of COEFFICIENTS) {
    if (per === 'category' || name === 'percent_agreement') continue;
    assert.is(one(matrix, name).value, null, name);
  }
});

test('one annotator, one unit and no overlap each give a reason and no number', () => {
  for (const { name, per } of NOMINAL) {
    if (per === 'category') continue;
    assert.match(one(matrixOf(['x', 'y']), name).reason!, /^needs (at least )?2 annotators, there is 1$/);
    assert.match(one(matrixOf(['x.', '.y']), name).reason!, /no unit has two labels/);
    if (name !== 'percent_agreement') assert.match(one(matrixOf(['xy']), name).reason!, /only one unit has two labels/);
  }
  assert.is(one(matrixOf(['xy']), 'percent_agreement').value, 0);
});

test('no labels at all give reasons too', () => {
  for (const result of agreementResults(labelMatrix([]))) {
    assert.is(result.value, null);
    assert.ok(result.reason);
  }
});

test('no result ever holds a number that is none', () => {
  const cases = [
    ['xy', 'yx'],
    ['xx', 'yy'],
    ['xxy', '.yy', 'z..'],
    ['x.', 'xy'],
    ['xx', 'xx', 'x.', 'yy'],
  ];
  for (const units of cases) {
    const all = agreementResults(matrixOf(units), {
      bootstrap: 50,
      weights: ['identity', 'linear'],
      distances: ['nominal', 'ordinal'],
    });
    for (const result of all) {
      const numbers = JSON.stringify(result, (_, value: unknown) =>
        typeof value === 'number' && !Number.isFinite(value) ? 'BAD' : value,
      );
      assert.not.match(numbers, 'BAD');
      assert.is(result.value === null, result.reason !== null);
    }
  }
});

test('labels without an order have no ordinal agreement, with one they have', () => {
  const units = ['aa', 'ab', 'bc', 'cc', 'ca'];
  const options: AgreementOptions = { distances: ['ordinal'], weights: ['linear'] };
  assert.match(one(matrixOf(units), 'krippendorff_alpha', options).reason!, /order is not declared/);
  assert.match(one(matrixOf(units), 'cohen_kappa', options).reason!, /order is not declared/);
  assert.type(one(matrixOf(units, ['c', 'a', 'b']), 'krippendorff_alpha', options).value, 'number');
  assert.type(one(matrixOf(units, ['c', 'a', 'b']), 'cohen_kappa', options).value, 'number');
});

test('ratio over values that sum to zero is refused, not guessed', () => {
  const cells = ['-1', '1', '2', '1'].map((label, i) => ({ unit: `u${i >> 1}`, annotator: `a${i & 1}`, label }));
  const result = one(labelMatrix(cells), 'krippendorff_alpha', { distances: ['ratio'] });
  assert.is(result.value, null);
  assert.match(result.reason!, /not defined for the values/);
});

test('pairs and categories each get their own result', () => {
  const matrix = matrixOf(['xyx', 'yyx', 'xxx']);
  const pairs = agreementResults(matrix, { coefficients: ['cohen_kappa'] });
  assert.equal(
    pairs.map(({ annotators }) => annotators!.join('-')),
    ['a0-a1', 'a0-a2', 'a1-a2'],
  );
  const classes = agreementResults(matrix, { coefficients: ['specific_agreement'] });
  assert.equal(
    classes.map(({ category }) => category),
    ['x', 'y'],
  );
});

test('dropped units are counted by their reason', () => {
  const matrix = matrixOf(['xx', 'xy', 'yy', 'x.', '.y']);
  const alpha = one(matrix, 'krippendorff_alpha');
  assert.equal([alpha.units, alpha.pairable_units, alpha.dropped], [5, 3, { 'one label': 2 }]);
  assert.equal(one(matrix, 'fleiss_kappa').dropped, {});
  assert.equal(one(matrix, 'cohen_kappa').dropped, { 'labelled by one of the two': 2 });
});

test('the reported interval is the bootstrap one where there is one, and both are kept', () => {
  const matrix = matrixOf(['xx', 'xy', 'yy', 'xx', 'yy', 'yx', 'xx', 'yy']);
  const plain = one(matrix, 'fleiss_kappa');
  assert.match(plain.ci_method!, /^t, 7 degrees of freedom/);
  assert.is(plain.seed, undefined);
  const drawn = one(matrix, 'fleiss_kappa', { bootstrap: 200, seed: 3 });
  assert.is(drawn.ci_method, 'bootstrap percentile by unit');
  assert.is(drawn.seed, 3);
  assert.is(drawn.intervals.length, 2);
  assert.is(drawn.se, plain.se);
});

test('a p-value too small for a number keeps its logarithm', () => {
  const units = Array.from({ length: 60_000 }, (_, i) => (i % 300 === 0 ? 'xy' : i % 2 ? 'xx' : 'yy'));
  const result = one(matrixOf(units), 'gwet_ac1');
  assert.is(result.p_value, Number.MIN_VALUE);
  assert.ok(result.p_log10! < -1000);
  assert.ok(Number.isFinite(result.p_log10));
});

/** Votes (agrees, neutral, disagrees : units) of a news stance set with eight annotators a sentence. */
const VOTES =
  '008:56 017:44 026:34 035:29 044:36 053:32 062:37 071:61 080:74 107:20 116:34 125:29 134:33 143:31 152:40 161:66 ' +
  '170:116 206:10 215:10 224:17 233:23 242:23 251:56 260:113 305:2 314:3 323:10 332:22 341:58 350:117 413:3 422:9 ' +
  '431:48 440:112 512:13 521:53 530:117 602:2 611:37 620:140 701:51 710:114 800:115';

test('the vote patterns of a real stance set give its published agreement', () => {
  const units = VOTES.split(' ').flatMap((pattern) => {
    const [votes, count] = pattern.split(':') as [string, string];
    const labels = [...votes].map((n, code) => String(1 - code + 1).repeat(Number(n))).join('');
    return Array.from({ length: Number(count) }, () => labels);
  });
  const matrix = matrixOf(units);
  assert.is(matrix.unitIds.length, 2050);
  const near = (value: number | null, expected: number): void => {
    assert.is(value?.toFixed(4), expected.toFixed(4));
  };
  near(one(matrix, 'percent_agreement').value, 0.5754);
  near(one(matrix, 'fleiss_kappa').value, 0.3302);
  near(one(matrix, 'gwet_ac1').value, 0.3783);
  const alphas = agreementResults(matrix, {
    coefficients: ['krippendorff_alpha'],
    distances: ['nominal', 'ordinal', 'interval'],
  });
  near(alphas[0]!.value, 0.3303);
  near(alphas[1]!.value, 0.4283);
  near(alphas[2]!.value, 0.4387);
});

test.run();
