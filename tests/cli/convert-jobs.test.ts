import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const test = suite('convert --jobs');

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const main = join(root, 'src', 'cli', 'main.ts');

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line from another folder than the repository's, as users do. */
function run(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Ran {
  const done = spawnSync(process.execPath, ['--import', import.meta.resolve('tsx'), main, 'convert', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

/** Calls the work with a temporary folder that holds documents.jsonl: 70 documents, the ids not in order. */
function withDocuments(work: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-jobs-'));
  try {
    writeDocuments(folder, 'documents.jsonl', 'welcomed');
    work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeDocuments(folder: string, name: string, verb: string): void {
  const lines = Array.from({ length: 70 }, (_, i) => {
    const n = (i * 37) % 70;
    const text = `The foreign minister of Valmora, Ana Roth, ${verb} the plan for bridge ${n} on Tuesday.\n\n“We reject the blockade of port ${n},” she said.\n\n${'The talks went on. '.repeat(n % 9)}`;
    return JSON.stringify({ document_id: `doc-${n}`, date: '2031-04-09', text });
  });
  // One line is broken: its finding must come out the same too.
  writeFileSync(join(folder, name), `${[...lines.slice(0, 20), '{"document_id": ', ...lines.slice(20)].join('\n')}\n`);
}

/** Every file below a folder with its bytes, in order of names. */
function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(names.map((name) => [name.slice(folder.length + 1), readFileSync(name, 'latin1')]));
}

test('two and three jobs write the same bytes as one', () => {
  withDocuments((folder) => {
    for (const jobs of ['1', '2', '3']) {
      const ran = run(folder, ['documents.jsonl', '--out', `out-${jobs}`, '--jobs', jobs]);
      assert.is(ran.code, 1, ran.err);
      assert.match(ran.err, 'json/syntax');
    }
    const one = filesOf(join(folder, 'out-1'));
    assert.is(Object.keys(one).filter((name) => name.startsWith('texts')).length, 70);
    assert.ok(one['statements.csv']!.split('\n').length > 140, 'the documents give statements');
    assert.equal(filesOf(join(folder, 'out-2')), one);
    assert.equal(filesOf(join(folder, 'out-3')), one);
  });
});

test('with --previous the ids kept and the tombstones are the same for two jobs', () => {
  withDocuments((folder) => {
    run(folder, ['documents.jsonl', '--out', 'before', '--quiet']);
    writeDocuments(folder, 'changed.jsonl', 'met with experts about');
    for (const jobs of ['1', '2'])
      run(folder, ['changed.jsonl', '--out', `out-${jobs}`, '--previous', 'before', '--jobs', jobs, '--quiet']);
    const one = filesOf(join(folder, 'out-1'));
    assert.ok(one['tombstones.csv']!.split('\n').length > 2, 'some ids were withdrawn');
    assert.equal(filesOf(join(folder, 'out-2')), one);
  });
});

test('statements on standard output come in the same order from two jobs', () => {
  withDocuments((folder) => {
    const [one, two] = ['1', '2'].map((jobs) => run(folder, ['documents.jsonl', '--out', '-', '--jobs', jobs]));
    assert.ok(one!.out.startsWith('{"statement_id":'), one!.out.slice(0, 80));
    assert.is(two!.out, one!.out);
    assert.equal(readdirSync(folder), ['documents.jsonl'], 'nothing is written into the working folder');
  });
});

test('workers read the lexicons that --lexicons names', () => {
  withDocuments((folder) => {
    mkdirSync(join(folder, 'words'));
    const cues = readFileSync(join(root, 'seeds', 'lexicons', 'cues.csv'), 'utf8').split('\n');
    writeFileSync(join(folder, 'words', 'cues.csv'), `${cues.filter((row) => !row.startsWith('welcome,')).join('\n')}`);
    run(folder, ['documents.jsonl', '--out', 'shipped', '--quiet']);
    for (const jobs of ['1', '2'])
      run(folder, ['documents.jsonl', '--out', `out-${jobs}`, '--lexicons', 'words', '--jobs', jobs, '--quiet']);
    const one = filesOf(join(folder, 'out-1'));
    assert.is.not(one['statements.csv'], filesOf(join(folder, 'shipped'))['statements.csv']);
    assert.equal(filesOf(join(folder, 'out-2')), one);
  });
});

test('a worker that dies is a fault: exit 4, and an earlier output stays as it was', () => {
  withDocuments((folder) => {
    run(folder, ['documents.jsonl', '--out', 'out', '--quiet']);
    const before = filesOf(join(folder, 'out'));
    const die = join(folder, 'die.mjs');
    writeFileSync(
      die,
      `import { isMainThread, parentPort } from 'node:worker_threads';
       let n = 0;
       if (!isMainThread) parentPort.on('message', () => { if (++n === 2) process.exit(7); });`,
    );
    writeDocuments(folder, 'documents.jsonl', 'condemned');
    const ran = run(folder, ['documents.jsonl', '--out', 'out', '--jobs', '2'], { NODE_OPTIONS: `--import=${die}` });
    assert.is(ran.code, 4, ran.err);
    assert.match(ran.err, /a worker of --jobs died at the documents "doc-\d+" to "doc-\d+": it ended with exit code 7/);
    assert.equal(filesOf(join(folder, 'out')), before);
  });
});

test('--jobs takes whole numbers from 1 only', () => {
  withDocuments((folder) => {
    for (const jobs of ['0', '-1', '1.5', 'many']) {
      const ran = run(folder, ['documents.jsonl', '--out', 'out', `--jobs=${jobs}`]);
      assert.is(ran.code, 2, jobs);
      assert.match(ran.err, '--jobs');
    }
    assert.equal(readdirSync(folder), ['documents.jsonl']);
  });
});

test.run();
