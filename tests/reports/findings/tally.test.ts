import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { finding } from '../../../src/model/findings.js';
import type { Finding } from '../../../src/model/generated.js';
import { problemsOf } from '../../../src/reports/findings/finding-report.js';
import { reportFindings, tallyFindings } from '../../../src/reports/findings/tally.js';

const test = suite('tally of findings');

const at = (line: number, value: string | null, severity: Finding['severity'] = 'error'): Finding =>
  finding('table/value', { file: 'a.csv', line }, `"${value}" is wrong`, { field: 'stance', value, severity });

test('every finding is counted, the first of each rule and severity are kept, in order of place', () => {
  const { findings, counts, rules } = reportFindings(
    [at(5, 'e'), at(3, 'c'), at(4, 'd', 'warning'), at(1, 'a'), finding('a/b', { file: 'a.csv', line: 2 }, 'm')],
    { most: 2 },
  );
  assert.equal(
    findings.map(({ line }) => line),
    [2, 3, 4, 5],
  );
  assert.equal(counts, { error: 4, warning: 1, info: 0 });
  assert.equal(rules, [
    { rule: 'table/value', severity: 'error', count: 3, known: 0, shown: 2 },
    { rule: 'a/b', severity: 'error', count: 1, known: 0, shown: 1 },
    { rule: 'table/value', severity: 'warning', count: 1, known: 0, shown: 1 },
  ]);
});

test('findings that are only counted enter every count, also that of what they repeat', () => {
  const tally = tallyFindings({ most: 2 });
  assert.is(tally.isFull('table/value'), false);
  tally.add(at(1, 'suport'));
  tally.add(at(2, 'suport'));
  assert.is(tally.isFull('table/value'), true);
  assert.is(tally.isFull('table/value', 'warning'), false);
  for (let i = 0; i < 188; i++) tally.count('table/value', 'error', { field: 'stance', value: 'suport' });
  tally.count('table/value', 'error', { n: 10 });
  const { findings, counts, rules, repeats, blocking } = tally.result();
  assert.is(findings.length, 2);
  assert.is(counts.error, 200);
  assert.is(blocking, 200);
  assert.equal(rules, [{ rule: 'table/value', severity: 'error', count: 200, known: 0, shown: 2 }]);
  assert.equal(
    repeats.map(({ first, count }) => [first.line, first.value, count]),
    [[1, 'suport', 190]],
  );
});

test('a long value that is only counted is found in its group, in which it stands cut', () => {
  const long = 'x'.repeat(500);
  const tally = tallyFindings();
  tally.add(at(1, long));
  tally.add(at(2, long));
  tally.count('table/value', 'error', { field: 'stance', value: long });
  assert.is(tally.result().repeats[0]!.count, 3);
});

test('a rule whose findings are only counted is reported too', () => {
  const tally = tallyFindings({ most: 0 });
  assert.is(tally.isFull('a/b'), true);
  tally.count('a/b', 'warning', { n: 3, known: true });
  assert.equal(tally.result(), {
    findings: [],
    counts: { error: 0, warning: 3, info: 0 },
    rules: [{ rule: 'a/b', severity: 'warning', count: 3, known: 3, shown: 0 }],
    repeats: [],
    known: 3,
    blocking: 0,
  });
});

test('known findings are counted and not shown; only errors that are not known block', () => {
  const tally = tallyFindings();
  tally.add(at(1, 'a'), { known: true });
  tally.add(at(2, 'a'), { known: true });
  tally.add(at(3, 'a'));
  tally.add(at(4, 'b', 'warning'));
  const { findings, counts, known, blocking, repeats } = tally.result();
  assert.equal(
    findings.map(({ line }) => line),
    [3, 4],
  );
  assert.equal(counts, { error: 3, warning: 1, info: 0 });
  assert.is(known, 2);
  assert.is(blocking, 1);
  assert.equal(repeats, []);
});

test('findings say the same by field and value, or by message where there is no value', () => {
  const say = (message: string, field: string | null, value: string | null, line: number): Finding =>
    finding('a/b', { file: 'f', line }, message, { field, value });
  const { repeats } = reportFindings([
    say('one', 'x', 'v', 9),
    say('two', 'x', 'v', 8),
    say('one', 'y', 'v', 7),
    say('blank', null, null, 6),
    say('blank', null, null, 5),
    say('blank', null, null, 4),
    say('other', null, null, 3),
  ]);
  assert.equal(
    repeats.map(({ first, count }) => [first.message, first.line, count]),
    [
      ['blank', 4, 3],
      ['two', 8, 2],
    ],
  );
});

test('groups are bounded: what is first said when there is no room belongs to none, counts stay exact', () => {
  const findings = Array.from({ length: 100 }, (_, i) => at(i + 1, `v${i % 10}`));
  const { repeats, counts } = reportFindings(findings, { groups: 3 });
  assert.is(counts.error, 100);
  assert.equal(
    repeats.map(({ first, count }) => [first.value, count]),
    [
      ['v0', 10],
      ['v1', 10],
      ['v2', 10],
    ],
  );
});

test('with no limit every finding is kept', () => {
  const findings = Array.from({ length: 3000 }, (_, i) => at(i + 1, `v${i}`));
  assert.equal(reportFindings(findings, { most: Infinity }).findings, findings);
  assert.is(reportFindings(findings).findings.length, 1000);
});

test('problems are errors and warnings', () => {
  const { findings, rules } = problemsOf(reportFindings([at(1, 'a'), at(2, 'b', 'info'), at(3, 'c', 'warning')]));
  assert.equal(
    findings.map(({ severity }) => severity),
    ['error', 'warning'],
  );
  assert.is(rules.length, 2);
});

test('a million findings take no more room than a thousand', () => {
  const tally = tallyFindings();
  for (let i = 0; i < 1_000_000; i++) {
    if (!tally.isFull('table/value')) tally.add(at(i, `value ${i}`));
    else tally.count('table/value', 'error', { field: 'stance', value: `value ${i}` });
  }
  const { findings, counts, repeats } = tally.result();
  assert.is(counts.error, 1_000_000);
  assert.is(findings.length, 1000);
  assert.is(repeats.length, 0);
});

test.run();
