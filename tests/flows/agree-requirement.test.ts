import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkRequirement, parseRequirement } from '../../src/flows/agree-requirement.js';
import { agreementResults } from '../../src/measures/agreement-results.js';
import { labelMatrix } from '../../src/measures/label-matrix.js';
import { UsageError } from '../../src/model/errors.js';

const test = suite('requirements');

const matrix = labelMatrix(
  ['11', '12', '22', '33', '23', '11', '33'].flatMap((labels, u) =>
    [...labels].map((label, a) => ({ unit: `u${u}`, annotator: `a${a}`, label })),
  ),
);
const nominal = agreementResults(matrix, { coefficients: ['krippendorff_alpha', 'gwet_ac1'] });
const both = agreementResults(matrix, { coefficients: ['krippendorff_alpha'], distances: ['nominal', 'ordinal'] });

test('a requirement is met or not, in one line', () => {
  const met = checkRequirement(parseRequirement('krippendorff_alpha.value >= 0.5'), nominal);
  assert.ok(met.met);
  assert.match(met.line, /: met, value is 0\.\d{3}/);
  const unmet = checkRequirement(parseRequirement('gwet_ac1.ci_low>.99'), nominal);
  assert.not(unmet.met);
  assert.match(unmet.line, /NOT met, ci_low is .*; a study of this size would fail in \d+ % of cases at a true 0.8/);
});

test('a level chooses among several, without it they are ambiguous', () => {
  assert.throws(() => checkRequirement(parseRequirement('krippendorff_alpha.value > 0'), both), /ambiguous/);
  const { found } = checkRequirement(parseRequirement('krippendorff_alpha:ordinal.value > 0'), both);
  assert.is(found, both[1]!.value);
});

test('an undefined figure meets nothing', () => {
  const alone = agreementResults(labelMatrix([{ unit: 'u', annotator: 'a', label: 'x' }]), {
    coefficients: ['gwet_ac1'],
  });
  const { met, line } = checkRequirement(parseRequirement('gwet_ac1.value >= -1'), alone);
  assert.not(met);
  assert.match(line, 'not defined: needs at least 2 annotators');
});

test('what is not of the form or not computed is wrong use', () => {
  for (const text of [
    'alpha',
    'gwet_ac1 >= 0.5',
    'gwet_ac1.se >= 0.5',
    'gwet_ac1.value ~ 0.5',
    'gwet_ac1.value >= x',
  ]) {
    assert.throws(
      () => parseRequirement(text),
      (error: unknown) => error instanceof UsageError,
    );
  }
  assert.throws(() => checkRequirement(parseRequirement('fleiss_kappa.value > 0'), nominal), /no such result/);
});

test('each operator compares as it says', () => {
  const value = nominal[0]!.value!;
  const met = (operator: string, bound: number): boolean =>
    checkRequirement(parseRequirement(`krippendorff_alpha.value ${operator} ${bound}`), nominal).met;
  assert.equal(
    ['>=', '>', '<=', '<', '=='].map((operator) => met(operator, value)),
    [true, false, true, false, true],
  );
});

test.run();
