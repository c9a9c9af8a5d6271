import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { diskStore } from '../../src/files/disk-store.js';
import { UsageError } from '../../src/model/errors.js';
import { compareText } from '../../src/model/findings.js';
import { memoryStore, type RowStore } from '../../src/tables/row-store.js';

const test = suite('disk-store');

interface Row {
  readonly id: string;
  readonly n: number;
}

const withStore = (run: (store: RowStore) => void, options: { readonly run?: number } = {}): void => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-store-'));
  const store = diskStore(join(folder, 'rows'), options);
  try {
    run(store);
    store.remove();
    assert.not.ok(existsSync(join(folder, 'rows')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const byId = (a: Row, b: Row): number => compareText(a.id, b.id);

test('rows come back as they were written, again and again, whatever their shape', () =>
  withStore((store) => {
    const rows = [{ a: 1, b: 'x\n"y' }, { a: null, b: '🚢' }, { b: 'other order', a: [1, { c: 2 }] }, { a: 0 }];
    const writer = store.writer<object>();
    for (const row of rows) writer.push(row);
    const kept = writer.done();
    assert.is(kept.count, 4);
    assert.equal([...kept], rows);
    assert.equal([...kept], rows);
  }));

test('no rows are no rows, sorted or not', () =>
  withStore((store) => {
    assert.equal([...store.writer<Row>().done()], []);
    assert.equal([...store.sorted<Row>([], byId)], []);
  }));

test('sorting on disk in many small runs gives what sorting in memory gives, equal rows in the order they came', () =>
  fc.assert(
    fc.property(
      fc.array(fc.record({ id: fc.string({ maxLength: 2 }), n: fc.integer() }, { noNullPrototype: true })),
      (rows) =>
        withStore((store) => assert.equal([...store.sorted(rows, byId)], [...memoryStore().sorted(rows, byId)]), {
          run: 40,
        }),
    ),
    { numRuns: 100, seed: 6 },
  ));

test('a full disk and a place that is none are told as wrong use', () => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-store-'));
  try {
    // Whatever is written to this device, the disk is full.
    symlinkSync('/dev/full', join(folder, '0.rows'));
    const writer = diskStore(folder).writer<Row>();
    writer.push({ id: 'a', n: 1 });
    assert.throws(
      () => writer.done(),
      (error: unknown) => error instanceof UsageError && /can.t be written: the disk is full/.test(error.message),
    );
    writeFileSync(join(folder, 'file'), '');
    assert.throws(
      () => diskStore(join(folder, 'file', 'rows')).writer<Row>(),
      (error: unknown) => error instanceof UsageError && /a part of its path is a file/.test(error.message),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('more runs than are merged at a time are merged in steps, equal rows in the order they came', () =>
  withStore(
    (store) => {
      const rows = Array.from({ length: 200 }, (_, n) => ({ id: String((n * 37) % 11), n }));
      const sorted = store.sorted(rows, byId);
      assert.is(sorted.count, 200);
      for (let reading = 0; reading < 2; reading++) assert.equal([...sorted], [...memoryStore().sorted(rows, byId)]);
    },
    // Every row is a run of its own.
    { run: 1 },
  ));

test.run();
