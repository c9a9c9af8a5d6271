import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { temporaryBeside } from '../../src/files/besides.js';
import {
  holdsSameFiles,
  isFilled,
  tidyBeside,
  writeFolderWhole,
  type FolderFile,
} from '../../src/files/release-folder.js';
import { UsageError } from '../../src/model/errors.js';

const test = suite('release-folder');

/** A process number that no process has: they end at 2^22. */
const NOBODY = 2 ** 22 + 1;

const old: readonly FolderFile[] = [
  { path: 'a.txt', content: 'old' },
  { path: 'deep/er/b.txt', content: 'old too\n' },
];
const inTemporary = async (run: (folder: string, root: string) => void | Promise<void>): Promise<void> => {
  const root = mkdtempSync(join(tmpdir(), 'demarche-folder-'));
  try {
    await run(join(root, '1.0.0'), root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};
/** What a promise is rejected with; a failure when it is not. */
const faultOf = async (promise: Promise<unknown>): Promise<Error> => {
  const fault = await promise.then(
    () => null,
    (error: unknown) => error as Error,
  );
  assert.ok(fault, 'nothing went wrong');
  return fault!;
};

test('a folder is written with its sub-folders, and nothing is left beside it', () =>
  inTemporary(async (folder, root) => {
    const seen: string[] = [];
    assert.is(await writeFolderWhole(folder, old, { onFile: (file) => seen.push(file.path) }), 2);
    assert.is(readFileSync(join(folder, 'deep/er/b.txt'), 'utf8'), 'old too\n');
    assert.equal(seen, ['a.txt', 'deep/er/b.txt']);
    assert.equal(readdirSync(root), ['1.0.0']);
  }));

test('a fault half-way leaves the release that was there whole, and no rubbish', () =>
  inTemporary(async (folder, root) => {
    await writeFolderWhole(folder, old);
    function* broken(): Iterable<FolderFile> {
      yield { path: 'a.txt', content: 'new' };
      throw new Error('power');
    }
    assert.match((await faultOf(writeFolderWhole(folder, broken()))).message, /power/);
    assert.ok(holdsSameFiles(folder, old));
    assert.equal(readdirSync(root), ['1.0.0']);
  }));

test('a file in the way of a folder is told as wrong use and the old release stays', () =>
  inTemporary(async (folder, root) => {
    await writeFolderWhole(folder, old);
    const clash = [
      { path: 'a', content: 'file' },
      { path: 'a/b', content: 'needs a folder' },
    ];
    const fault = await faultOf(writeFolderWhole(folder, clash));
    assert.instance(fault, UsageError);
    assert.match(fault.message, /1\.0\.0 can't be written: a file is where a folder should be\. Nothing was changed/);
    assert.ok(holdsSameFiles(folder, old));
    assert.equal(readdirSync(root), ['1.0.0']);
  }));

test('a release that a killed run had set aside comes back', () =>
  inTemporary(async (folder, root) => {
    await writeFolderWhole(folder, old);
    renameSync(folder, join(root, `.1.0.0.${NOBODY}.old`));
    tidyBeside(folder);
    assert.ok(holdsSameFiles(folder, old));
    assert.equal(readdirSync(root), ['1.0.0']);
  }));

test('a run that is killed half-way leaves the old release whole, and the next run sweeps up', () =>
  inTemporary(async (folder, root) => {
    await writeFolderWhole(folder, old);
    const code = `
      import { writeFolderWhole } from './src/files/release-folder.ts';
      function* files() {
        yield { path: 'a.txt', content: 'new' };
        process.kill(process.pid, 'SIGKILL');
        for (;;) yield { path: 'b.txt', content: 'never' };
      }
      await writeFolderWhole(${JSON.stringify(folder)}, files());`;
    const run = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
      encoding: 'utf8',
    });
    assert.is(run.signal, 'SIGKILL', run.stderr);
    assert.ok(holdsSameFiles(folder, old));
    assert.is(readdirSync(root).length, 2);
    await writeFolderWhole(folder, old);
    assert.equal(readdirSync(root), ['1.0.0']);
  }));

test('a new release replaces the old one completely', () =>
  inTemporary(async (folder, root) => {
    await writeFolderWhole(folder, old);
    await writeFolderWhole(folder, [{ path: 'c.txt', content: 'new' }]);
    assert.ok(holdsSameFiles(folder, [{ path: 'c.txt', content: 'new' }]));
    assert.not(existsSync(join(folder, 'a.txt')));
    assert.equal(readdirSync(root), ['1.0.0']);
  }));

test('another byte, a missing file and a file too many are seen', () =>
  inTemporary(async (folder) => {
    await writeFolderWhole(folder, old);
    assert.ok(holdsSameFiles(folder, old));
    assert.not(holdsSameFiles(folder, [old[0]!, { path: 'deep/er/b.txt', content: 'old too' }]));
    assert.not(holdsSameFiles(folder, [...old, { path: 'c.txt', content: '' }]));
    assert.not(holdsSameFiles(folder, old.slice(1)));
  }));

test('what a killed run set aside goes where the new release is in place, and so do temporary folders', () =>
  inTemporary(async (folder, root) => {
    await writeFolderWhole(folder, old);
    for (const name of [`${NOBODY}.old`, `${NOBODY}.tmp`, `${NOBODY}.rows.tmp`, `${process.pid}.rows.tmp`]) {
      mkdirSync(join(root, `.1.0.0.${name}`, 'deep'), { recursive: true });
    }
    // Of another run that goes on, of another release, and no run's at all.
    const others = [`.1.0.0.${process.ppid}.tmp`, `.1.0.00.${NOBODY}.tmp`, '.1.0.0.tmp', '.1.0.0.x.tmp'].sort();
    for (const name of others) mkdirSync(join(root, name));
    tidyBeside(folder);
    assert.equal(readdirSync(root), [...others, '1.0.0'].sort());
    assert.ok(holdsSameFiles(folder, old));
  }));

test('of several folders that were set aside, the last comes back', () =>
  inTemporary(async (folder, root) => {
    const files = (content: string): FolderFile[] => [{ path: 'a.txt', content }];
    for (const [i, content] of ['first', 'second', 'third'].entries()) {
      await writeFolderWhole(folder, files(content));
      renameSync(folder, join(root, `.1.0.0.${NOBODY + ((i + 1) % 3)}.old`));
    }
    tidyBeside(folder);
    assert.ok(holdsSameFiles(folder, files('third')));
    assert.equal(readdirSync(root), ['1.0.0']);
  }));

test("this run's own temporary folders stay while it writes", () =>
  inTemporary(async (folder, root) => {
    const own = temporaryBeside(folder, 'rows');
    mkdirSync(own);
    await writeFolderWhole(folder, old);
    assert.ok(existsSync(own));
    tidyBeside(folder);
    assert.equal(readdirSync(root), ['1.0.0']);
  }));

test('a check that fails keeps the new folder out of place, and its error is passed on', () =>
  inTemporary(async (folder, root) => {
    await writeFolderWhole(folder, old);
    const seen: string[] = [];
    const check = (temporary: string): void => {
      seen.push(...readdirSync(temporary));
      throw new Error('not the same');
    };
    const fault = await faultOf(writeFolderWhole(folder, [{ path: 'c.txt', content: 'new' }], { check }));
    assert.match(fault.message, 'not the same');
    assert.not.instance(fault, UsageError);
    assert.equal(seen, ['c.txt']);
    assert.ok(holdsSameFiles(folder, old));
    assert.equal(readdirSync(root), ['1.0.0']);
  }));

test('a temporary folder that vanishes half-way is noticed, and the old release stays', () =>
  inTemporary(async (folder, root) => {
    await writeFolderWhole(folder, old);
    const vanish = (path: string): readonly FolderFile[] => [
      { path: 'a.txt', content: 'new' },
      {
        path,
        content: {
          *[Symbol.iterator]() {
            rmSync(temporaryBeside(folder), { recursive: true });
            yield 'new';
          },
        },
      },
    ];
    for (const files of [
      vanish('b.txt'),
      [...vanish('b.txt'), { path: 'c.txt', content: 'later' }],
      [...vanish('deep/b.txt'), { path: 'deep/c.txt', content: 'later' }],
      [...vanish('b.txt'), { path: 'deep/c.txt', content: 'later' }],
    ]) {
      const fault = await faultOf(writeFolderWhole(folder, files));
      assert.instance(fault, UsageError);
      assert.match(fault.message, /removed by another program/);
      assert.ok(holdsSameFiles(folder, old));
      assert.equal(readdirSync(root), ['1.0.0']);
    }
  }));

test('a full disk is told as wrong use, and the old release stays', () =>
  inTemporary(async (folder, root) => {
    await writeFolderWhole(folder, old);
    // Whatever is written to this device, the disk is full.
    const onFile = (): void => symlinkSync('/dev/full', join(temporaryBeside(folder), 'b.txt'));
    const files = ['a.txt', 'b.txt'].map((path) => ({ path, content: 'new' }));
    const fault = await faultOf(writeFolderWhole(folder, files, { onFile }));
    assert.instance(fault, UsageError);
    assert.match(fault.message, /1\.0\.0 can't be written: the disk is full\. Nothing was changed there\./);
    assert.ok(holdsSameFiles(folder, old));
    assert.equal(readdirSync(root), ['1.0.0']);
  }));

test('a file that is cut short behind our back is noticed', () =>
  inTemporary(async (folder, root) => {
    const onFile = ({ path }: FolderFile): void => {
      if (path !== 'a.txt') truncateSync(join(temporaryBeside(folder), 'a.txt'), 1);
    };
    const fault = await faultOf(writeFolderWhole(folder, old, { onFile }));
    assert.instance(fault, UsageError);
    assert.match(fault.message, /a\.txt was changed by another program/);
    assert.equal(readdirSync(root), []);
  }));

test('a release that another run put there meanwhile is replaced only where that is allowed', () =>
  inTemporary(async (folder, root) => {
    const other: readonly FolderFile[] = [{ path: 'other.txt', content: 'other' }];
    const check = (): void => {
      mkdirSync(folder);
      writeFileSync(join(folder, 'other.txt'), 'other');
    };
    const fault = await faultOf(writeFolderWhole(folder, old, { check, replace: false }));
    assert.instance(fault, UsageError);
    assert.match(fault.message, /was written by another run meanwhile/);
    assert.ok(holdsSameFiles(folder, other));
    assert.equal(readdirSync(root), ['1.0.0']);
    await writeFolderWhole(folder, other, { check: () => {}, replace: false });
    rmSync(folder, { recursive: true });
    await writeFolderWhole(folder, old, { check });
    assert.ok(holdsSameFiles(folder, old));
    assert.equal(readdirSync(root), ['1.0.0']);
  }));

test('an empty folder is not filled, and a file is no folder', () =>
  inTemporary(async (folder, root) => {
    assert.not(isFilled(folder));
    mkdirSync(folder);
    assert.not(isFilled(folder));
    writeFileSync(join(root, 'plain'), '');
    assert.throws(
      () => isFilled(join(root, 'plain')),
      (error: unknown) => error instanceof UsageError,
    );
  }));

test.run();
