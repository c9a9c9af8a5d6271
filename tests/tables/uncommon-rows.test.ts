import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { memoryStore } from '../../src/tables/row-store.js';
import { compareTables } from '../../src/tables/table-join.js';
import { uncommonRows } from '../../src/tables/uncommon-rows.js';
import { csvTables, csvText } from '../support/release-tables.js';

const test = suite('uncommon rows');
const store = memoryStore();
const actors = (rows: readonly string[]) =>
  csvTables({ actors: `actor_id,name\n${rows.map((row) => `${row}\n`).join('')}` })[0]!;

test('rows that both have are set aside, wherever they stand; the others are sorted', () => {
  const before = actors(['c,Cleo', 'b,Ben', 'a,Anna']);
  const after = actors(['d,Dora', 'b,Ben Z.', 'c,Cleo', 'a,Anna']);
  const found = uncommonRows(before, after, before.key, store);
  assert.is(csvText(found.before), 'actor_id,name\nb,Ben\n');
  assert.is(csvText(found.after), 'actor_id,name\nb,Ben Z.\nd,Dora\n');
  assert.is(found.common, 2);
});

test('a row that stands twice on one side has one partner on the other', () => {
  const [before, after] = [actors(['b,Ben', 'a,Anna', 'a,Anna']), actors(['a,Anna', 'b,Ben'])];
  const found = uncommonRows(before, after, before.key, store);
  assert.is(csvText(found.before), 'actor_id,name\na,Anna\n');
  assert.is(csvText(found.after), 'actor_id,name\n');
});

test('many rows are told apart', () => {
  const rows = Array.from({ length: 5000 }, (_, i) => `${(i * 7919) % 5000},${i}`);
  const changed = rows.map((row, i) => (i % 1000 === 1 ? `${row}x` : row));
  const found = uncommonRows(actors(rows), actors(changed.reverse()), actors([]).key, store);
  assert.is(found.common, 4995);
  assert.is(csvText(found.after).split('\n').length, 7);
});

test('where keys stand once, the changes are those of the exact comparison', () => {
  const ids = fc.uniqueArray(fc.constantFrom('k', 'l', 'm', 'n', 'o', 'p'));
  const rows = ids.chain((keys) =>
    fc.tuple(...keys.map((key) => fc.constantFrom('', 'a', '"a,b"').map((name) => `${key},${name}`))),
  );
  const changes = (a: readonly string[], b: readonly string[], exact: boolean): readonly unknown[] => {
    const { result } = compareTables(actors(a), actors(b), {
      store,
      exact,
      start: () => {
        const seen: unknown[] = [];
        return {
          see: ({ what, key, nth, cells }) => void seen.push([what, key, nth, cells]),
          end: (count) => [count, ...seen],
        };
      },
    });
    return result;
  };
  fc.assert(
    fc.property(rows, rows, (a, b) => assert.equal(changes(a, b, false), changes(a, b, true))),
    { seed: 11, numRuns: 300 },
  );
});

test.run();
