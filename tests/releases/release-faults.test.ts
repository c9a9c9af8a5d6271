import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { sha256 } from '../../src/model/hash.js';
import { readOnly, smallDisk, type Call } from '../support/read-only.js';
import { smallDataset, statement, writeDataset } from './small-dataset.js';

const test = suite('release faults');

/** A process number that no process has: they end at 2^22. */
const NOBODY = 2 ** 22 + 1;

// One dataset, and one release of it, which every test has a copy of; none may lose a byte of it.
const dataset = writeDataset(
  smallDataset({
    statements: Array.from({ length: 400 }, (_, i) => statement(i + 10, 'quay-report', 'welcomed the quay agreement')),
  }),
);
const model = join(dataset, 'model', '0.1.0');
const call = (out: string, ...more: readonly string[]): Call => [
  process.execPath,
  ...['--import', import.meta.resolve('tsx'), resolve('src/cli/main.ts')],
  ...['release', '--project', dataset, '--version', '0.1.0', '--out', out, '--quiet', ...more],
];
/** Another release of the same version, which would replace the one that is there. */
const other = ['--date', '2031-12-24', '--force'];
const run = ([command, ...args]: Call, env: Readonly<Record<string, string>> = {}) =>
  spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, ...env } });
/** Names and digests of all files below a folder. */
const content = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length), sha256(readFileSync(path))]),
  );
/** Each file has the digest that SHA256SUMS names. */
const isWhole = (folder: string): boolean => {
  const files = Object.entries(content(folder)).filter(([path]) => path !== '/SHA256SUMS' && path !== '/REBUILD.md');
  const sums = files.map(([path, sum]) => `${sum}  ${path.slice(1)}\n`);
  return readFileSync(join(folder, 'SHA256SUMS'), 'utf8') === sums.join('');
};
let before: Readonly<Record<string, string>>;
let folders = 0;
/** Gives a folder that holds only the release. */
const withRelease = async (work: (out: string, parent: string) => void | Promise<void>): Promise<void> => {
  const parent = join(dataset, `out-${folders++}`);
  cpSync(model, join(parent, '0.1.0'), { recursive: true });
  await work(join(parent, '0.1.0'), parent);
};
const isUntouched = (out: string): void => {
  assert.equal(content(out), before);
  assert.equal(readdirSync(join(out, '..')), ['0.1.0']);
};
const isTold = ({ status, stderr }: { readonly status: number | null; readonly stderr: string }, why: RegExp): void => {
  assert.match(stderr, why);
  assert.not.match(stderr, /\n\s+at |fault of the program/);
  assert.is(status, 2);
};

test.before(() => {
  const { status, stderr } = run(call(model));
  assert.is(status, 0, stderr);
  before = content(model);
});
test.after(() => rmSync(dataset, { recursive: true, force: true }));

test('a file that grows over the limit of the session leaves the old release', () =>
  withRelease((out) => {
    // The loader's own cache would be cut short with our files.
    const limited: Call = ['bash', '-c', 'ulimit -f 64; exec "$@"', 'bash', ...call(out, ...other)];
    const done = run(limited, { TSX_DISABLE_CACHE: '1' });
    isTold(done, /0\.1\.0 can't be written: a file is larger than .* Nothing was changed there\./);
    isUntouched(out);
  }));

test('a disk that becomes full leaves the old release', () =>
  withRelease((out, parent) => {
    const size = spawnSync('du', ['-sk', out], { encoding: 'utf8' }).stdout.split('\t')[0];
    const disk = smallDisk(parent, Number(size) + 400);
    // Where nothing may be mounted, the test before and those of the writer have to do.
    if (!disk) return console.log('(no disk can be mounted here: not tested on a full one)');
    const script =
      '"$@"; echo "exit $?"; cd "$(dirname "$0")"; ls -A; cd 0.1.0 && sha256sum -c --quiet SHA256SUMS && cat README.md';
    const { stdout, stderr } = disk(['sh', '-c', script, out, ...call(out, ...other)]);
    isTold({ status: Number(/exit (\d+)/.exec(stdout)?.[1]), stderr }, /can't be written: the disk is full\. Nothing/);
    assert.match(stdout, /exit 2\n0\.1\.0\n---/);
    assert.not.match(stdout, /2031-12-24/);
  }));

test('a folder that can only be read is told', () =>
  withRelease((out, parent) => {
    const told = /can't be written: (?:permission to write there is missing|the disk can only be read)\. Nothing/;
    isTold(readOnly(parent)(call(out, ...other)), told);
    isUntouched(out);
  }));

test('a file above the folder is told', () =>
  withRelease((out, parent) => {
    writeFileSync(join(parent, 'file'), 'mine');
    isTold(run(call(join(parent, 'file', '0.1.0'))), /file\/0\.1\.0 can't be written: a part of its path is a file/);
    assert.is(readFileSync(join(parent, 'file'), 'utf8'), 'mine');
    rmSync(join(parent, 'file'));
    isUntouched(out);
  }));

/** Waits for a child to have written a file into its temporary folder. */
const reached = async (child: ChildProcess, parent: string, file: string): Promise<boolean> => {
  const path = join(parent, `.0.1.0.${child.pid}.tmp`, file);
  while (child.exitCode === null && child.signalCode === null) {
    if (existsSync(path)) return true;
    await new Promise((done) => setTimeout(done, 1));
  }
  return false;
};
const ended = (child: ChildProcess): Promise<unknown> => new Promise((done) => child.on('close', done));

test('a run that is killed half-way leaves the old release, and the next one sweeps up and is right', () =>
  withRelease(async (out, parent) => {
    const [command, ...args] = call(out, ...other);
    const child = spawn(command, args, { stdio: 'ignore' });
    assert.ok(await reached(child, parent, 'statements.json'), 'the run wrote nothing');
    child.kill('SIGKILL');
    await ended(child);
    assert.is(child.signalCode, 'SIGKILL');
    assert.equal(content(out), before);
    // What does not fit into memory lies beside it.
    assert.equal(readdirSync(parent).sort(), [`.0.1.0.${child.pid}.rows.tmp`, `.0.1.0.${child.pid}.tmp`, '0.1.0']);
    const { status, stderr } = run(call(out, ...other));
    assert.is(status, 0, stderr);
    assert.ok(isWhole(out));
    assert.match(readFileSync(join(out, 'README.md'), 'utf8'), '2031-12-24');
    assert.equal(readdirSync(parent), ['0.1.0']);
  }));

test('a run that was killed between its two renames has the old release put back before anything is asked of it', () =>
  withRelease((out, parent) => {
    renameSync(out, join(parent, `.0.1.0.${NOBODY}.old`));
    cpSync(join(parent, `.0.1.0.${NOBODY}.old`), join(parent, `.0.1.0.${NOBODY}.tmp`), { recursive: true });
    // Without --force other content is refused: the old release is seen.
    isTold(run(call(out, '--date', '2031-12-24')), /holds other content/);
    isUntouched(out);
  }));

test('of two runs at once that would write different releases, one is whole and the other is told', () =>
  withRelease(async (_, parent) => {
    const out = join(parent, '0.2.0');
    const runs = ['2031-12-24', '2031-12-25'].map((date) => {
      const [command, ...args] = call(out, '--date', date);
      const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      return ended(child).then(() => ({ date, status: child.exitCode, stderr }));
    });
    const [won, lost] = (await Promise.all(runs)).sort((a, b) => a.status! - b.status!);
    assert.is(won!.status, 0, won!.stderr);
    isTold(lost!, /was written by another run meanwhile|holds other content/);
    assert.ok(isWhole(out));
    assert.match(readFileSync(join(out, 'README.md'), 'utf8'), won!.date);
    assert.equal(readdirSync(parent).sort(), ['0.1.0', basename(out)]);
  }));

test('a byte that is written wrong is a fault of the program, and leaves the old release', () =>
  withRelease((out) => {
    // The disk is made to store another stance than was written, in one of the four forms.
    const spoil = `data:text/javascript,import fs from 'node:fs';import{syncBuiltinESMExports}from'node:module';
      const write=fs.writeSync;fs.writeSync=(file,bytes,...more)=>{const at=Buffer.from(bytes).indexOf('"stance":"favor"');
      if(at>=0)bytes[at+11]=70;return write(file,bytes,...more)};syncBuiltinESMExports()`;
    const [command, ...args] = call(out, ...other);
    const { status, stderr } = run([command, '--import', spoil.replaceAll('\n', ' '), ...args]);
    assert.is(status, 4);
    assert.match(stderr, /fault of the program.*\n.*differ in row 1, st_0000000000000010: .* another stance than/);
    isUntouched(out);
  }));

test.run();
