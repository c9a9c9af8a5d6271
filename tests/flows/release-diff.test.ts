import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openSide } from '../../src/files/open-side.js';
import { releaseDiff, type ReleaseDiff } from '../../src/flows/release-diff.js';
import { deltaCsvPieces } from '../../src/releases/delta-csv.js';
import { releaseDiffMarkdown, releaseDiffText } from '../../src/reports/release-diff/diff-text.js';
import { memoryStore } from '../../src/tables/row-store.js';
import { inFolder } from '../support/command.js';
import { releasePair } from '../support/release-pair.js';

const test = suite('release diff');

/** Compares old/ with new/, of the pair of releases with some files changed (null takes one away), and prints. */
function diff<T>(
  print: (found: ReleaseDiff) => T,
  changes: Readonly<Record<string, string | null>> = {},
  options: { readonly most?: number } = {},
): T {
  const files = Object.entries({ ...releasePair, ...changes }).filter(([, text]) => text !== null);
  return inFolder(Object.fromEntries(files) as Record<string, string>, (folder) => {
    const [before, after] = ['old', 'new'].map((name) => ({ ...openSide(join(folder, name)), path: name }));
    return print(releaseDiff(before!, after!, { store: memoryStore(), ...options }));
  });
}

test('rows and cells are counted by table and column', () => {
  const { tables, stance, splits } = diff(({ report }) => report);
  assert.equal(
    tables.map((one) => [one.table, one.rows_before, one.rows, one.added, one.changed, one.withdrawn]),
    [
      ['documents', 3, 3, 0, 0, 0],
      ['splits', 3, 3, 0, 1, 0],
      ['statements', 4, 4, 1, 2, 1],
      ['tombstones', 1, 2, 1, 0, 0],
    ],
  );
  assert.equal(tables[2]!.cells, [
    { column: 'stance', cells: 2 },
    { column: 'n_labels', cells: 1 },
  ]);
  assert.equal(stance, [
    { old: 'favor', new: 'against', rows: 1 },
    { old: 'favor', new: 'mixed', rows: 1 },
  ]);
  assert.equal(splits, [{ old: 'train', new: 'dev', rows: 1 }]);
});

test('the version step follows, and whether the later release has taken it', () => {
  const { version } = diff(({ report }) => report);
  assert.equal([version.step, version.least, version.enough], ['major', '2.0.0', false]);
  assert.equal(
    version.demands.map((one) => [one.step, one.says, one.ids]),
    [
      ['major', '1 row of splits moved between splits', ['d1']],
      ['minor', '1 row of statements added', ['s5']],
      ['minor', '1 row of tombstones added', ['s2']],
      ['minor', '2 rows of statements corrected', ['s1', 's3']],
      ['minor', '1 row of statements withdrawn', ['s2']],
      ['patch', 'title: the description has changed', []],
    ],
  );
  const kept = diff(({ report }) => report, { 'new/data/splits.csv': releasePair['old/data/splits.csv']! });
  assert.equal([kept.version.step, kept.version.least, kept.version.enough], ['minor', '1.1.0', true]);
});

test('a withdrawn row is named with its tombstone, or as one that has none', () => {
  const tombstones = releasePair['old/data/tombstones.csv']!;
  assert.equal(
    diff(({ report }) => report.withdrawn),
    [{ table: 'statements', id: 's2', reason: 'a question', replaced_by: 's1' }],
  );
  assert.equal(
    diff(({ report }) => report.withdrawn, { 'new/data/tombstones.csv': tombstones }),
    [{ table: 'statements', id: 's2', reason: null, replaced_by: null }],
  );
});

/** The pair in which the license of d2, with s3 and s4, was withdrawn: its rows are in standoff/ only. */
const licenseWithdrawn: Readonly<Record<string, string>> = {
  'new/data/documents.csv': 'document_id,title\nd1,One\nd3,Three\n',
  'new/data/statements.csv': releasePair['new/data/statements.csv']!.replace(/^s[34].*\n/gm, ''),
  'new/data/splits.csv': 'document_id,split\nd1,train\nd3,test\n',
  'new/standoff/documents.csv': 'document_id\nd1\nd2\nd3\n',
  'new/standoff/statements.csv': 'statement_id,document_id\ns1,d1\ns3,d2\ns4,d2\ns5,d3\n',
};

test('rows whose document may not hand on its text any more are no withdrawn ones', () => {
  const { tables, withdrawn_rows, withheld, version } = diff(({ report }) => report, licenseWithdrawn);
  assert.equal(
    tables
      .filter((one) => one.withheld > 0)
      .map((one) => [one.table, one.rows_before, one.rows, one.withdrawn, one.withheld]),
    [
      ['documents', 3, 2, 0, 1],
      ['splits', 3, 2, 0, 1],
      ['statements', 4, 2, 1, 2],
    ],
  );
  assert.is(withdrawn_rows, 1);
  assert.equal(withheld, [{ document_id: 'd2', statements: 2 }]);
  assert.equal([version.step, version.least], ['minor', '1.1.0']);
  const text = diff(({ report }) => releaseDiffText(report), licenseWithdrawn);
  assert.not.match(text, /TOMBSTONE/);
  assert.match(text, /rows +before +now +added +changed +withdrawn +standoff only\n/);
  assert.match(text, 'in standoff/ only now, as their texts may no longer be handed on\n  d2  2 statements\n');
  assert.match(
    text,
    "MINOR  2 rows of statements now in standoff/ only, as their documents' texts may no longer be handed on",
  );
  assert.match(text, /changes of documents\n {2}standoff only {2}d2/);
  assert.match(
    diff(({ delta }) => [...deltaCsvPieces(delta)].join(''), licenseWithdrawn),
    "statements,s3,standoff only,,,,d2,its document's text may no longer be handed on,\n",
  );
});

test('rows whose document may hand on its text at last are new ones', () => {
  const sides = Object.entries(licenseWithdrawn).map(([path, text]) => [path.replace('new/', 'old/'), text]);
  const back = Object.entries(releasePair)
    .filter(([path]) => path.startsWith('old/data/'))
    .map(([path, text]) => [path.replace('old/', 'new/'), text]);
  const { version, withheld_documents } = diff(
    ({ report }) => report,
    Object.fromEntries([...sides, ...back]) as Record<string, string>,
  );
  assert.is(withheld_documents, 0);
  assert.equal(
    version.demands.filter((one) => one.rule === 'row-added').map((one) => [one.table, one.ids]),
    [
      ['documents', ['d2']],
      ['splits', ['d2']],
      ['statements', ['s2', 's3', 's4']],
    ],
  );
});

test('lists are cut, counts are not', () => {
  const { withdrawn, withdrawn_rows, rows, tables } = diff(
    ({ report }) => report,
    {
      'new/data/statements.csv': 'statement_id,document_id,text,stance,stance_basis,n_labels\n',
    },
    { most: 2 },
  );
  assert.equal([withdrawn.length, withdrawn_rows], [2, 4]);
  assert.is(rows.find(({ table }) => table === 'statements')!.changes.length, 2);
  assert.is(tables.find(({ table }) => table === 'statements')!.withdrawn, 4);
});

test('the text says all of it', () => {
  assert.is(
    diff(({ report }) => releaseDiffText(report)),
    `release 1.0.0 (old) to release 1.1.0 (new)
  rows        before  now  added  changed  withdrawn
  splits           3    3      –        1          –
  statements       4    4      1        2          1
  tombstones       1    2      1        –          –
  unchanged: documents

cells changed, by column
  splits      split 1
  statements  stance 2, n_labels 1

stance of changed statements, before (down) and now (across)
         against  mixed
  favor        1      1

documents moved between splits, before (down) and now (across)
         dev
  train    1

withdrawn
  statements  s2  a question  replaced by s1

version
  a MAJOR step after 1.0.0, to 2.0.0 at least: 1.1.0 is TOO LOW

  MAJOR  1 row of splits moved between splits  d1
  MINOR  1 row of statements added             s5
  MINOR  1 row of tombstones added             s2
  MINOR  2 rows of statements corrected        s1, s3
  MINOR  1 row of statements withdrawn         s2
  PATCH  title: the description has changed
  Data Package's recipe asks for MAJOR (2.0.0), which this satisfies; Croissant 1.1 asks for MAJOR (2.0.0), which this satisfies

changes of splits
  changed  d1  split train → dev

changes of statements
  changed    s1  stance favor → against
  withdrawn  s2  a question, replaced by s1
  changed    s3  stance favor → mixed (majority of 5 labels); n_labels 3 → 5
  added      s5

changes of tombstones
  added  s2
`,
  );
});

test('two sides without a difference say so', () => {
  const same = Object.entries(releasePair).filter(([path]) => path.startsWith('old/'));
  const changes = Object.fromEntries(same.map(([path, text]) => [path.replace('old/', 'new/'), text]));
  assert.is(
    diff(({ report }) => releaseDiffText(report), changes),
    `release 1.0.0 (old) to release 1.0.0 (new)
  nothing has changed in any row

version
  a PATCH step after 1.0.0, to 1.0.1 at least: 1.0.0 is TOO LOW
  Data Package's recipe asks for nothing; Croissant 1.1 asks for nothing
`,
  );
});

test('columns and tables that came or went are named', () => {
  const changes = {
    'new/data/documents.csv': 'document_id,x_place\nd1,\nd2,Ardel\nd3,\n',
    'new/data/splits.csv': null,
    'new/data/targets.csv': 'target_id,name\nt1,Quay\n',
  };
  const text = diff(({ report }) => releaseDiffText(report), changes);
  assert.match(text, 'documents: column x_place is new');
  assert.match(text, 'documents: column title is gone');
  assert.match(text, /splits +3 +0 +– +– +3 {2}table is gone/);
  assert.match(text, /targets +0 +1 +1 +– +– {2}new table/);
  assert.match(text, /MAJOR {2}splits: the table is gone/);
});

test("somebody's words can neither drive a terminal nor a page", () => {
  const changes = {
    'new/data/statements.csv': releasePair['new/data/statements.csv']!.replace('maybe', '"<b>|\u001b[31m@all\nx"'),
  };
  assert.match(
    diff(({ report }) => releaseDiffText(report), changes),
    'text maybe → <b>|\\u001b[31m@all\\nx',
  );
  const markdown = diff(({ report }) => releaseDiffMarkdown(report), changes);
  assert.match(markdown, 'text maybe → &#60;b&#62;&#124;&#92;u001b');
  assert.not.match(markdown, '@all');
  assert.match(markdown, '| statements | 4 | 4 | 1 | 2 | 1 |  |');
});

test('every change is a line of the CSV', () => {
  assert.is(
    diff(({ delta }) => [...deltaCsvPieces(delta)].join('')),
    `table,key,change,column,old,new,document_id,reason,replaced_by
splits,d1,changed,split,train,dev,,,
statements,s1,changed,stance,favor,against,d1,,
statements,s2,withdrawn,,,,d1,a question,s1
statements,s3,changed,stance,favor,mixed,d2,majority of 5 labels,
statements,s3,changed,n_labels,3,5,d2,,
statements,s5,added,,,,d3,,
tombstones,s2,added,,,,,,
`,
  );
});

test.run();
