import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format } from 'prettier';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { gitEnvironment, inRepository, type TestRepository } from '../support/repository.js';

const test = suite('contribution templates');

const templates = resolve('seeds', 'templates');
const template = (name: string): string => readFileSync(join(templates, name), 'utf8');

/** The shell scripts of a workflow's steps by their names, each with its lines as written. */
function scripts(workflow: string): Map<string, string> {
  const found = new Map<string, string>();
  let name = '';
  const lines = workflow.split('\n');
  lines.forEach((line, i) => {
    if (/^ +- /.test(line)) name = /- name: (.*)/.exec(line)?.[1] ?? '';
    const indent = /^( *)run: \|$/.exec(line)?.[1];
    if (indent === undefined) return;
    const end = lines.findIndex((one, at) => at > i && one.trim() !== '' && !one.startsWith(`${indent}  `));
    const body = lines.slice(i + 1, end < 0 ? undefined : end);
    found.set(name, body.map((one) => one.slice(indent.length + 2)).join('\n'));
  });
  return found;
}

const CODEBOOK = {
  version: '1.0',
  title: 'test',
  fields: [
    {
      field: 'stance',
      type: 'category',
      level: 'nominal',
      description: 'd',
      categories: [{ value: 'favor', sign: '+', definition: 'd' }],
    },
  ],
  rules: [],
};

const HEAD = 'actor_id,kind,name,aliases,country\n';
const PROJECT = {
  'demarche.json': JSON.stringify({
    title: 't',
    version: '0.1.0',
    license: 'CC0-1.0',
    authors: [{ name: 'A' }],
    codebook: 'codebook.json',
    lexicons: 'lexicons',
  }),
  'codebook.json': JSON.stringify(CODEBOOK),
  'lexicons/actors.csv': `${HEAD}ana,persom,Ana,,\n`,
};

/** Runs a program as a workflow or hook would: `npx` finds this program's source, `npm` has nothing to install. */
function environment({ root }: TestRepository, more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const bin = join(root, '.git', 'test-bin');
  mkdirSync(bin, { recursive: true });
  const main = resolve('src', 'cli', 'main.ts');
  const npx = `#!/bin/sh\n[ "$1 $2" = "--no-install demarche" ] || exit 9\nshift 2\nexec '${process.execPath}' --import '${import.meta.resolve('tsx')}' '${main}' "$@"\n`;
  for (const [name, text] of [
    ['npx', npx],
    ['npm', '#!/bin/sh\nexit 0\n'],
  ] as const) {
    writeFileSync(join(bin, name), text);
    chmodSync(join(bin, name), 0o755);
  }
  return { ...gitEnvironment(), PATH: `${bin}:${process.env['PATH']}`, ...more } as NodeJS.ProcessEnv;
}

test('the templates are YAML, and the workflow is safe for pull requests from forks', async () => {
  for (const name of ['github-workflow.yml', 'pre-commit-config.yaml'])
    await format(template(name), { parser: 'yaml' });
  const code = template('github-workflow.yml').replace(/^ *#.*$/gm, '');
  assert.match(code, /^on: \[pull_request\]$/m);
  assert.not.match(code, /pull_request_target|secrets\./);
  assert.match(code, /^permissions:\n {2}contents: read\njobs:/m);
  assert.is(code.match(/: write/g)?.length, 1);
  assert.match(code, /fetch-depth: 0/);
  // Text that a stranger chooses (names of branches) reaches the shell only through variables.
  for (const script of scripts(code).values()) assert.not.match(script, /\$\{\{/);
  // The job that may write runs no code of the pull request.
  const comment = code.slice(code.indexOf('\n  comment:'));
  assert.not.match(comment, /checkout|npm|npx/);
});

test('the steps of the workflow block what a pull request brings, and nothing else', async () => {
  await inRepository(PROJECT, (repository) => {
    repository.git('checkout', '--quiet', '-b', 'contribution');
    repository.write({ 'lexicons/actors.csv': `${HEAD}ana,persom,Ana,,\nbo,person,Bo,,\n` });
    repository.commit();
    const steps = scripts(template('github-workflow.yml'));
    const step = (name: string) => {
      const page = join(repository.root, '.git', 'page.md');
      const env = environment(repository, { BASE: 'main', GITHUB_STEP_SUMMARY: page });
      const run = spawnSync('bash', ['-e', '-c', steps.get(name)!], { cwd: repository.root, env, encoding: 'utf8' });
      return { ...run, page: existsSync(page) ? readFileSync(page, 'utf8') : '' };
    };
    assert.is(step('Install demarche').status, 0);
    const good = step('Validate');
    assert.is(good.status, 0, good.stderr);
    assert.match(good.page, /\*\*Nothing blocks\.\*\*/);
    assert.match(good.page, /<code>actors<\/code> \| 1 \| 0 \| 0 \|/);
    repository.write({ 'lexicons/actors.csv': `${HEAD}ana,persom,Ana,,\nbo,persn,Bo,,\n` });
    repository.commit();
    const bad = step('Validate');
    assert.is(bad.status, 1);
    assert.match(bad.stdout, /^::error file=lexicons\/actors\.csv,line=3,col=4,title=table\/value::/m);
    assert.not.match(bad.stdout, /line=2/);
    assert.match(bad.page, /\*\*1 error blocks\.\*\*/);
    assert.is(step('Full list of findings').status, 0);
    const { findings } = JSON.parse(readFileSync(join(repository.root, 'findings.json'), 'utf8')) as { findings: [] };
    assert.ok(findings.length >= 1);
  });
});

test('the hook stops a commit that brings an error, looks only at what is staged, and can be skipped', async () => {
  await inRepository({}, (repository) => {
    const { root, git, write } = repository;
    mkdirSync(join(root, '.githooks'));
    copyFileSync(join(templates, 'pre-commit'), join(root, '.githooks', 'pre-commit'));
    git('config', 'core.hooksPath', '.githooks');
    const env = environment(repository);
    const commit = (...args: string[]) =>
      spawnSync('git', ['commit', '--quiet', '-m', 'm', ...args], { cwd: root, env, encoding: 'utf8' });
    write(PROJECT);
    git('add', '--all');
    const first = commit();
    assert.is(first.status, 1);
    assert.match(first.stderr + first.stdout, /table\/value[\s\S]*git commit --no-verify/);
    assert.is(commit('--no-verify').status, 0);
    write({ 'lexicons/actors.csv': `${HEAD}ana,persom,Ana,,\nbo,person,Bo,,\n`, 'notes.md': 'n\n' });
    git('add', '--all');
    write({ 'lexicons/actors.csv': `${HEAD}ana,persom,Ana,,\nbo,broken,Bo,,\n` });
    const good = commit();
    assert.is(good.status, 0, good.stderr + good.stdout);
    // `git commit -a` hands the hook an index of its own.
    const bad = commit('-a');
    assert.is(bad.status, 1);
    assert.match(bad.stderr + bad.stdout, /actors\.csv:3:4 error table\/value/);
    git('checkout', '--quiet', 'lexicons');
    write({ 'notes.md': 'more\n' });
    assert.is(commit('-a').status, 0);
    assert.is(git('status', '--porcelain'), '');
  });
});

test.run();
