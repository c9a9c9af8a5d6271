import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { finding } from '../../src/model/findings.js';
import { tallyFindings } from '../../src/reports/findings/tally.js';
import { refusalText } from '../../src/cli/release-refusal.js';

const test = suite('release refusal');

/** The last line about a release of 0.2.0 in which these rules speak, each as an error. */
const said = (...rules: readonly string[]): string => {
  const tally = tallyFindings();
  tally.add(finding('label/tie', { file: 'a.csv' }, 'a tie', { severity: 'warning' }));
  rules.forEach((rule, i) => tally.add(finding(rule, { file: 'a.csv', line: i + 2 }, 'wrong')));
  return refusalText(tally.result(), '0.2.0');
};

test('errors of the dataset are counted, one in the singular', () => {
  assert.is(said('table/value'), 'nothing was released: 1 error in the dataset');
  assert.is(said('table/value', 'tombstone/reused'), 'nothing was released: 2 errors in the dataset');
});

test('what is wrong against earlier releases is no error of the dataset: the version can not be given', () => {
  assert.is(
    said('release/version-too-low'),
    "nothing was released: version 0.2.0 can't be given (1 error against earlier releases)",
  );
  assert.is(
    said('release/version-reused', 'release/id-vanished', 'release/id-reused'),
    "nothing was released: version 0.2.0 can't be given (3 errors against earlier releases)",
  );
});

test('both are said where there are both', () => {
  assert.is(
    said('release/id-vanished', 'table/value', 'table/value'),
    "nothing was released: 2 errors in the dataset, and version 0.2.0 can't be given (1 error against earlier releases)",
  );
});

test.run();
