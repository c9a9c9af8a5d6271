import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { exitCodes, worst } from '../../src/cli/exit-codes.js';
import { countFindings, findingsText, findingText } from '../../src/cli/print-findings.js';
import { finding } from '../../src/model/findings.js';

const test = suite('findings on the terminal');

test('a finding names its place first, then what and what to do', () => {
  const found = finding('metadata/value', { file: 'a.json', line: 3, column: 7 }, 'it is wrong', {
    record_id: 'one',
    allowed: ['x', 'y'],
    suggestion: { value: 'x', safe: true },
  });
  assert.is(
    findingText(found),
    'a.json:3:7 error metadata/value  one  it is wrong\n    allowed: x, y · did you mean "x"?',
  );
  assert.is(findingText(finding('a/b', { file: null }, 'it is wrong')), '- error a/b  it is wrong');
});

test('findings are in the order of their places; many of one rule are counted', () => {
  const many = [3, 1, 2].map((line) => finding('a/b', { file: 'f', line }, `n${line}`));
  assert.is(findingsText(many, { most: 2 }), 'f:1 error a/b  n1\nf:2 error a/b  n2\n… and 1 more of a/b (3 in all)\n');
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
