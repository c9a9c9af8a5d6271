import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Finding } from '../../src/model/generated.js';
import { sha256 } from '../../src/model/hash.js';
import { tableOf } from '../../src/model/tables.js';
import { applyDelta } from '../../src/releases/apply-delta.js';
import type { Delta } from '../../src/releases/delta.js';
import { deltaPieces, parseDelta } from '../../src/releases/delta-text.js';
import { knownReasons } from '../../src/releases/change-reasons.js';
import { makeDelta } from '../../src/releases/make-delta.js';
import { cellsAsCsv, csvTable, type CsvTable } from '../../src/tables/csv-table.js';
import { rowOrder } from '../../src/tables/row-order.js';
import { csvTables, csvText } from '../support/release-tables.js';
import { memoryStore } from '../../src/tables/row-store.js';
import { sortedTable } from '../../src/tables/sorted-table.js';

const test = suite('delta');
const store = memoryStore();

/** Some tables of a release as cells: their header and rows. */
type Cells = Readonly<Record<string, readonly (readonly string[])[]>>;
const schemas = { turns: 'turn', targets: 'target', labels: 'label', splits: 'split' } as const;
type Name = keyof typeof schemas;

function csv(cells: Cells): CsvTable[] {
  return Object.entries(cells).map(([name, [header = [], ...rows]]) => {
    const table = tableOf(schemas[name as Name]);
    return sortedTable(csvTable(name, table, cellsAsCsv(header, rows)), rowOrder(table), store);
  });
}

function delta(before: readonly CsvTable[], after: readonly CsvTable[], more: object = {}): Delta {
  return makeDelta(before, after, { from: '1.0.0', to: '1.1.0', store, ...more });
}

/** What applying gives, by path, and what is told. */
function applied(change: Delta, before: readonly CsvTable[]): { files: Record<string, string>; told: Finding[] } {
  const told: Finding[] = [];
  const files: Record<string, string> = {};
  const read = parseDelta([...deltaPieces(change)].join('').split('\n'));
  for (const { path, content } of applyDelta(read, before, { store, tell: (found) => told.push(found) }))
    files[path] = csvText({ bytes: content });
  return { files, told };
}

const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('', 'a', 'b', '10', '9', '-0.5') },
  {
    weight: 1,
    arbitrary: fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'é', '😀', ' ', 'x'), maxLength: 4 }),
  },
);
/** Columns that a random version may have beside its key, in any order. */
const columnsOf: Readonly<Record<Name, readonly string[]>> = {
  turns: ['document_id', 'start', 'speaker_id', 'x_note'],
  targets: ['name', 'aliases', 'x_a', 'x_b'],
  labels: ['value', 'comment', 'confidence'],
  splits: ['split', 'x_since'],
};

/** Two versions of one table: rows of few keys, so that many are common; a key now and then stands twice. */
function versions(name: Name): fc.Arbitrary<readonly [string[][], string[][]]> {
  const { key } = tableOf(schemas[name]);
  const id = fc.constantFrom('k1', 'k2', 'k3', 'é,"', '10', '9', '\uffff', '😀');
  const version = fc
    .tuple(
      fc.shuffledSubarray([...columnsOf[name]]),
      fc.array(fc.tuple(fc.tuple(...key.map(() => id)), fc.array(cell, { minLength: 4, maxLength: 4 })), {
        maxLength: 12,
      }),
    )
    .map(([others, rows]) => [
      [...key, ...others],
      ...rows.map(([ids, cells]) => [...ids, ...others.map((column) => cells[columnsOf[name].indexOf(column)]!)]),
    ]);
  return fc.tuple(version, version);
}

test('the release before and its delta make the new release, byte for byte, whatever has changed', () => {
  const names = Object.keys(schemas) as Name[];
  const pair = fc
    .record(Object.fromEntries(names.map((name) => [name, versions(name)])))
    .chain((made) =>
      fc.tuple(
        ...[0, 1].map((side) =>
          fc
            .subarray(names)
            .map((kept) => Object.fromEntries(kept.map((name) => [name, made[name]![side as 0 | 1]])) as Cells),
        ),
      ),
    );
  fc.assert(
    fc.property(pair, ([a, b]) => {
      const [before, after] = [csv(a!), csv(b!)];
      const { files, told } = applied(delta(before, after), before);
      assert.equal(
        told.map((one) => one.message),
        [],
      );
      assert.equal(files, Object.fromEntries(after.map((one) => [`data/${one.name}.csv`, csvText(one)])));
    }),
    { seed: 7, numRuns: 250 },
  );
});

test('equal tables have an empty delta', () => {
  fc.assert(
    fc.property(versions('labels'), ([a]) => {
      assert.equal([...delta(csv({ labels: a }), csv({ labels: a })).ops], []);
    }),
    { seed: 7, numRuns: 100 },
  );
});

const before = csvTables({
  documents: 'document_id,title\nd1,One\nd2,Two\n',
  turns: 'turn_id,document_id,start,end\nt1,d1,9,12\nt2,d1,10,14\n',
  statements:
    'statement_id,document_id,stance,n_labels,stance_basis,cue\ns1,d1,favor,0,auto,said\ns2,d1,favor,0,auto,said\ns3,d2,none,0,auto,said\ns4,d2,none,1,single,said\n',
  splits: 'document_id,split\nd1,train\n',
});
const after = csvTables({
  documents: 'document_id,title\nd1,One\nd2,"Two, too"\n',
  turns: 'turn_id,document_id,start,end\nt2,d1,10,14\nt1,d1,11,12\n',
  statements:
    'statement_id,document_id,stance,n_labels,stance_basis,cue,x_topic\ns1,d1,against,3,majority,,sea\ns3,d2,mixed,2,adjudicated,said,\ns5,d2,none,0,auto,said,\n',
  tombstones: 'id,withdrawn_in,reason,replaced_by\ns2,1.1.0,said twice,s1\n',
  adjudication:
    'statement_id,field,value,rule_id,reason,decided_by\ns3,cue,told,,a slip,ann-1\ns3,stance,mixed,both,two signs,ann-1\n',
});

/** The delta of the two versions above, with the reasons that the new one knows. */
function known(): Delta {
  const reasons = knownReasons(after, store);
  return delta(before, after, { reasonOf: reasons.reasonOf });
}

test('each change is a line: added rows, changed cells with old, new and reason, withdrawn rows with their tombstone', () => {
  const lines = [...known().ops].map((op) => JSON.stringify(op));
  assert.equal(lines, [
    '{"op":"MOD","table":"documents","key":["d2"],"cells":[{"column":"title","old":"Two","new":"Two, too","reason":null}]}',
    '{"op":"MOD","table":"turns","key":["t1"],"document_id":"d1","cells":[{"column":"start","old":"9","new":"11","reason":null}]}',
    '{"op":"MOD","table":"statements","key":["s1"],"document_id":"d1","cells":[' +
      '{"column":"stance","old":"favor","new":"against","reason":{"from":"labels","basis":"majority","labels":3}},' +
      '{"column":"n_labels","old":"0","new":"3","reason":null},' +
      '{"column":"stance_basis","old":"auto","new":"majority","reason":null},' +
      '{"column":"cue","old":"said","new":null,"reason":null},' +
      '{"column":"x_topic","old":null,"new":"sea","reason":null}]}',
    '{"op":"DEL","table":"statements","key":["s2"],"document_id":"d1","reason":{"from":"tombstone","reason":"said twice","replaced_by":"s1"}}',
    '{"op":"MOD","table":"statements","key":["s3"],"document_id":"d2","cells":[' +
      '{"column":"stance","old":"none","new":"mixed","reason":{"from":"adjudication","reason":"two signs","rule_id":"both","decided_by":"ann-1"}},' +
      '{"column":"n_labels","old":"0","new":"2","reason":null},' +
      '{"column":"stance_basis","old":"auto","new":"adjudicated","reason":null}]}',
    '{"op":"DEL","table":"statements","key":["s4"],"document_id":"d2","reason":null}',
    '{"op":"ADD","table":"statements","key":["s5"],"row":{"statement_id":"s5","document_id":"d2","stance":"none","n_labels":"0","stance_basis":"auto","cue":"said"}}',
    '{"op":"ADD","table":"tombstones","key":["s2"],"row":{"id":"s2","withdrawn_in":"1.1.0","reason":"said twice","replaced_by":"s1"}}',
    '{"op":"ADD","table":"adjudication","key":["s3","cue"],"row":{"statement_id":"s3","field":"cue","value":"told","reason":"a slip","decided_by":"ann-1"}}',
    '{"op":"ADD","table":"adjudication","key":["s3","stance"],"row":{"statement_id":"s3","field":"stance","value":"mixed","rule_id":"both","reason":"two signs","decided_by":"ann-1"}}',
    '{"op":"DEL","table":"splits","key":["d1"],"reason":null}',
  ]);
});

test('the head names the tables with their columns before and now, and counts the changes', () => {
  const { head } = known();
  assert.equal([head.from, head.to, head.rebuilds, head.reason], ['1.0.0', '1.1.0', true, null]);
  assert.equal(
    head.tables.map((one) => [one.table, one.rows, one.added, one.changed, one.withdrawn]),
    [
      ['documents', 2, 0, 1, 0],
      ['turns', 2, 0, 1, 0],
      ['statements', 3, 1, 2, 2],
      ['tombstones', 1, 1, 0, 0],
      ['adjudication', 2, 2, 0, 0],
    ],
  );
  assert.equal(head.removed_tables, [{ table: 'splits', key: ['document_id'], rows: 1 }]);
  assert.equal(head.tables[1]!.order, ['document_id', 'start', 'turn_id']);
  assert.equal(head.tables[2]!.columns_before!.includes('x_topic'), false);
  assert.is(head.tables[3]!.columns_before, null);
});

test('reading the lines and applying them makes the new release', () => {
  const { files, told } = applied(known(), before);
  assert.equal(told, []);
  for (const one of after) assert.is(files[`data/${one.name}.csv`], csvText(one), one.name);
  assert.is(Object.keys(files).length, after.length);
});

test('a file that was not read to its end is read before the next one comes', () => {
  const paths: string[] = [];
  for (const { path } of applyDelta(known(), before, { store, tell: () => assert.unreachable() })) paths.push(path);
  assert.is(paths.length, after.length);
});

test('a release whose rows are not in their order says that its delta can not rebuild it', () => {
  const [documents] = csvTables({ documents: 'document_id,title\nd2,Two\nd1,One\n' });
  const { head } = delta(before.slice(0, 1), [documents!]);
  assert.equal(
    [head.rebuilds, head.reason],
    [false, 'the rows of data/documents.csv are not in the order of a release'],
  );
  const [turns] = csvTables({ turns: 'turn_id,document_id,start\nt1,d1,12\nt2,d1,9\n' });
  assert.is(delta([], [turns!]).head.rebuilds, false);
});

test('a delta that can not rebuild is refused with its own words', () => {
  const reason = 'the text of d2 was removed when its publisher asked for it';
  const { files, told } = applied(delta(before, after, { notRebuilding: reason }), before);
  assert.equal(files, {});
  assert.equal(
    told.map((one) => [one.rule, one.message]),
    [['release/delta-refused', `1.0.0 and these changes do not make 1.1.0: ${reason}`]],
  );
});

test('what does not fit is told with table, key, column, what was expected and what was found', () => {
  const other = csvTables({
    documents: 'document_id,title\nd1,One\nd2,Deux\n',
    turns: csvText(before[1]!),
    statements: csvText(before[2]!)
      .replace(/^s4.*\n/m, '')
      .concat('s5,d2,none,0,auto,said\n'),
    splits: csvText(before[3]!),
  });
  const { told } = applied(known(), other);
  assert.equal(
    told.map((one) => one.message),
    [
      'documents, d2, title: expected "Two", found "Deux"',
      'statements, s4: there is no row with this key',
      'statements, s5: a row with this key is there already',
    ],
  );
  assert.equal(told.map((one) => [one.rule, one.file, one.record_id, one.field, one.value])[0], [
    'release/delta-mismatch',
    'data/documents.csv',
    'd2',
    'title',
    'Deux',
  ]);
});

test('a cell that no change touches is still compared, by the digest of the rebuilt table', () => {
  const digests = { documents: sha256(csvText(after[0]!)) };
  assert.equal(applied(delta(before, after, { digests }), before).told, []);
  const edited = csvTables({ documents: 'document_id,title\nd1,Une\nd2,Two\n' });
  const { told } = applied(delta(before, after, { digests }), [...edited, ...before.slice(1)]);
  assert.equal(
    told.map((one) => one.message),
    ["the rebuilt data/documents.csv is not the release's: its SHA-256 differs"],
  );
});

test('a release with other columns than the delta was made from is told', () => {
  const other = csvTables({ documents: 'document_id\nd1\nd2\n' });
  const { told } = applied(known(), [...other, ...before.slice(1)]);
  assert.is(
    told[0]!.message,
    'documents: the release before has the columns document_id; the delta was made from the columns document_id, title',
  );
  const missing = applied(known(), before.slice(1)).told;
  assert.match(missing[0]!.message, 'the release before has no such table');
});

test('lines that are none of a delta are refused with their number', () => {
  const fault = (lines: readonly string[]): string => {
    try {
      return String([...parseDelta(lines).ops].length);
    } catch (error) {
      return (error as Error).message;
    }
  };
  const head = JSON.stringify(known().head);
  assert.match(fault([]), 'line 1: the file is empty');
  assert.match(fault(['{"delta":2}']), 'line 1: it is no head of a delta');
  assert.match(fault([head, '{"op":"MOD","table":"documents"}']), 'line 2: it is no change of a delta');
  assert.match(fault([head, '{']), /^line 2: /);
  assert.is(fault([head, '']), '0');
});

test.run();
