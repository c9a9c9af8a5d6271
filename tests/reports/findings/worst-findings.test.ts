import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { finding } from '../../../src/model/findings.js';
import type { Finding } from '../../../src/model/generated.js';
import { reportFindings } from '../../../src/reports/findings/tally.js';
import { worstFindings } from '../../../src/reports/findings/worst-findings.js';

const test = suite('worst findings');

const of = (rule: string, line: number, value: string, severity: Finding['severity'] = 'error'): Finding =>
  finding(rule, { file: 'f', line }, 'm', { value, severity });

test('errors come before warnings, and every rule has its say before one has two', () => {
  const report = reportFindings([
    of('w/w', 1, 'w', 'warning'),
    ...Array.from({ length: 20 }, (_, i) => of('loud/rule', i + 2, `v${i}`)),
    of('quiet/rule', 90, 'q'),
  ]);
  assert.equal(
    worstFindings(report, 4).map(({ first }) => `${first.rule} ${first.line}`),
    ['loud/rule 2', 'quiet/rule 90', 'loud/rule 3', 'loud/rule 4'],
  );
  assert.is(worstFindings(report, 100).at(-1)!.first.rule, 'w/w');
});

test('what repeats is told once, with its count', () => {
  const report = reportFindings([of('a/b', 3, 'same'), of('a/b', 1, 'same'), of('a/b', 2, 'other')], { most: 2 });
  assert.equal(
    worstFindings(report).map(({ first, count }) => [first.line, first.value, count]),
    [[1, 'same', 2]],
  );
});

test.run();
