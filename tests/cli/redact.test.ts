import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { diskStore } from '../../src/files/disk-store.js';
import { openDelta } from '../../src/files/delta-file.js';
import { openRelease } from '../../src/files/open-release.js';
import { checkSameRows } from '../../src/files/same-rows.js';
import { sha256 } from '../../src/model/hash.js';
import { tableOf } from '../../src/model/tables.js';
import { applyDelta } from '../../src/releases/apply-delta.js';
import { demarche } from '../support/command.js';
import { decision, id, labelsBy, smallDataset, writeDataset } from '../releases/small-dataset.js';

const test = suite('redact');

/** A dataset with two releases, the second with a decision more; removed behind the test. */
const withReleases = (run: (root: string) => Promise<void> | void) => async (): Promise<void> => {
  const labels = labelsBy(4, 'stance', { 'ann-1': 'against', 'ann-2': 'against' });
  const root = writeDataset(smallDataset({ labels }));
  const later = writeDataset(smallDataset({ labels, adjudication: [decision(1, 'stance', 'mixed')] }));
  try {
    const first = demarche(['release', '--version', '0.1.0', '--quiet'], { cwd: root });
    assert.is(first.code, 0, first.stderr);
    cpSync(join(later, 'adjudication.csv'), join(root, 'adjudication.csv'));
    const second = demarche(['release', '--version', '0.2.0', '--quiet'], { cwd: root });
    assert.is(second.code, 0, second.stderr);
    await run(root);
  } finally {
    for (const folder of [root, later]) rmSync(folder, { recursive: true, force: true });
  }
};

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));

test(
  'no file of any release has a word of the document any more, and each release is whole and true to its checksums',
  withReleases(async (root) => {
    const words = /tariff schedule|declined to elaborate|Belkaran envoys/;
    const has = (): string[] =>
      files(join(root, 'releases')).filter((file) => words.test(readFileSync(file, 'latin1')));
    assert.ok(has().length > 6);
    const { code, stdout, stderr } = demarche(['redact', 'wire/note', '--reason', 'asked by its publisher'], {
      cwd: root,
    });
    assert.is(code, 0, stderr);
    // The name of a target is the project's own word.
    const left = has().filter((file) => !/targets\.csv$/.test(file));
    assert.equal(left, []);
    assert.match(stdout, /redacted {4}releases\/0\.1\.0: wire\/note/);
    assert.match(stdout, 'texts/wire%2Fnote.txt');
    for (const version of ['0.1.0', '0.2.0']) {
      const folder = join(root, 'releases', version);
      for (const line of readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n'))
        assert.is(sha256(readFileSync(join(folder, line.slice(66)))), line.slice(0, 64), line);
      const rebuild = readFileSync(join(folder, 'REBUILD.md'), 'utf8');
      assert.match(rebuild, "can't be made again");
      assert.match(rebuild, sha256(readFileSync(join(folder, 'SHA256SUMS'))));
      assert.match(
        readFileSync(join(folder, 'README.md'), 'utf8'),
        /\*\*Redacted\.\*\*.*\n> wire\/note \(asked by its publisher\)/,
      );
      assert.match(readFileSync(join(folder, 'standoff/statements.csv'), 'utf8'), 'wire/note');
      assert.not.match(readFileSync(join(folder, 'data/statements.csv'), 'utf8'), 'wire/note');
      const columns = tableOf('statement').columns;
      const forms = ['data/statements.csv', 'statements.json', 'statements.jsonl', 'statements.parquet'];
      await checkSameRows(
        folder,
        forms.map((path) => ({ path, columns })),
      );
      const { resources } = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')) as {
        resources: { path: string; bytes: number; hash: string }[];
      };
      for (const { path, hash } of resources)
        assert.is(hash, `sha256:${sha256(readFileSync(join(folder, path)))}`, path);
    }
  }),
);

test(
  'the redacted delta still makes the redacted tables, and not those of a copy taken before',
  withReleases((root) => {
    const copy = mkdtempSync(join(tmpdir(), 'demarche-copy-'));
    try {
      cpSync(join(root, 'releases/0.1.0'), join(copy, '0.1.0'), { recursive: true });
      assert.is(demarche(['redact', 'wire/note', '--reason', 'asked'], { cwd: root }).code, 0);
      const store = diskStore(join(copy, 'rows'));
      const apply = (previous: string): { told: number; same: boolean } => {
        let [told, same] = [0, true];
        const delta = openDelta(join(root, 'releases/0.2.0/delta/0.1.0-0.2.0.jsonl'));
        for (const { path, content } of applyDelta(delta, openRelease(previous).tables, {
          store,
          tell: () => told++,
        })) {
          const now = readFileSync(join(root, 'releases/0.2.0', path));
          same &&= Buffer.concat([...content]).equals(now);
        }
        return { told, same };
      };
      assert.equal(apply(join(root, 'releases/0.1.0')), { told: 0, same: true });
      const old = apply(join(copy, '0.1.0'));
      assert.ok(old.told > 0 && !old.same);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  }),
);

test(
  'the next release has none of its words either, and asks for no more than its own changes',
  withReleases((root) => {
    assert.is(demarche(['redact', 'wire/note', '--reason', 'asked'], { cwd: root }).code, 0);
    const again = demarche(['redact', 'wire/note', '--reason', 'asked'], { cwd: root });
    assert.is(again.code, 0, again.stderr);
    const { code, stderr } = demarche(['release', '--version', '0.2.1', '--quiet'], { cwd: root });
    assert.is(code, 0, stderr);
    const folder = join(root, 'releases/0.2.1');
    assert.not(existsSync(join(folder, 'texts/wire%2Fnote.txt')));
    assert.match(readFileSync(join(folder, 'versions.json'), 'utf8'), '"redactions"');
    assert.is(demarche(['validate'], { cwd: root }).code, 0);
  }),
);

test(
  'a statement of a redacted document that is gone without a tombstone is told by the next release',
  withReleases((root) => {
    assert.is(demarche(['redact', 'wire/note', '--reason', 'asked'], { cwd: root }).code, 0);
    const path = join(root, 'statements.csv');
    const rows = readFileSync(path, 'utf8').replace(/\n[^\n]*rejected the tariff schedule[^\n]*/, '');
    writeFileSync(path, rows.replaceAll(`,${id(4)},`, ',,'));
    rmSync(join(root, 'labels'), { recursive: true });
    const { code, stderr } = demarche(['release', '--version', '0.3.0', '--quiet'], { cwd: root });
    assert.is(code, 1);
    assert.match(stderr, /^releases\/0\.2\.0\/standoff\/statements\.csv:\d+:1 error release\/id-vanished {2}/m);
    assert.match(stderr, `"${id(4)}" was released in 0.2.0`);
    assert.match(stderr, "version 0.3.0 can't be given (1 error against earlier releases)");
  }),
);

test(
  'a document that is redacted already keeps its reason, and where to change it is said',
  withReleases((root) => {
    const redact = (reason: string) => demarche(['redact', 'wire/note', '--reason', reason], { cwd: root });
    const path = join(root, 'redactions.csv');
    const first = redact('asked');
    assert.is(first.code, 0, first.stderr);
    assert.not.match(first.stdout, 'already');
    const other = redact('a court ordered it');
    assert.is(other.code, 0, other.stderr);
    assert.match(
      other.stdout,
      'already     wire/note was redacted before, and its earlier reason stays: "asked"; to give it another, change redactions.csv:2, column reason, and redact it again',
    );
    assert.match(readFileSync(path, 'utf8'), 'wire/note,asked\n');
    const same = redact('asked');
    assert.match(same.stdout, 'already     wire/note was redacted before, for this reason\n');
    // What is advised works: the releases bear the new reason.
    writeFileSync(path, readFileSync(path, 'utf8').replace(',asked', ',a court ordered it'));
    assert.match(redact('a court ordered it').stdout, 'wire/note was redacted before, for this reason\n');
    assert.match(readFileSync(join(root, 'releases/0.1.0/README.md'), 'utf8'), 'wire/note (a court ordered it)');
  }),
);

test('an unknown document is wrong use, with some that are there', () => {
  const { code, stderr } = demarche(['redact', 'moon', '--reason', 'x', '--project', resolve('data/sample')], {
    cwd: tmpdir(),
  });
  assert.is(code, 2);
  assert.match(stderr, /no document "moon".*01-press-availability/);
});

test(
  'a release that is not what its checksums say is not signed anew, and nothing is changed',
  withReleases((root) => {
    const path = join(root, 'releases', '0.2.0', 'data', 'statements.csv');
    writeFileSync(path, readFileSync(path, 'utf8').replace(',favor,', ',against,'));
    const { code, stdout, stderr } = demarche(['redact', 'wire/note', '--reason', 'asked'], { cwd: root });
    assert.equal([code, stdout], [2, '']);
    assert.match(stderr, /0\.2\.0 is damaged: data\/statements\.csv is not what its SHA256SUMS says/);
    assert.not(existsSync(join(root, 'redactions.csv')));
  }),
);

test.run();
