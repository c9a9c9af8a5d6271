import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Finding } from '../../src/model/generated.js';
import { tableOf } from '../../src/model/tables.js';
import { applyDelta } from '../../src/releases/apply-delta.js';
import type { Delta } from '../../src/releases/delta.js';
import { deltaPieces, parseDelta } from '../../src/releases/delta-text.js';
import { makeDelta } from '../../src/releases/make-delta.js';
import { cellsAsCsv, csvTable, type CsvTable } from '../../src/tables/csv-table.js';
import { rowOrder } from '../../src/tables/row-order.js';
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

const text = ({ bytes }: Pick<CsvTable, 'bytes'>): string => Buffer.concat([...bytes]).toString();

function delta(before: readonly CsvTable[], after: readonly CsvTable[], more: object = {}): Delta {
  return makeDelta(before, after, { from: '1.0.0', to: '1.1.0', store, ...more });
}

/** What applying gives, by path, and what is told. */
function applied(change: Delta, before: readonly CsvTable[]): { files: Record<string, string>; told: Finding[] } {
  const told: Finding[] = [];
  const files: Record<string, string> = {};
  const read = parseDelta([...deltaPieces(change)].join('').split('\n'));
  for (const { path, content } of applyDelta(read, before, { store, tell: (found) => told.push(found) }))
    files[path] = text({ bytes: content });
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
      assert.equal(files, Object.fromEntries(after.map((one) => [`data/${one.name}.csv`, text(one)])));
    }),
    { seed: 7, numRuns: 600 },
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
test.run();
