import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { exitCodes, worst } from '../../src/cli/exit-codes.js';
import { countFindings, findingsText } from '../../src/cli/print-findings.js';
import { finding } from '../../src/model/findings.js';

const test = suite('findings on the terminal');

test('findings are in the order of their places; many of one rule are counted', () => {
  const many = [3, 1, 2].map((line) => finding('a/b', { file: 'f', line }, `n${line}`));
  assert.is(findingsText(many, { most: 2 }), 'f:1 error a/b  n1\nf:2 error a/b  n2\n… and 1 more of a/b (3 in all)\n');
});

test('findings that say the same are folded', () => {
  const many = [1, 2, 3, 4, 5].map((line) => finding('a/b', { file: 'f', line }, 'm'));
  assert.match(findingsText(many), /f:3 error a\/b {2}m\n {4}… and 2 more that say the same \(5 in all\)\n$/);
});

test('severities are counted', () => {
  const of = (severity: 'error' | 'warning') => finding('a/b', { file: 'f' }, 'm', { severity });
  assert.equal(countFindings([of('error'), of('warning'), of('warning')]), { error: 1, warning: 2, info: 0 });
});

test('a fault outranks wrong use, that an unreadable file, that errors in the data', () => {
  const { fault, wrongUse, unreadable, dataErrors, clean } = exitCodes;
  assert.is(worst([dataErrors, unreadable, wrongUse, fault]), fault);
  assert.is(worst([dataErrors, unreadable, wrongUse]), wrongUse);
  assert.is(worst([dataErrors, unreadable]), unreadable);
  assert.is(worst([clean, dataErrors]), dataErrors);
  assert.is(worst([]), clean);
});

test.run();
