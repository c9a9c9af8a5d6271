import { renameSync, readFileSync, rmSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { bytesOf } from '../../src/checks/source-rows.js';
import type { GateArguments } from '../../src/cli/gate-options.js';
import { openGate } from '../../src/cli/validate-gate.js';
import { gatherInput } from '../../src/files/validate-input.js';
import { validate } from '../../src/flows/validate.js';
import { UsageError } from '../../src/model/errors.js';
import { spoiled } from '../checks/dataset.js';
import { inFolder } from '../support/command.js';
import { inRepository, type TestRepository } from '../support/repository.js';

const test = suite('validate gate');

/** The clean dataset of the checks' tests as files, below a folder whose name has a blank and is not ASCII. */
function dataset(folder = 'données d’essai/'): Record<string, string | Uint8Array> {
  const { files, text } = spoiled();
  const project = {
    title: 't',
    version: '0.1.0',
    license: 'CC-BY-4.0',
    authors: [{ name: 'A' }],
    codebook: 'codebook.json',
    lexicons: '../lexicons',
  };
  return {
    [`${folder}demarche.json`]: JSON.stringify(project),
    [`${folder}texts/doc-1.txt`]: text!('doc-1')!.bytes,
    ...Object.fromEntries(
      files.map(({ path, bytes }) => [
        /^(actors|memberships|targets|countries)/.test(path) ? `lexicons/${path}` : `${folder}${path}`,
        bytesOf(bytes),
      ]),
    ),
  };
}

const HOME = 'données d’essai';

interface Result {
  readonly blocking: string[];
  readonly known: string[];
  readonly said: string;
  readonly summary: string;
}

async function gated(
  { root }: Pick<TestRepository, 'root'>,
  args: Partial<GateArguments>,
  { paths = [] as string[], from = join(root, HOME) } = {},
): Promise<Result> {
  const options = { project: null, codebook: null, lexicons: null };
  const summary = args['changed-since'] === undefined ? undefined : join(root, '..', `${Date.now()}-summary.md`);
  const all = { ...none, summary, ...args };
  const gate = openGate({ paths, ...options, from }, all);
  const gathered =
    gate.staged ??
    gatherInput(
      paths.map((path) => resolve(from, path)),
      { ...options, from, project: paths.length ? null : from },
    );
  gate.compare(gathered.inputs);
  const validations = gathered.inputs.map((input) => validate(input));
  const findings = [...validations.flatMap((one) => one.findings), ...gathered.findings];
  const [blocking, known]: [string[], string[]] = [[], []];
  for (const found of findings) {
    const isKnown = gate.isKnown(found);
    if (found.severity === 'error') (isKnown ? known : blocking).push(`${found.file}:${found.line} ${found.rule}`);
  }
  const { said } = await gate.end(validations.flatMap((one) => one.files.map((file) => file.path)));
  const text = summary === undefined ? '' : readFileSync(summary, 'utf8');
  if (summary !== undefined) rmSync(summary);
  return { blocking, known, said, summary: text };
}

const none: GateArguments = {
  baseline: undefined,
  'update-baseline': undefined,
  'allow-growth': undefined,
  'strict-baseline': undefined,
  'changed-since': undefined,
  staged: undefined,
  summary: undefined,
};

const edit = (repository: TestRepository, file: string, change: (text: string) => string): void => {
  const text = readFileSync(join(repository.root, file), 'utf8');
  const changed = change(text);
  assert.is.not(changed, text, `${file} was changed`);
  repository.write({ [file]: changed });
};

const STATEMENTS = `${HOME}/statements.csv`;
const LABELS = `${HOME}/labels/b1/ann-1.csv`;

function refused(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    assert.instance(error, UsageError);
    return (error as Error).message;
  }
  throw new Error('nothing was refused');
}

test('an old fault is known, in whatever order the rows stand; a touched row with one blocks', async () => {
  const old = dataset();
  await inRepository(old, async (repository) => {
    edit(repository, LABELS, (text) => text.replace(',favor,', ',favour,'));
    repository.commit();
    const untouched = await gated(repository, { 'changed-since': 'HEAD' });
    assert.equal(untouched.blocking, []);
    assert.equal(untouched.known, ['labels/b1/ann-1.csv:2 label/unknown-category']);
    edit(repository, LABELS, (text) => {
      const [head, first, second] = text.split('\n');
      return [head, second, first, ''].join('\n');
    });
    const sorted = await gated(repository, { 'changed-since': 'main' });
    assert.equal([sorted.blocking, sorted.known], [[], ['labels/b1/ann-1.csv:3 label/unknown-category']]);
    assert.match(sorted.summary, /<code>labels<\/code>: only sorted or written otherwise/);
    edit(repository, LABELS, (text) => text.replace(',favour,1,,,', ',favour,1,,,looked again'));
    const touched = await gated(repository, { 'changed-since': 'main' });
    assert.equal([touched.blocking, touched.known], [['labels/b1/ann-1.csv:3 label/unknown-category'], []]);
    assert.match(touched.summary, /\*\*1 error blocks\.\*\*/);
    assert.match(touched.summary, /<code>labels<\/code> \| <code>comment<\/code> \| 1 \|/);
  });
});

test('what leaned on something that was deleted blocks, though its own row is untouched', async () => {
  await inRepository(dataset(), async (repository) => {
    edit(repository, 'lexicons/targets.csv', (text) => text.replace(/^fees.*\n/m, ''));
    const { blocking, summary } = await gated(repository, { 'changed-since': 'main' });
    assert.is(blocking.length, 1);
    assert.match(blocking[0]!, /^statements\.csv:3 reference\//);
    assert.match(summary, /<code>targets<\/code> \| 0 \| 0 \| 1 \|/);
  });
});

test('a branch is compared with where it left the other one, not with what that became', async () => {
  await inRepository(dataset(), async (repository) => {
    repository.git('checkout', '--quiet', '-b', 'mine');
    edit(repository, LABELS, (text) => text.replace(',favor,', ',neutral,'));
    repository.commit();
    repository.git('checkout', '--quiet', 'main');
    edit(repository, STATEMENTS, (text) => text.replaceAll('rules@1.0', 'rules@1.1'));
    repository.commit();
    repository.git('checkout', '--quiet', 'mine');
    const { summary } = await gated(repository, { 'changed-since': 'main' });
    assert.match(summary, /<code>labels<\/code> \| 0 \| 1 \| 0 \|/);
    assert.not.match(summary, /<code>statements<\/code>/);
  });
});

test('a renamed file keeps its known faults; what its new place makes wrong blocks', async () => {
  const named = Object.fromEntries(
    Object.entries(dataset()).map(([path, content]) => [path.replace('ann-1.csv', 'ann 1.csv'), content]),
  );
  await inRepository(named, async (repository) => {
    const spaced = LABELS.replace('ann-1', 'ann 1');
    edit(repository, spaced, (text) => text.replace(',favor,', ',favour,'));
    repository.commit();
    assert.equal((await gated(repository, { 'changed-since': 'HEAD' })).blocking, []);
    renameSync(join(repository.root, spaced), join(repository.root, LABELS));
    const right = await gated(repository, { 'changed-since': 'HEAD' });
    assert.equal(right.blocking, []);
    assert.match(right.summary, /ann 1\.csv<\/code> is now <code>labels\/b1\/ann-1\.csv/);
    repository.commit();
    renameSync(join(repository.root, LABELS), join(repository.root, LABELS.replace('ann-1', 'ann-2')));
    const wrong = await gated(repository, { 'changed-since': 'HEAD' });
    assert.ok(
      wrong.blocking.every((one) => one.endsWith('label/file')),
      wrong.blocking.join(),
    );
    assert.equal(wrong.known.length, 1);
  });
});

test('new and untracked files are all new, in a new folder too', async () => {
  await inRepository({ 'README.md': 'nothing yet\n' }, async (repository) => {
    repository.write(dataset());
    edit(repository, LABELS, (text) => text.replace(',favor,', ',favour,'));
    const { blocking, summary } = await gated(repository, { 'changed-since': 'HEAD' });
    assert.equal(blocking, ['labels/b1/ann-1.csv:2 label/unknown-category']);
    assert.match(summary, /<code>statements<\/code> \| 2 \| 0 \| 0 \|/);
    assert.match(summary, /#### New speakers\n\nvera-linde \(2\)/);
    assert.match(summary, /<code>labels\/b1\/ann-1.csv<\/code> \| krippendorff&#95;alpha, stance/);
  });
});

test('single files and a working folder below or beside the dataset give the same paths in both versions', async () => {
  await inRepository(dataset(), async (repository) => {
    edit(repository, LABELS, (text) => text.replace(',favor,', ',favour,'));
    repository.commit();
    for (const [from, path] of [
      [join(repository.root, HOME, 'labels'), 'b1/ann-1.csv'],
      [join(repository.root, 'lexicons'), `../${LABELS}`],
      [join(repository.root, '..'), join(repository.root, LABELS)],
    ] as const) {
      const paths = path.startsWith('/') ? [path.slice(from.length + 1)] : [path];
      const { blocking, known } = await gated(repository, { 'changed-since': 'HEAD' }, { paths, from });
      assert.equal([blocking.length, known.length], [0, 1], from);
    }
  });
});

test('a folder without a head at the top of its repository is compared, too', async () => {
  const files = { 'actors.csv': 'actor_id,kind,name,aliases,country\nada-one,person,Ada One,,\n' };
  await inRepository(files, async (repository) => {
    const at = { paths: ['.'], from: repository.root };
    assert.equal((await gated(repository, { 'changed-since': 'HEAD' }, at)).blocking, []);
    repository.write({ 'actors.csv': files['actors.csv'].replace('person', 'persom') });
    const { blocking } = await gated(repository, { 'changed-since': 'HEAD' }, at);
    assert.equal(blocking, ['actors.csv:2 table/value']);
  });
});

test('with --staged only what is to be committed counts, and neither index nor files are touched', async () => {
  await inRepository(dataset(), async (repository) => {
    edit(repository, LABELS, (text) => text.replace(',favor,', ',favour,'));
    repository.git('add', '--all');
    edit(repository, LABELS, (text) => text.replace(',favour,', ',favor,'));
    edit(repository, STATEMENTS, (text) => text.replace(',commit,', ',comit,'));
    const state = (): string =>
      repository.git('status', '--porcelain', '-z') + repository.git('ls-files', '--stage', '-z');
    const before = state();
    const index = readFileSync(join(repository.root, '.git', 'index'));
    const { blocking, summary } = await gated(repository, { 'changed-since': 'HEAD', staged: true });
    assert.equal(blocking, ['labels/b1/ann-1.csv:2 label/unknown-category']);
    assert.match(summary, /<code>labels<\/code> \| 0 \| 1 \| 0 \|/);
    assert.ok(index.equals(readFileSync(join(repository.root, '.git', 'index'))), 'the index has the same bytes');
    assert.is(state(), before);
  });
});

test('copies that git ignores are nobody’s contribution', async () => {
  const label = '{"statement_id":"st_0000000000000000"}\n';
  await inRepository({ ...dataset(), '.gitignore': '*.jsonl\n' }, async (repository) => {
    repository.write({ [`${HOME}/statements.jsonl`]: label });
    const ignored = await gated(repository, { 'changed-since': 'HEAD' });
    assert.equal(ignored.blocking, []);
    assert.ok(ignored.known.length > 0);
    repository.git('add', '--force', '.');
    assert.ok((await gated(repository, { 'changed-since': 'HEAD' })).blocking.length > 0);
  });
});

test('a work tree of its own, and one behind a symbolic link, have their own state', async () => {
  await inRepository(dataset(), async (repository) => {
    edit(repository, LABELS, (text) => text.replace(',favor,', ',favour,'));
    repository.commit();
    const linked = join(repository.root, 'linked');
    repository.git('worktree', 'add', '--quiet', linked, '-b', 'other');
    const other = { ...repository, root: linked };
    const statements = readFileSync(join(linked, STATEMENTS), 'utf8');
    writeFileSync(join(linked, STATEMENTS), statements.replace(',commit,', ',comit,'));
    assert.is((await gated(other, { 'changed-since': 'main' })).blocking.length, 1);
    assert.is((await gated(other, { 'changed-since': 'main', staged: true })).blocking.length, 0);
    const link = join(repository.root, 'link');
    symlinkSync(join(repository.root, HOME), link);
    const { blocking, known } = await gated(repository, { 'changed-since': 'main' }, { from: link });
    assert.equal([blocking.length, known.length], [0, 1]);
  });
});

test('a baseline lets old faults be, shrinks only, and touched rows block all the same', async () => {
  await inRepository(dataset(), async (repository) => {
    edit(repository, LABELS, (text) => text.replace(',favor,', ',favour,'));
    const baseline = join(repository.root, 'baseline.json');
    const first = await gated(
      repository,
      { baseline, 'update-baseline': true },
      { from: process.cwd(), paths: [join(repository.root, HOME)] },
    );
    assert.match(first.said, /known: 1 error, 0 warnings\n.*baseline\.json: 1 known fault\n/);
    const at = { from: process.cwd(), paths: [join(repository.root, HOME)] };
    assert.equal((await gated(repository, { baseline }, at)).blocking, []);
    edit(repository, STATEMENTS, (text) => text.replace(',commit,', ',comit,'));
    assert.is((await gated(repository, { baseline, 'update-baseline': true }, at)).blocking.length, 1);
    assert.is(
      (await gated(repository, { baseline, 'update-baseline': true, 'allow-growth': true }, at)).blocking.length,
      0,
    );
    edit(repository, LABELS, (text) => text.replace(',favour,', ',favor,'));
    const mended = await gated(repository, { baseline }, at);
    assert.match(mended.said, /1 known fault is mended; run: demarche validate --baseline/);
    // The statement's row was touched since the first commit.
    assert.is((await gated(repository, { baseline, 'changed-since': 'HEAD' }, at)).blocking.length, 1);
  });
});

test('what git can not give is said with what to do', async () => {
  const opened = (root: string, revision: string) => () =>
    openGate(
      { paths: [], project: null, codebook: null, lexicons: null, from: join(root, HOME) },
      { ...none, 'changed-since': revision },
    );
  await inRepository({}, async (repository) => {
    repository.write(dataset());
    assert.match(refused(opened(repository.root, 'HEAD')), /no commit yet/);
    repository.commit();
    assert.match(refused(opened(repository.root, 'mian')), /git knows no such commit; look for a slip/);
    assert.match(refused(opened(repository.root, 'origin/main')), /git fetch origin main/);
    assert.match(refused(opened(repository.root, '--all')), /git knows no such commit/);
    assert.match(refused(opened(repository.root, '')), /git knows no such commit/);
    repository.git('checkout', '--quiet', '--orphan', 'other');
    repository.commit('unrelated');
    assert.match(refused(opened(repository.root, 'main')), /no commit in common/);
    repository.git('checkout', '--quiet', 'main');
    repository.commit();
    const clone = join(repository.root, 'clone');
    mkdirSync(clone);
    repository.git('clone', '--quiet', '--depth', '1', `file://${repository.root}`, clone);
    assert.match(refused(opened(clone, 'HEAD~1')), /fetch-depth: 0/);
    assert.match(refused(opened(clone, 'origin/other')), /fetch-depth: 0/);
  });
  inFolder(dataset(), (root) => {
    assert.match(refused(opened(root, 'HEAD')), /is in no git repository/);
  });
  assert.match(
    refused(() => openGate({ paths: [], project: null, codebook: null, lexicons: null }, { ...none, summary: 's.md' })),
    /--changed-since REV/,
  );
});

test('options that need a baseline say so, and one that is missing or broken is wrong use', () => {
  const opened = (args: Partial<GateArguments>) => () =>
    openGate({ paths: [], project: null, codebook: null, lexicons: null }, { ...none, ...args });
  assert.match(refused(opened({ 'update-baseline': true })), /--baseline FILE/);
  assert.match(refused(opened({ 'strict-baseline': true })), /--baseline FILE/);
  assert.match(refused(opened({ 'allow-growth': true })), /--update-baseline/);
  assert.match(refused(opened({ baseline: 'no-such.json' })), /with --update-baseline it is written/);
  inFolder({ 'b.json': '{"faults": [{"count": 0}]}', 'elsewhere.json': elsewhere }, (root) => {
    assert.match(refused(opened({ baseline: join(root, 'b.json') })), /b\.json:1:\d+ is no baseline/);
    assert.match(refused(opened({ baseline: join(root, 'elsewhere.json') })), /run validate in the folder/);
  });
});

const elsewhere = JSON.stringify({
  faults: [{ fingerprint: 'x', count: 1, severity: 'error', rule: 'a/b', file: 'gone/x.csv', record_id: null }],
});

test.run();
