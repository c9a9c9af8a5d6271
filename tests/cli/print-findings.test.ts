import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { exitCodes, worst } from '../../src/cli/exit-codes.js';
import { FindingTally } from '../../src/cli/finding-tally.js';
import { countFindings, findingsText, findingText } from '../../src/cli/print-findings.js';
import { finding } from '../../src/model/findings.js';
import type { Finding } from '../../src/model/generated.js';

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

test('a long run keeps some findings of each rule and counts them all', () => {
  const tally = new FindingTally();
  const of = (severity: Finding['severity'], line: number) => finding('a/b', { file: 'f', line }, 'm', { severity });
  for (let line = 1; line <= 250; line++) tally.add([of('warning', line), of('info', line)]);
  tally.add([finding('c/d', { file: 'f' }, 'm')]);
  assert.equal(tally.counts, { error: 1, warning: 250, info: 250 });
  assert.is(tally.problems.length, 101);
  const text = findingsText(tally.problems, { most: 1, ofRule: tally.ofRule });
  assert.match(text, '… and 249 more of a/b (250 in all)');
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
