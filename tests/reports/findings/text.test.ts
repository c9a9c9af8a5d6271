import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { finding } from '../../../src/model/findings.js';
import type { Finding } from '../../../src/model/generated.js';
import type { PrintedFindings } from '../../../src/reports/findings/format.js';
import { findingText } from '../../../src/reports/findings/finding-text.js';
import { text } from '../../../src/reports/findings/text.js';
import { tallyFindings } from '../../../src/reports/findings/tally.js';
import { hostileFinding, printedOf } from './hostile.js';

const test = suite('findings as text');

const linesOf = (printed: PrintedFindings): string[] => [...text.print(printed)].join('').trimEnd().split('\n');
const wrong = (line: number, value: string): Finding =>
  finding('table/value', { file: 'a.csv', line, column: 12 }, `"${value}" is not a stance`, {
    field: 'stance',
    value,
    record_id: `st_${line}`,
  });

test('a finding names its place first, then what and what to do', () => {
  const found = finding('metadata/value', { file: 'a.json', line: 3, column: 7 }, 'it is wrong', {
    record_id: 'one',
    allowed: ['x', 'y'],
    suggestion: { value: 'x', safe: true },
    related: [{ file: 'b.csv', line: 4, column: null }],
  });
  const said = 'a.json:3:7 error metadata/value  one  it is wrong\n    allowed: x, y · did you mean "x"?';
  assert.is(findingText(found), `${said} · see b.csv:4`);
  assert.is(findingText(found, { fix: true }), `${said} (--fix can apply it) · see b.csv:4`);
  const unsafe = { ...found, suggestion: { value: 'x', safe: false }, related: [] };
  assert.is(findingText(unsafe, { fix: true }), said);
  assert.is(findingText(finding('a/b', { file: null }, 'it is wrong')), '- error a/b  it is wrong');
});

test('a file whose name would be read as a command of a build log is told with its folder', () => {
  assert.is(findingText(finding('a/b', { file: '::error::x' }, 'm')), './::error::x error a/b  m');
  assert.is(findingText(finding('a/b', { file: ':', line: 1 }, 'm')), './::1 error a/b  m');
});

test('of findings that say the same the first three are written out, the rest is counted where they end', () => {
  const found = [...Array.from({ length: 190 }, (_, i) => wrong(i + 2, 'suport')), wrong(500, 'pro')];
  assert.equal(linesOf(printedOf(found, { most: 50 })), [
    'a.csv:2:12 error table/value  st_2  "suport" is not a stance',
    'a.csv:3:12 error table/value  st_3  "suport" is not a stance',
    'a.csv:4:12 error table/value  st_4  "suport" is not a stance',
    '    … and 187 more with stance "suport" (190 in all)',
    '… and 1 more of table/value (191 in all)',
    '1 file, 2,301 rows: 191 errors, 0 warnings',
  ]);
});

test('of very many different findings of a rule twenty are written out; the rest is counted', () => {
  const found = Array.from({ length: 1500 }, (_, i) => wrong(i + 2, `v${i}`));
  const lines = linesOf(printedOf(found, { most: 100 }));
  assert.is(lines.filter((line) => line.startsWith('a.csv:')).length, 20);
  assert.equal(lines.slice(-2), [
    '… and 1,480 more of table/value (1,500 in all)',
    '1 file, 2,301 rows: 1,500 errors, 0 warnings',
  ]);
});

test('findings without a value are the same by their message', () => {
  const blank = (line: number): Finding =>
    finding('csv/blank-row', { file: 'a.csv', line, column: 1 }, 'the row is blank', { severity: 'warning' });
  const lines = linesOf(printedOf([1, 2, 3, 4, 5].map(blank)));
  assert.is(lines[3], '    … and 2 more that say the same (5 in all)');
  assert.is(lines.length, 5);
});

test('several rules are listed with exact counts, known findings told apart, above a last line with all of it', () => {
  const tally = tallyFindings();
  tally.add(wrong(2, 'a'));
  tally.add(wrong(3, 'b'), { known: true });
  tally.count('csv/blank-row', 'warning', { n: 1200 });
  tally.count('label/tie', 'info', { n: 2 });
  assert.equal(linesOf({ ...printedOf([]), report: tally.result() }), [
    'a.csv:2:12 error table/value  st_2  "a" is not a stance',
    '… and 1,200 more of csv/blank-row (1,200 in all)',
    '… and 2 more of label/tie (2 in all)',
    '3 rules:',
    '      2  error    table/value    (1 known)',
    '  1,200  warning  csv/blank-row',
    '      2  info     label/tie',
    '1 file, 2,301 rows: 2 errors, 1,200 warnings, 2 notes (1 known)',
  ]);
});

test('a clean dataset has one line', () => {
  assert.equal(linesOf(printedOf([])), ['1 file, 2,301 rows: 0 errors, 0 warnings']);
});

test('every finding is written out or counted, whatever its texts, and none breaks its line', () => {
  fc.assert(
    fc.property(fc.array(hostileFinding, { maxLength: 60 }), fc.integer({ min: 1, max: 30 }), (found, most) => {
      const out = [...text.print(printedOf(found, { most }))].join('');
      const lines = out.split('\n');
      const counted = lines.reduce(
        (sum, line) => sum + Number(/^(?: {4})?… and ([\d,]+) more .*\([\d,]+ in all\)$/.exec(line)?.[1] ?? 0),
        0,
      );
      const written = lines.filter((line) => / (error|warning|info) (table|csv|codebook|label)\/\S+ {2}/.test(line));
      assert.is(written.length + counted, found.length);
      assert.not.match(out, /^\s*::/m);
      assert.not.match(out, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/);
    }),
  );
});

test.run();
