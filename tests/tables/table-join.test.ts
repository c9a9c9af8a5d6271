import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { tableOf } from '../../src/model/tables.js';
import { cellsAsCsv, csvTable, type CsvTable } from '../../src/tables/csv-table.js';
import { keyedDiff } from '../../src/tables/keyed-diff.js';
import { memoryStore } from '../../src/tables/row-store.js';
import { compareTables } from '../../src/tables/table-join.js';
import { csvTables } from '../support/release-tables.js';

const test = suite('table join');

/** The changes of two versions as short texts, and which sides had to be sorted. */
function compared(before: CsvTable, after: CsvTable): { changes: string[]; sorted: readonly string[]; rows: number } {
  const { result, sorted } = compareTables(before, after, {
    store: memoryStore(),
    start: () => {
      const changes: string[] = [];
      return {
        see: ({ what, key, nth, cells }) => {
          const changed = cells.map(({ column, old, new: now }) => `${column} ${old}>${now}`);
          changes.push([what, `${key.join('+')}${nth > 1 ? `#${nth}` : ''}`, ...changed].join(' '));
        },
        end: (rows) => ({ changes, rows }),
      };
    },
  });
  return { ...result, sorted };
}

const actors = (before: string, after: string): ReturnType<typeof compared> =>
  compared(csvTables({ actors: before })[0]!, csvTables({ actors: after })[0]!);

test('rows are known again by their key, and cells by the names of their columns', () => {
  const found = actors(
    'actor_id,name,country\na,Anna,XAA\nb,Ben,XAB\nd,Dora,XAA\n',
    'actor_id,country,name\na,XAA,Anna\nc,XAB,Cleo\nd,XAC,Dora Z.\n',
  );
  assert.equal(found.changes, ['withdrawn b', 'added c', 'changed d country XAA>XAC name Dora>Dora Z.']);
  assert.equal([found.rows, found.sorted], [3, []]);
});

test('how a file is written changes nothing: byte order mark, line ends, quotation marks, semicolons, blank lines', () => {
  const found = actors(
    'actor_id,name\na,Anna\nb,"Ben, B."\n',
    '\uFEFFactor_id;name\r\n"a";"Anna"\r\n\r\nb;Ben, B.\r\n',
  );
  assert.equal(found.changes, []);
});

test('cells of a column that is gone are not listed; those of a new one are where they are filled', () => {
  const found = actors('actor_id,name,x_old\na,Anna,1\nb,Ben,2\n', 'actor_id,x_new,name\na,,Anna\nb,7,Ben\n');
  assert.equal(found.changes, ['changed b x_new >7']);
});

test('rows that are out of order are sorted first, on whichever side', () => {
  const found = actors('actor_id,name\nb,Ben\na,Anna\n', 'actor_id,name\nc,Cleo\nb,Ben Z.\na,Anna\n');
  assert.equal(found.changes, ['changed b name Ben>Ben Z.', 'added c']);
  assert.equal([...found.sorted].sort(), ['after', 'before']);
});

test('disorder that shows only in the last row voids what was found before it', () => {
  const found = actors('actor_id,name\na,Anna\nc,Cleo\nb,Ben\n', 'actor_id,name\na,Anna\nb,Ben\nc,Cleo\n');
  assert.equal(found.changes, []);
  assert.equal(found.sorted, ['before']);
});

test('rows of one key are told apart by their number', () => {
  const found = actors('actor_id,name\na,Anna\na,Anne\n', 'actor_id,name\na,Anna\na,Ann\na,Anni\n');
  assert.equal(found.changes, ['changed a#2 name Anne>Ann', 'added a#3']);
});

test('a table that is not there has no rows', () => {
  const [table] = csvTables({ actors: 'actor_id,name\na,Anna\n' });
  assert.equal(compared({ ...table!, bytes: [] }, table!).changes, ['added a']);
  assert.equal(compared(table!, { ...table!, bytes: [] }).changes, ['withdrawn a']);
});

test('a key column that one version lacks is left out of the key', () => {
  const labels = (text: string): CsvTable => csvTables({ labels: text })[0]!;
  const found = compared(
    labels('statement_id,annotator_id,field,value\ns1,a1,stance,favor\ns1,a2,stance,favor\n'),
    labels('statement_id,batch_id,annotator_id,field,round,value\ns1,b1,a1,stance,1,favor\ns1,b1,a2,stance,1,none\n'),
  );
  assert.equal(found.changes, [
    'changed s1+stance+a1 batch_id >b1 round >1',
    'changed s1+stance+a2 batch_id >b1 round >1 value favor>none',
  ]);
});

test('the same rows are found as by comparing in memory, in whatever order both tables stand', () => {
  const table = tableOf('actor');
  const columns = ['actor_id', 'name', 'aliases'];
  const cell = fc.constantFrom('', 'a', 'b', 'a,"b"', 'é\n');
  const ids = fc.uniqueArray(fc.constantFrom('k', 'l', 'm', 'n', 'o', 'é', '10', '9'), { maxLength: 8 });
  const rows = ids.chain((keys) =>
    fc.tuple(...keys.map((key) => fc.tuple(cell, cell).map((others) => [key, ...others]))),
  ) as fc.Arbitrary<string[][]>;
  fc.assert(
    fc.property(rows, rows, (a, b) => {
      const [old, now] = [a, b].map((cells) => ({
        header: columns,
        rows: cells.map((one) => ({ cells: one, file: '', line: 0 })),
      }));
      const expected = keyedDiff(old!, now!, table.key);
      const csv = (cells: string[][]): CsvTable => csvTable('actors', table, cellsAsCsv(columns, cells));
      const found = compared(csv(a), csv(b)).changes.map((one) => one.split(' ').slice(0, 2).join(' '));
      assert.equal(
        [...found].sort(),
        [
          ...expected.added.map(({ cells }) => `added ${cells[0]}`),
          ...expected.changed.map(({ new: { cells } }) => `changed ${cells[0]}`),
          ...expected.withdrawn.map(({ cells }) => `withdrawn ${cells[0]}`),
        ].sort(),
      );
    }),
    { seed: 5, numRuns: 300 },
  );
});

test.run();
