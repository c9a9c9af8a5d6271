import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { finding } from '../../../src/model/findings.js';
import { changeMarkdown } from '../../../src/reports/changes/change-markdown.js';
import type { ChangeReport } from '../../../src/reports/changes/change-report.js';

const test = suite('change markdown');

const none = { error: 0, warning: 0, info: 0 };
const empty: ChangeReport = {
  revision: 'origin/main',
  commit: '0123456789abcdef',
  tables: [],
  otherFiles: [],
  renamed: [],
  speakers: [],
  targets: [],
  shares: [],
  agreement: [],
  agreementLeftOut: 0,
  fresh: none,
  known: none,
  mended: null,
  worst: [],
};

test('a contribution that changes nothing says so', () => {
  const text = changeMarkdown(empty);
  assert.match(text, /\*\*Nothing blocks\.\*\*/);
  assert.match(text, /No row of a table was touched\./);
});

test('counts say what blocks and what was there before', () => {
  const text = changeMarkdown({
    ...empty,
    fresh: { error: 1, warning: 2, info: 0 },
    known: { ...none, error: 1234 },
    mended: 2,
  });
  assert.match(text, /\*\*1 error blocks\.\*\*/);
  assert.match(text, /New, or in touched rows: 1 error, 2 warnings/);
  assert.match(text, /Known, not counted against this contribution: 1,234 errors, 0 warnings/);
  assert.match(text, /2 known faults mended/);
});

test('words of the data can begin no cell, code, tag, link, mention or line', () => {
  const hostile = 'a|b `c` <img src=x> @octocat #77777 [l](http://e.org)\n# h\u202e ~~s~~ $x$';
  const text = changeMarkdown({
    ...empty,
    revision: hostile,
    tables: [
      {
        table: hostile,
        added: 1,
        changed: 0,
        withdrawn: 0,
        cells: [{ column: hostile, cells: 1 }],
        newColumns: [hostile],
        lostColumns: [],
      },
    ],
    otherFiles: [{ path: hostile, what: 'added' }],
    speakers: [{ name: hostile, statements: 1 }],
    shares: [
      { table: 'labels', field: hostile, before: 1, after: 1, values: [{ value: hostile, before: 0, after: 1 }] },
    ],
    worst: [finding('table/value', { file: hostile, line: 1, column: 1 }, hostile, { record_id: hostile })],
  });
  assert.not.match(text, /<img|`|\]\(|@|http:\/\/|~~|\u202e|\$x|#77777/);
  for (const line of text.split('\n').filter((one) => one.startsWith('|'))) {
    assert.ok([3, 4, 5].includes(line.split('|').length - 2), line);
  }
  // What GitHub would still notice after reading character references stands in code.
  assert.not.match(text.replace(/<code>.*?<\/code>/g, ''), /&#(64|35);/);
});

test('what does not fit into a comment is left out and named', () => {
  const long = 'w'.repeat(5000);
  const values = Array.from({ length: 20 }, (_, i) => ({ value: `<${i}>`.repeat(100), before: i, after: i + 1 }));
  const text = changeMarkdown({
    ...empty,
    tables: Array.from({ length: 60 }, (_, i) => ({
      table: `t${i} ${'@'.repeat(300)}`,
      added: 1,
      changed: 1,
      withdrawn: 1,
      cells: Array.from({ length: 30 }, (_, c) => ({ column: `c${c} ${long}`, cells: c })),
      newColumns: [],
      lostColumns: [],
    })),
    shares: Array.from({ length: 40 }, (_, i) => ({ table: 'labels', field: `f${i}`, before: 9, after: 9, values })),
    worst: Array.from({ length: 10 }, () => finding('table/value', { file: '|'.repeat(900) }, '@'.repeat(9000))),
  });
  assert.ok(text.length < 65_536, String(text.length));
  assert.match(text, /Left out, as a comment holds 65,536 characters: .*Cells changed/);
  assert.match(text, /Worst findings/);
});

test('agreement is shown with its interval and the number of units, or with the reason why there is none', () => {
  const effect = {
    file: 'labels/b/ann.csv',
    field: 'stance',
    coefficient: 'krippendorff_alpha',
    without: 0.8,
    with: 0.75,
    ci: [0.6, 0.9] as const,
    units: 120,
    newUnits: 20,
    reason: null,
  };
  const text = changeMarkdown({
    ...empty,
    agreement: [effect, { ...effect, reason: 'no label of it counts', newUnits: 0 }],
    agreementLeftOut: 3,
  });
  assert.match(text, /\| 0\.800 \| 0\.750 \[0\.600, 0\.900\] \| 120 \(\+20\) \|/);
  assert.match(text, /\| – \| no label of it counts \| 120 \|/);
  assert.match(text, /3 more label files touched\./);
  assert.match(text, /No contribution is refused for disagreeing\./);
});

test.run();
