import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { id, label, labelsBy, smallDataset, writeDataset, type SmallDataset } from './small-dataset.js';

const test = suite('release command');

const main = 'src/cli/main.ts';
const inDataset = (more: Partial<SmallDataset>, run: (root: string) => void): void => {
  const root = writeDataset(smallDataset(more));
  try {
    run(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};
const demarche = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', main, 'release', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};
const labels = [...labelsBy(1, 'stance', { 'ann-1': 'favor', 'ann-2': 'neutral' }), label(2, 'stance', 'favor')];

test('a release is written, warns of ties, and prints its counts and manifest', () =>
  inDataset({ labels }, (root) => {
    const { status, stdout, stderr } = demarche('--project', root, '--version', '0.1.0');
    assert.is(status, 0, stderr);
    assert.match(stderr, /labels\/b1\/ann-1\.csv:2:\d+ warning label\/tie/);
    assert.match(stdout, /release {3}0\.1\.0 \(2031-04-02\)/);
    assert.match(stdout, 'stance    adjudicated 0, majority 0, single 1, auto 3');
    const manifest = /manifest {2}([0-9a-f]{64})/.exec(stdout)![1]!;
    assert.match(readFileSync(join(root, 'releases/0.1.0/REBUILD.md'), 'utf8'), manifest);
    const check = spawnSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], {
      cwd: join(root, 'releases/0.1.0'),
      encoding: 'utf8',
    });
    if (!check.error) assert.is(check.status, 0, check.stdout + check.stderr);
  }));

test('the same again is unchanged, other content needs --force, and --force replaces releases only', () =>
  inDataset({ labels }, (root) => {
    assert.is(demarche('--project', root, '--version', '0.1.0', '--quiet').status, 0);
    const again = demarche('--project', root, '--version', '0.1.0', '--quiet');
    assert.is(again.status, 0);
    assert.match(again.stdout, 'unchanged');
    assert.is(again.stderr, '');
    const dated = ['--project', root, '--version', '0.1.0', '--date', '2031-12-24'];
    const refused = demarche(...dated);
    assert.is(refused.status, 2);
    assert.match(refused.stderr, /other content/);
    assert.is(demarche(...dated, '--force').status, 0);
    assert.match(readFileSync(join(root, 'releases/0.1.0/README.md'), 'utf8'), '2031-12-24');
    assert.is(demarche(...dated, '--force', '--out', join(root, 'texts')).status, 2);
    assert.ok(existsSync(join(root, 'texts', 'quay-report.txt')));
  }));

test('a folder in releases/ that is no release is never replaced, and it is said what to do', () =>
  inDataset({ labels }, (root) => {
    const folder = join(root, 'releases', '0.1.0');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'notes.txt'), 'mine\n');
    for (const force of [['--force'], []]) {
      const { status, stdout, stderr } = demarche('--project', root, '--version', '0.1.0', '--quiet', ...force);
      assert.is(status, 2);
      assert.is(stdout, '');
      assert.match(
        stderr,
        /releases\/0\.1\.0 holds files and is no release \(it has no SHA256SUMS, versions\.json, datapackage\.json\), so that not even --force replaces it; move it away, or name another folder with --out\n/,
      );
      assert.is(readFileSync(join(folder, 'notes.txt'), 'utf8'), 'mine\n');
    }
  }));

test('--out may lie anywhere, and a copy of the dataset gives the same manifest there', () =>
  inDataset({ labels }, (root) => {
    const copy = `${root}-copy`;
    try {
      cpSync(root, copy, { recursive: true });
      const manifests = [root, copy].map((project) => {
        const { stdout } = demarche('--project', project, '--version', '0.1.0', '--out', join(project, 'elsewhere'));
        return /manifest {2}([0-9a-f]{64})/.exec(stdout)?.[1];
      });
      assert.ok(manifests[0]);
      assert.is(manifests[0], manifests[1]);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  }));

test('errors in the dataset refuse the release with their place and exit code 1', () =>
  inDataset({ labels: [label(1, 'stance', 'favour')] }, (root) => {
    const { status, stdout, stderr } = demarche('--project', root, '--version', '0.1.0');
    assert.is(status, 1);
    assert.is(stdout, '');
    assert.match(stderr, /labels\/b1\/ann-1\.csv:2:\d+ error label\/unknown-category/);
    assert.not(existsSync(join(root, 'releases')));
  }));

test('the second release counts against the first', () =>
  inDataset({ labels }, (root) => {
    assert.is(demarche('--project', root, '--version', '0.1.0', '--quiet').status, 0);
    const path = join(root, 'statements.csv');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/\n[^\n]*rejected the tariff schedule[^\n]*/, ''));
    const gone = demarche('--project', root, '--version', '0.2.0');
    assert.is(gone.status, 1);
    assert.match(gone.stderr, 'release/id-vanished');
    writeFileSync(path, readFileSync(path, 'utf8').replace(new RegExp(`,${id(4)},`), ',,'));
    writeFileSync(
      join(root, 'tombstones.csv'),
      `id,withdrawn_in,reason,replaced_by\n${id(4)},,told by a journalist,\n`,
    );
    const { status, stderr } = demarche('--project', root, '--version', '0.2.0');
    assert.is(status, 0, stderr);
    const changelog = readFileSync(join(root, 'releases/0.2.0/CHANGELOG.md'), 'utf8');
    assert.match(changelog, '- Statements withdrawn: 1.');
    assert.match(changelog, '## 0.1.0 (2031-04-02)');
  }));

test('a redirect to a row that is not released is told at its cell, be it in an earlier release only', () => {
  const stones = [{ id: id(9), withdrawn_in: null, reason: 'merged', replaced_by: id(2) }];
  inDataset({ labels: [label(2, 'status', 'rejected')], tombstones: stones }, (root) => {
    const told = (version: string): readonly string[] => {
      const { stderr } = demarche('--project', root, '--version', version);
      return [...stderr.matchAll(/^(\S+) warning tombstone\/replacement/gm)].map(([, place]) => relative(root, place!));
    };
    /** Where a table names what replaced the withdrawn row. */
    const cell = (path: string): string => {
      const lines = readFileSync(join(root, path), 'utf8').split('\n');
      const line = lines.findIndex((one) => one.startsWith(id(9)));
      return `${path}:${line + 1}:${lines[line]!.indexOf(id(2)) + 1}`;
    };
    assert.equal(told('0.1.0'), [cell('tombstones.csv')]);
    rmSync(join(root, 'tombstones.csv'));
    assert.equal(told('0.1.1'), [cell('releases/0.1.0/data/tombstones.csv')]);
  });
});

test('a release before that is not what its checksums say is not believed', () =>
  inDataset({ labels }, (root) => {
    assert.is(demarche('--project', root, '--version', '0.1.0', '--quiet').status, 0);
    const path = join(root, 'releases/0.1.0/data/statements.csv');
    writeFileSync(path, readFileSync(path, 'utf8').replace(',favor,', ',neutral,'));
    const { status, stderr } = demarche('--project', root, '--version', '0.1.1');
    assert.is(status, 2);
    assert.match(stderr, /0\.1\.0 is damaged: data\/statements\.csv is not what its SHA256SUMS says/);
  }));

test('a release is never written into another', () =>
  inDataset({ labels }, (root) => {
    assert.is(demarche('--project', root, '--version', '0.1.0', '--quiet').status, 0);
    const inside = join(root, 'releases/0.1.0/data/x');
    const { status, stderr } = demarche('--project', root, '--version', '0.1.1', '--out', inside);
    assert.is(status, 2);
    assert.match(stderr, 'lies inside of the release');
    assert.not(existsSync(inside));
  }));

test('a version that is none, a date that is none and a missing version are wrong use', () =>
  inDataset({}, (root) => {
    assert.is(demarche('--project', root, '--version', '1.0').status, 2);
    assert.is(demarche('--project', root, '--version', '1.0.0', '--date', '2031-02-30').status, 2);
    assert.is(demarche('--project', root).status, 2);
  }));

test.run();
