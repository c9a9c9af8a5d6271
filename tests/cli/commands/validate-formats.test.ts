import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { validationFormats, type ValidationFormat } from '../../../src/cli/commands/validate-formats.js';
import { finding } from '../../../src/model/findings.js';

const test = suite('validate formats');

const file = { path: 'a.csv', kind: 'actors', rows: 2301, sha256: 'x' };
const warning = finding('csv/blank-row', { file: 'a.csv', line: 2, column: 1 }, 'blank', { severity: 'warning' });
const error = finding('table/type', { file: 'a,b.csv', line: 3, column: 4 }, '100 %\nwrong', { record_id: 'r' });
const printed = (format: ValidationFormat, findings = [warning, error]): string =>
  [...validationFormats[format]({ files: [file], findings })].join('');

test('text has the place first, at most twenty of a rule, and a last line that counts', () => {
  const text = printed('text', [...Array.from({ length: 30 }, () => warning), error]);
  const lines = text.trimEnd().split('\n');
  assert.is(lines.filter((line) => line.startsWith('a.csv:2:1 warning csv/blank-row')).length, 20);
  assert.ok(lines.includes('… and 10 more of csv/blank-row (30 in all)'));
  assert.is(lines.at(-1), '1 file, 2,301 rows: 1 error, 30 warnings');
});

test('json holds files, counts and findings, whole', () => {
  const read = JSON.parse(printed('json')) as Record<string, unknown>;
  assert.equal(Object.keys(read), ['files', 'counts', 'findings']);
  assert.equal(read['files'], [file]);
  assert.equal(read['counts'], { error: 1, warning: 1 });
  assert.equal(read['findings'], [warning, error]);
  assert.equal(JSON.parse(printed('json', [])), { files: [file], counts: { error: 0, warning: 0 }, findings: [] });
});

test('jsonl holds a finding a line', () => {
  assert.equal(
    printed('jsonl')
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line)),
    [warning, error],
  );
});

test('github has at most ten annotations, errors before warnings, with what would end a line escaped', () => {
  const lines = printed('github', [...Array.from({ length: 30 }, () => warning), error])
    .trimEnd()
    .split('\n');
  assert.is(lines.length, 11);
  assert.is(lines[0], '::error file=a%2Cb.csv,line=3,col=4,title=table/type::r: 100 %25%0Awrong');
  assert.match(lines[1]!, /^::warning file=a\.csv,line=2,col=1,title=csv\/blank-row::blank$/);
});

test.run();
