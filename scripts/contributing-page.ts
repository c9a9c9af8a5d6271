/**
 * Puts real outputs into docs/contributing-data.md: every command of its console blocks is run, in their order, on a copy
 * of the sample dataset in a temporary git repository. `npx tsx scripts/contributing-page.ts`, after `npm run build`;
 * with --check nothing is written and the exit code says whether the page is up to date.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { updatePage } from './console-page.js';

/** Makes the repository that the page speaks of, and beside it the label file that is sent in. */
function makeDataset(place: string): string {
  const dataset = join(place, 'dataset');
  cpSync(join('data', 'sample'), dataset, { recursive: true });
  for (const table of ['actors', 'memberships', 'targets', 'countries']) {
    cpSync(join('seeds', 'lexicons', `${table}.csv`), join(dataset, 'lexicons', `${table}.csv`));
  }
  mkdirSync(join(dataset, '.githooks'));
  cpSync(join('seeds', 'templates', 'pre-commit'), join(dataset, '.githooks', 'pre-commit'));
  const edit = (file: string, change: (text: string) => string): void =>
    writeFileSync(join(dataset, file), change(readFileSync(join(dataset, file), 'utf8')));
  edit('demarche.json', (text) => text.replace('../../seeds/lexicons', 'lexicons'));
  const labels = readFileSync(join(dataset, 'labels', 'batch-1', 'ann-2.csv'), 'utf8').replaceAll('ann-2', 'ann-4');
  // The sender judges some statements otherwise than ann-2 did, and slips once.
  const sent = labels
    .split('\n')
    .map((line, i) => (i % 8 === 4 ? line.replace(',stance,against,', ',stance,neutral,') : line));
  const gone = readFileSync(join(dataset, 'tombstones.csv'), 'utf8')
    .split('\n')
    .map((line) => line.split(',')[0]);
  const lines = sent.filter((line) => !line.includes(',stance_score,') && !gone.includes(line.split(',')[0] || '-'));
  writeFileSync(join(place, 'ann-4.csv'), lines.join('\n').replace(/(\n.*),stance,favor,/, '$1,stance,suport,'));
  edit('labels/batch-1/ann-2.csv', (text) => text.replace(',stance,favor,', ',stance,favour,'));
  edit('statements.csv', (text) => text.replace(',commit,', ',comit,'));
  return dataset;
}

function run(commands: readonly string[]): string[] {
  const place = mkdtempSync(join(tmpdir(), 'contributing-'));
  try {
    const bin = join(place, 'bin');
    mkdirSync(bin);
    symlinkSync(resolve('dist', 'src', 'cli', 'main.js'), join(bin, 'demarche'));
    writeFileSync(join(bin, 'npx'), '#!/bin/sh\n[ "$1" = --no-install ] && shift\nexec "$@"\n');
    chmodSync(join(bin, 'npx'), 0o755);
    const MARK = '@@@@';
    const script = [
      'git init --quiet --initial-branch main && git add --all && git commit --quiet -m "The dataset"',
      ...commands.map((command) => `echo '${MARK}'\n${command}`),
    ].join('\n');
    const { stdout } = spawnSync('bash', ['-c', `exec 2>&1\n${script}`], {
      cwd: makeDataset(place),
      encoding: 'utf8',
      env: {
        PATH: `${bin}:${process.env['PATH'] ?? ''}`,
        NO_COLOR: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_SYSTEM: '/dev/null',
        ...Object.fromEntries(['AUTHOR', 'COMMITTER'].map((who) => [`GIT_${who}_NAME`, 'A'])),
        ...Object.fromEntries(['AUTHOR', 'COMMITTER'].map((who) => [`GIT_${who}_EMAIL`, 'a@example.org'])),
        // The summary names the commit, which must be the same whenever this is run.
        ...Object.fromEntries(['AUTHOR', 'COMMITTER'].map((who) => [`GIT_${who}_DATE`, '2026-01-01T00:00:00Z'])),
      },
    });
    return stdout.split(`${MARK}\n`).slice(1);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

updatePage(join('docs', 'contributing-data.md'), 'scripts/contributing-page.ts', run);
