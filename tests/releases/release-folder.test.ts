import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { holdsSameFiles, isFilled, writeFolderWhole, type FolderFile } from '../../src/files/release-folder.js';
import { UsageError } from '../../src/model/errors.js';

const test = suite('release-folder');

const old: readonly FolderFile[] = [
  { path: 'a.txt', content: 'old' },
  { path: 'deep/er/b.txt', content: 'old too\n' },
];
const inTemporary = (run: (folder: string, root: string) => void): void => {
  const root = mkdtempSync(join(tmpdir(), 'demarche-folder-'));
  try {
    run(join(root, '1.0.0'), root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};

test('a folder is written with its sub-folders, and nothing is left beside it', () =>
  inTemporary((folder, root) => {
    const seen: string[] = [];
    assert.is(writeFolderWhole(folder, old, { onFile: (file) => seen.push(file.path) }), 2);
    assert.is(readFileSync(join(folder, 'deep/er/b.txt'), 'utf8'), 'old too\n');
    assert.equal(seen, ['a.txt', 'deep/er/b.txt']);
    assert.equal(readdirSync(root), ['1.0.0']);
  }));

test('a fault half-way leaves the release that was there whole, and no rubbish', () =>
  inTemporary((folder, root) => {
    writeFolderWhole(folder, old);
    function* broken(): Iterable<FolderFile> {
      yield { path: 'a.txt', content: 'new' };
      throw new Error('power');
    }
    assert.throws(() => writeFolderWhole(folder, broken()), /power/);
    assert.ok(holdsSameFiles(folder, old));
    assert.equal(readdirSync(root), ['1.0.0']);
  }));

test('a file in the way of a folder is told as wrong use and the old release stays', () =>
  inTemporary((folder, root) => {
    writeFolderWhole(folder, old);
    const clash = [
      { path: 'a', content: 'file' },
      { path: 'a/b', content: 'needs a folder' },
    ];
    assert.throws(
      () => writeFolderWhole(folder, clash),
      (error: unknown) => error instanceof UsageError,
    );
    assert.ok(holdsSameFiles(folder, old));
    assert.equal(readdirSync(root), ['1.0.0']);
  }));

test('a release that a killed run had set aside comes back', () =>
  inTemporary((folder, root) => {
    writeFolderWhole(folder, old);
    renameSync(folder, join(root, '.1.0.0.old'));
    assert.throws(() => writeFolderWhole(folder, failing()), /disk/);
    assert.ok(holdsSameFiles(folder, old));
    function* failing(): Iterable<FolderFile> {
      yield old[0]!;
      throw new Error('disk');
    }
  }));

test('a run that is killed half-way leaves the old release whole, and the next run sweeps up', () =>
  inTemporary((folder, root) => {
    writeFolderWhole(folder, old);
    const code = `
      import { writeFolderWhole } from './src/files/release-folder.ts';
      function* files() {
        yield { path: 'a.txt', content: 'new' };
        process.kill(process.pid, 'SIGKILL');
        for (;;) yield { path: 'b.txt', content: 'never' };
      }
      writeFolderWhole(${JSON.stringify(folder)}, files());`;
    const run = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
      encoding: 'utf8',
    });
    assert.is(run.signal, 'SIGKILL', run.stderr);
    assert.ok(holdsSameFiles(folder, old));
    assert.is(readdirSync(root).length, 2);
    writeFolderWhole(folder, old);
    assert.equal(readdirSync(root), ['1.0.0']);
  }));

test('a new release replaces the old one completely', () =>
  inTemporary((folder, root) => {
    writeFolderWhole(folder, old);
    writeFolderWhole(folder, [{ path: 'c.txt', content: 'new' }]);
    assert.ok(holdsSameFiles(folder, [{ path: 'c.txt', content: 'new' }]));
    assert.not(existsSync(join(folder, 'a.txt')));
    assert.equal(readdirSync(root), ['1.0.0']);
  }));

test('another byte, a missing file and a file too many are seen', () =>
  inTemporary((folder) => {
    writeFolderWhole(folder, old);
    assert.ok(holdsSameFiles(folder, old));
    assert.not(holdsSameFiles(folder, [old[0]!, { path: 'deep/er/b.txt', content: 'old too' }]));
    assert.not(holdsSameFiles(folder, [...old, { path: 'c.txt', content: '' }]));
    assert.not(holdsSameFiles(folder, old.slice(1)));
  }));

test('an empty folder is not filled, and a file is no folder', () =>
  inTemporary((folder, root) => {
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
