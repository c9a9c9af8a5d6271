import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openSide } from '../../src/files/open-side.js';
import { releaseDiff, type ReleaseDiff } from '../../src/flows/release-diff.js';
import { releaseDiffText } from '../../src/reports/release-diff/diff-text.js';
import { numberOf } from '../../src/releases/say-counts.js';
import { memoryStore } from '../../src/tables/row-store.js';
import { demarche } from '../support/command.js';
import { decision, id, label, labelsBy, smallDataset, statement, writeDataset } from './small-dataset.js';

const test = suite('pass over');

const world = smallDataset();
/** A dataset with everything that a release leaves out, fills in, or decides by labels. */
const dataset = smallDataset({
  statements: [
    ...world.statements,
    statement(7, 'quay-report', 'Caldmere', { embedded_in: id(4) }),
    statement(8, 'quay-report', 'Port Ardel', { embedded_in: id(22), restates: id(1) }),
    statement(10, 'locked-page', 'calling it overdue'),
  ],
  labels: [
    ...labelsBy(1, 'stance', { 'ann-1': 'against', 'ann-2': 'against' }),
    ...labelsBy(2, 'stance', { 'ann-1': 'favor', 'ann-2': 'none' }),
    label(3, 'stance', 'against'),
    label(3, 'stance_score', '-1'),
    label(3, 'speaker_id', 'jon-vaucourt'),
    label(3, 'negated', 'true', { batch_id: 'p1' }),
    ...labelsBy(3, 'hedged', { 'ann-1': 'true', 'ann-2': 'false' }),
    ...labelsBy(3, 'conditional', { 'ann-1': 'false', 'm-1': 'true' }),
    ...labelsBy(4, 'status', { 'ann-1': 'rejected', 'ann-2': 'rejected' }),
    label(5, 'stance', 'none', { comment: 'only a teaser' }),
    label(6, 'stance', 'favor', { comment: 'applauded: a plain word' }),
    label(9, 'document_id', 'quay-report'),
    label(9, 'segments', '126-147'),
    label(9, 'stance', 'against'),
    label(9, 'speech_act', 'criticize'),
    label(10, 'status', 'rejected', { comment: 'overdue' }),
    label(20, 'stance', 'none', { comment: 'of a document that is gone' }),
  ],
  adjudication: [
    decision(1, 'target_id', 'tariff-schedule'),
    decision(6, 'speech_act', 'reject', { reason: 'his words' }),
    decision(20, 'stance', 'none', { reason: 'his words, too' }),
  ],
  tombstones: [
    { id: id(20), withdrawn_in: null, reason: 'read twice: “open”', replaced_by: null },
    { id: id(21), withdrawn_in: null, reason: 'merged', replaced_by: id(5) },
    { id: id(22), withdrawn_in: null, reason: 'merged', replaced_by: id(2) },
  ],
});
const root = writeDataset(dataset);
const wordless = writeDataset({ ...dataset, project: { ...dataset.project, text_policy: 'none' } });

test.before(() => {
  for (const cwd of [root, wordless]) {
    writeFileSync(join(cwd, 'splits.csv'), 'document_id,split\nquay-report,train\nlocked-page,test\n');
    const { code, stderr } = demarche(['release', '--version', '0.1.0', '--quiet'], { cwd });
    assert.is(code, 0, stderr);
  }
});
test.after(() => [root, wordless].forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** Compares the release with the dataset that it was made of, or with one in which some files were changed since. */
function compare<T>(
  print: (found: ReleaseDiff) => T,
  {
    of = root,
    edit = {},
    turned = false,
  }: { of?: string; edit?: Readonly<Record<string, (text: string) => string>>; turned?: boolean } = {},
): T {
  const copy = `${of}-copy`;
  try {
    cpSync(of, copy, { recursive: true });
    for (const [path, change] of Object.entries(edit))
      writeFileSync(
        join(copy, path),
        change(existsSync(join(copy, path)) ? readFileSync(join(copy, path), 'utf8') : ''),
      );
    const [released, working] = [openSide(join(of, 'releases', '0.1.0')), openSide(copy)];
    const sides = turned ? ([working, released] as const) : ([released, working] as const);
    return print(releaseDiff(...sides, { store: memoryStore() }));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

const changed = ({ report }: ReleaseDiff): unknown =>
  report.tables
    .filter((one) => one.added + one.changed + one.withdrawn + one.withheld > 0 || one.only !== null)
    .map(({ table, added, changed: cells, withdrawn, only }) => [table, added, cells, withdrawn, only]);

for (const of of [root, wordless])
  for (const turned of [false, true])
    test(`a ${of === root ? '' : 'wordless '}release and the dataset that it was made of have no change${turned ? ', the other way round' : ''}`, () => {
      const found = compare((one) => one, { of, turned });
      assert.equal(changed(found), []);
      assert.equal(
        found.report.tables.flatMap((one) => [...one.new_columns, ...one.lost_columns]),
        [],
      );
      assert.equal(found.report.version.demands, []);
      assert.is(found.report.version.step, 'patch');
      assert.is(found.report.withheld_documents, 0);
    });

test('what was passed over is counted, by table and reason', () => {
  const told = compare(({ report }) => report.passed_over).map(
    ({ table, side, what, count, why }) => `${table}: ${numberOf(count, what)} of the ${side}, ${why}`,
  );
  assert.equal(told, [
    'documents: 1 row of the dataset, kept in standoff/ only',
    'statements: 1 row of the dataset, kept in standoff/ only',
    'statements: 1 row of the dataset, teasers of other articles',
    'statements: 2 rows of the dataset, withdrawn by their labels',
    'statements: 1 row of the release, added by labels',
    'statements: 3 cells of the dataset, references to rows that the release leaves out',
    'statements: 17 cells of the release, decided by labels or filled in',
    'adjudication: 1 row of the dataset, kept in standoff/ only',
    'adjudication: 1 cell of the dataset, reasons about words that may not be handed on, left out by the release',
    'tombstones: 2 rows of the release, made for what labels withdraw, or kept from releases before',
    'tombstones: 3 cells of the dataset, reasons about words that may not be handed on, left out by the release',
    'tombstones: 1 cell of the dataset, references to rows that the release leaves out',
    'tombstones: 3 cells of the release, filled in by the release',
    'splits: 1 row of the dataset, kept in standoff/ only',
    'labels: 2 rows of the dataset, kept in standoff/ only',
    'labels: 1 row of the dataset, teasers of other articles',
    'labels: 1 cell of the dataset, comments on words that may not be handed on, left out by the release',
  ]);
});

test('changes since the release are told all the same, each side by side with what is passed over', () => {
  const edit = {
    'statements.csv': (text: string): string =>
      text
        .replace(/^(st_0{15}8,.*),support,/m, '$1,reject,')
        .replace(/^st_0{15}7,.*\n/m, '')
        .replace(/^(st_0{15})2(,.*)$/m, '$12$2\n$1b$2'),
    'labels/b1/ann-1.csv': (text: string): string => text.replace(/^(st_0{15}3,.*,stance,)against/m, '$1mixed'),
  };
  const found = compare((one) => one, { edit });
  assert.equal(changed(found), [
    ['statements', 1, 1, 1, null],
    ['labels', 0, 1, 0, null],
  ]);
  const { tables, withdrawn } = found.report;
  assert.equal(tables.find(({ table }) => table === 'statements')!.cells, [{ column: 'speech_act', cells: 1 }]);
  assert.equal(
    withdrawn.map((one) => one.id),
    [id(7)],
  );
});

test('rows are counted as they are on each side', () => {
  const { tables } = compare(({ report }) => report);
  const { rows_before, rows } = tables.find(({ table }) => table === 'statements')!;
  assert.equal([rows_before, rows], [6, 9]);
  const turned = compare(({ report }) => report, { turned: true }).tables.find(({ table }) => table === 'statements')!;
  assert.equal([turned.rows_before, turned.rows], [9, 6]);
});

test('a program that gives another stance now is told, also where labels have decided it', () => {
  const edit = {
    'statements.csv': (text: string): string =>
      text.replace(/^(st_0{15}1,.*),favor,2,(.*),favor,2,/m, '$1,none,,$2,none,,'),
  };
  const found = compare(({ report }) => report, { edit });
  assert.equal(
    found.tables.find(({ table }) => table === 'statements')!.cells.map((one) => one.column),
    ['stance', 'stance_auto', 'stance_score_auto'],
  );
});

test('columns that a release never carries, or always has, are passed over; its own custom ones are not', () => {
  const widen = (name: string) => (text: string) =>
    text
      .trimEnd()
      .split('\n')
      .map((line, i) => `${line},${i === 0 ? name : 'x'}\n`)
      .join('');
  const found = compare(({ report }) => report, {
    edit: {
      'statements.csv': widen('x_scratch'),
      ...Object.fromEntries(
        ['b1/ann-1', 'b1/ann-2', 'b1/m-1', 'p1/ann-1'].map((name) => [`labels/${name}.csv`, narrow('rule_id')]),
      ),
    },
  });
  assert.equal(
    found.passed_over.filter(({ what }) => what === 'column').map((one) => [one.table, one.side, one.why]),
    [
      ['statements', 'dataset', 'x_scratch: no release has it'],
      ['labels', 'release', 'rule_id: every release has it'],
    ],
  );
  assert.equal(found.version.demands, []);
});

/** Takes a column out of a table without quoted cells. */
const narrow = (name: string) => (text: string) => {
  const at = text.split('\n')[0]!.split(',').indexOf(name);
  return text
    .split('\n')
    .map((line) =>
      line
        .split(',')
        .filter((_, i) => i !== at)
        .join(','),
    )
    .join('\n');
};

test('a column that the release has values of, and the dataset has no more, is gone', () => {
  const edit = { 'statements.csv': narrow('hedged'), 'tombstones.csv': narrow('withdrawn_in') };
  const { tables, version } = compare(({ report }) => report, { edit });
  assert.equal(
    tables.flatMap((one) => one.lost_columns),
    ['hedged'],
  );
  assert.is(version.step, 'major');
  const turned = compare(({ report }) => report.tables, { edit, turned: true });
  assert.equal(
    turned.flatMap((one) => one.new_columns),
    ['hedged'],
  );
});

test('a column that only the release fills in is passed over, whatever it has', () => {
  const columns = (name: string): unknown =>
    compare(({ report }) => report.tables, { edit: { 'statements.csv': narrow(name) } }).flatMap(
      (one) => one.lost_columns,
    );
  for (const name of ['n_labels', 'status', 'stance_score_auto', 'negated'])
    assert.equal(columns(name), name === 'negated' ? [name] : []);
});

test('the text says what was passed over, and that nothing else has changed', () => {
  const text = compare(({ report }) => releaseDiffText(report));
  assert.match(text, 'nothing has changed in any row');
  assert.match(text, '\npassed over, as only a release or only a dataset can have it\n');
  assert.match(text, /\n {2}statements +1 row of the dataset +teasers of other articles\n/);
});

const licenseGiven = (text: string): string => text.replace(/^(locked-page,.*),false,/m, '$1,true,');

test('a license that was given since brings rows into the next release, and they are told', () => {
  const edit = { 'documents.csv': licenseGiven };
  const told = [
    ['adjudication', 1],
    ['documents', 1],
    ['labels', 2],
    ['splits', 1],
    ['statements', 1],
  ];
  for (const turned of [false, true]) {
    const found = compare(changed, { edit, turned }) as [string, ...unknown[]][];
    assert.equal(
      found.sort(([a], [b]) => (a < b ? -1 : 1)),
      told.map(([table, rows]) => (turned ? [table, 0, 0, rows, null] : [table, rows, 0, 0, null])),
    );
  }
});

test('a license that was given to a redacted document brings none', () => {
  const redacted = (): string => 'document_id,reason\nlocked-page,asked for by the publisher\n';
  assert.equal(compare(changed, { edit: { 'documents.csv': licenseGiven, 'redactions.csv': redacted } }), []);
});

const nowRejected = (n: number) => (text: string) =>
  text.replace(new RegExp(`^(${id(n)},.*),auto$`, 'm'), '$1,rejected');

test('a statement that the dataset rejects now is told, unless its labels keep it', () => {
  const cells = (n: number): unknown =>
    compare(({ report }) => report.tables, { edit: { 'statements.csv': nowRejected(n) } })
      .flatMap((one) => one.cells)
      .map(({ column }) => column);
  assert.equal(cells(7), ['status']);
  assert.equal(cells(1), []);
});

test('a comment or reason that was added since is told, unless the next release drops it as this one does', () => {
  const edit = {
    'labels/b1/ann-1.csv': (text: string): string =>
      text
        .replace(/^(st_0{15}[14],.*,),(1\.0,)/gm, '$1a comment,$2')
        .replace('a document that is gone', 'one long gone'),
    'adjudication.csv': (text: string): string => text.replace(/^(st_0{15}1,.*,),ann-1/m, '$1a reason,ann-1'),
  };
  const cells = (of: string): unknown =>
    compare(({ report }) => report.tables, { of, edit })
      .filter((one) => one.cells.length)
      .map(({ table, cells: found }) => [table, found]);
  assert.equal(cells(root), [
    ['adjudication', [{ column: 'reason', cells: 1 }]],
    ['labels', [{ column: 'comment', cells: 2 }]],
  ]);
  assert.equal(cells(wordless), []);
});

test('a reference is passed over where the release leaves it out, and not where it would be another one', () => {
  const cells = (edit: Readonly<Record<string, (text: string) => string>>): unknown =>
    compare(({ report }) => report.tables, { edit }).flatMap((one) => one.cells.map(({ column }) => column));
  const replaced = (n: number): unknown =>
    cells({ 'tombstones.csv': (text) => text.replace(new RegExp(`^(${id(21)},.*,)${id(5)}$`, 'm'), `$1${id(n)}`) });
  // A released statement, one in standoff/ only, a withdrawn one; a teaser, an id of nothing.
  for (const n of [1, 6, 20]) assert.equal(replaced(n), ['replaced_by'], String(n));
  for (const n of [5, 99]) assert.equal(replaced(n), [], String(n));
  const restated = (n: number): unknown =>
    cells({ 'statements.csv': (text) => text.replace(new RegExp(`^(${id(8)},.*),${id(1)},`, 'm'), `$1,${id(n)},`) });
  assert.equal(restated(4), ['restates']);
});

test('only what labels have decided is passed over: no pilot labels, and no tie', () => {
  const other = (column: string) => (text: string) => {
    const at = text.split('\n')[0]!.split(',').indexOf(column);
    return text
      .split('\n')
      .map((line) => (line.startsWith(id(3)) ? line.split(',').map((cell, i) => (i === at ? 'true' : cell)) : [line]))
      .map((cells) => cells.join(','))
      .join('\n');
  };
  const told = (column: string): unknown =>
    compare(({ report }) => report.tables, { edit: { 'statements.csv': other(column) } }).flatMap((one) =>
      one.cells.map((cell) => cell.column),
    );
  assert.equal(told('negated'), ['negated']);
  assert.equal(told('hedged'), ['hedged']);
  assert.equal(told('conditional'), []);
});

test('two of a kind pass nothing over', () => {
  const side = openSide(root);
  assert.equal(releaseDiff(side, side, { store: memoryStore() }).report.passed_over, []);
});

test.run();
