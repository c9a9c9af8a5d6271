import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { sha256 } from '../../src/model/hash.js';
import { formatRecords } from '../../src/tables/csv-writer.js';
import { label, labelsBy, smallDataset, statement, writeDataset } from './small-dataset.js';

const test = suite('rebuild');

// Names on which the languages of the test disagree: I and i, and letters with marks.
const strange = ['ınsel', 'INSEL', 'insel', 'Österreich', 'zebra', 'Zebra'].map((speaker_role, i) =>
  statement(20 + i, 'quay-report', 'Port Ardel', { speaker_role, flags: [`-${speaker_role}`] }),
);
const labels = [
  ...labelsBy(1, 'stance', { 'ann-1': 'favor', 'ann-2': 'neutral' }),
  ...labelsBy(4, 'stance', { 'ann-1': 'against', 'ann-2': 'against', 'm-1': 'favor' }),
  label(2, 'stance', 'none'),
];
const root = writeDataset(smallDataset({ statements: [...smallDataset().statements, ...strange], labels }));
const places = ['copy', 'shuffled'].map((name) => `${root}-${name}`);

const run = (cwd: string, args: readonly string[], { language = 'C', zone = 'UTC' } = {}) => {
  const env = { ...process.env, TZ: zone, LANG: language, LC_ALL: language };
  const loader = ['--import', import.meta.resolve('tsx'), resolve('src/cli/main.ts')];
  return spawnSync(process.execPath, [...loader, 'release', ...args], { cwd, encoding: 'utf8', env });
};

/** Runs the command in a folder, under a language and a time zone. */
const release = (cwd: string, args: readonly string[], place: { language?: string; zone?: string } = {}): string => {
  const { status, stdout, stderr } = run(cwd, args, place);
  assert.is(status, 0, stderr);
  return stdout;
};
const content = (folder: string): readonly (readonly [path: string, sum: string])[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(folder.length), sha256(readFileSync(path))] as const)
    .sort();

/** Names of the files that one of two folders lacks, or that differ. */
const differing = (one: string, other: string): string[] => {
  const [left, right] = [new Map(content(one)), new Map(content(other))];
  return [...new Set([...left.keys(), ...right.keys()])].filter((path) => left.get(path) !== right.get(path));
};

/** The command and the hash that a release's REBUILD.md names. */
const recipe = (folder: string): { readonly args: readonly string[]; readonly manifest: string } => {
  const text = readFileSync(join(folder, 'REBUILD.md'), 'utf8');
  const command = /^ {4}npx demarche release (.*)$/m.exec(text)?.[1];
  const manifest = /^ {4}([0-9a-f]{64})$/m.exec(text)?.[1];
  assert.ok(command && manifest, text);
  return { args: command!.split(' '), manifest: manifest! };
};

/** Turns the order of a table's rows round. */
const turn = (path: string): void => {
  const [header = [], ...rows] = parse(readFileSync(path, 'utf8'), { record_delimiter: '\n' }) as string[][];
  const records = rows.reverse().map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])));
  writeFileSync(path, formatRecords(header, records));
};

const made = join(root, 'releases', '0.2.0');
test.before(() => {
  release(root, ['--version', '0.1.0', '--quiet']);
  turn(join(root, 'statements.csv'));
  release(root, ['--version', '0.2.0', '--include-related', '--spreadsheet', '--quiet']);
});
test.after(() => [root, ...places].forEach((path) => rmSync(path, { recursive: true, force: true })));

test('REBUILD.md names the hash of SHA256SUMS, and its command says again what is there, in another language and zone', () => {
  const { args, manifest } = recipe(made);
  assert.equal(args, ['--version', '0.2.0', '--date', '2031-04-02', '--include-related', '--spreadsheet']);
  assert.is(sha256(readFileSync(join(made, 'SHA256SUMS'))), manifest);
  const said = release(root, args, { language: 'tr_TR.UTF-8', zone: 'Pacific/Auckland' });
  assert.match(said, `manifest  ${manifest}\nunchanged`);
});

test('in a copy elsewhere without the release its command makes the same folder, byte for byte', () => {
  const copy = places[0]!;
  cpSync(root, copy, { recursive: true });
  rmSync(join(copy, 'releases', '0.2.0'), { recursive: true });
  const { args, manifest } = recipe(made);
  assert.match(release(copy, args, { language: 'lt_LT.UTF-8', zone: 'America/Los_Angeles' }), manifest);
  assert.equal(differing(join(copy, 'releases', '0.2.0'), made), []);
});

test('the order of the rows of every table of the dataset does not matter', () => {
  const shuffled = places[1]!;
  cpSync(root, shuffled, { recursive: true });
  rmSync(join(shuffled, 'releases', '0.2.0'), { recursive: true });
  const own = readdirSync(shuffled, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.csv') && !path.startsWith('releases'),
  );
  assert.ok(own.includes(join('labels', 'b1', 'ann-1.csv')) && own.length > 8, own.join());
  own.forEach((path) => turn(join(shuffled, path)));
  release(shuffled, [...recipe(made).args, '--quiet']);
  assert.equal(differing(join(shuffled, 'releases', '0.2.0'), made), []);
});

test('the same release elsewhere is the same: its content is what counts', () => {
  const { args, manifest } = recipe(made);
  const said = release(root, [...args, '--previous', join('releases', '0.1.0'), '--out', 'again', '--quiet']);
  // The command names --previous, so that REBUILD.md alone is another; it is no part of the hash.
  assert.match(said, `manifest  ${manifest}\nwritten   again`);
  assert.match(readFileSync(join(root, 'again', 'REBUILD.md'), 'utf8'), '--previous releases/0.1.0 --include-related');
});

test('where --previous named the release before, its command does, and makes the same folder again', () => {
  const copy = `${root}-previous`;
  try {
    cpSync(root, copy, { recursive: true });
    // Outside of releases/ it is not found by itself: without --previous the release would be the first.
    cpSync(join(root, 'releases', '0.1.0'), join(copy, 'published', '0.1.0'), { recursive: true });
    rmSync(join(copy, 'releases'), { recursive: true });
    const own = join(copy, 'releases', '0.2.0');
    release(copy, ['--version', '0.2.0', '--previous', join('published', '0.1.0'), '--quiet']);
    const { args, manifest } = recipe(own);
    assert.equal(args.slice(-2), ['--previous', 'published/0.1.0']);
    assert.match(readFileSync(join(own, 'versions.json'), 'utf8'), '"previous": "0.1.0"');
    const before = content(own);
    rmSync(own, { recursive: true });
    assert.match(release(copy, args), `manifest  ${manifest}\nwritten`);
    assert.equal(content(own), before);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

test('a version that was passed over is refused', () => {
  const { status, stderr } = run(root, ['--version', '0.1.5', '--out', 'between', '--quiet']);
  assert.is(status, 1);
  assert.match(stderr, 'release/version-too-low  0.1.5 is not above 0.2.0 (releases/0.2.0)');
  assert.match(stderr, "nothing was released: version 0.1.5 can't be given (1 error against earlier releases)\n");
  assert.not(existsSync(join(root, 'between')));
});

test('another dataset does not give the hash that REBUILD.md names, and is told, be it written elsewhere', () => {
  const copy = places[0]!;
  const path = join(copy, 'statements.csv');
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(',minister,', ',envoy,'));
  const { args, manifest } = recipe(made);
  const elsewhere = [...args, '--out', 'elsewhere'];
  const { status, stderr } = run(copy, elsewhere);
  assert.is(status, 2);
  assert.match(
    stderr,
    /0\.2\.0 is this version already, with other content \(data\/statements\.csv, .* and \d+ more\)/,
  );
  assert.not(existsSync(join(copy, 'elsewhere')));
  assert.not.match(release(copy, [...elsewhere, '--force']), manifest);
});

test.run();
