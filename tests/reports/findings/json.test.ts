import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { finding } from '../../../src/model/findings.js';
import { json } from '../../../src/reports/findings/json.js';
import { jsonl } from '../../../src/reports/findings/jsonl.js';
import { hostileFinding, printedOf } from './hostile.js';

const test = suite('findings as JSON');

const warning = finding('csv/blank-row', { file: 'a.csv', line: 2, column: 1 }, 'blank', { severity: 'warning' });
const error = finding('table/type', { file: 'a.csv', line: 3, column: 4 }, 'wrong', { record_id: 'r' });

test('json holds files, counts, exact counts by rule, and the findings', () => {
  const printed = printedOf([warning, error, { ...error, line: 4 }], { most: 1 });
  assert.equal(JSON.parse([...json.print(printed)].join('')), {
    files: printed.files,
    counts: { error: 2, warning: 1 },
    known: 0,
    rules: [
      { rule: 'table/type', severity: 'error', count: 2, known: 0, shown: 1 },
      { rule: 'csv/blank-row', severity: 'warning', count: 1, known: 0, shown: 1 },
    ],
    findings: [warning, error],
  });
});

test('without findings the lists are empty', () => {
  const { files } = printedOf([]);
  assert.equal(JSON.parse([...json.print(printedOf([]))].join('')), {
    files,
    counts: { error: 0, warning: 0 },
    known: 0,
    rules: [],
    findings: [],
  });
  assert.equal([...jsonl.print(printedOf([]))], []);
});

test('findings come back as they were, from one object and from lines', () => {
  fc.assert(
    fc.property(fc.array(hostileFinding, { maxLength: 20 }), (found) => {
      const printed = printedOf(found);
      const { findings } = printed.report;
      assert.equal((JSON.parse([...json.print(printed)].join('')) as { findings: unknown }).findings, findings);
      const lines = [...jsonl.print(printed)].join('').split('\n').slice(0, -1);
      assert.equal(
        lines.map((line): unknown => JSON.parse(line)),
        findings,
      );
    }),
  );
});

test.run();
