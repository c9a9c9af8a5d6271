/**
 * Makes README.md from docs/readme-template.md: runs every command it shows and puts the real output in.
 * `npx tsx scripts/readme.ts`, after `npm run build`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve('.');
const bin = mkdtempSync(join(tmpdir(), 'demarche-bin-'));
symlinkSync(join(root, 'dist', 'src', 'cli', 'main.js'), join(bin, 'demarche'));
spawnSync('chmod', ['+x', join(root, 'dist', 'src', 'cli', 'main.js')]);
for (const name of ['out', 'mine', 'my-dataset', 'release', 'gold.csv'])
  rmSync(join('scratch', name), { recursive: true, force: true });
mkdirSync('scratch', { recursive: true });

function output(command: string): string {
  const run = spawnSync('bash', ['-c', `${command} 2>&1`], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}`, NO_COLOR: '1' },
  });
  return run.stdout.trimEnd();
}

/** Shows commands as typed, each with what it printed. */
const session = (...commands: readonly string[]): string =>
  commands
    .map((command) =>
      [`$ ${command.replaceAll('demarche ', 'npx demarche ')}`, output(command)]
        .filter((part) => part !== '')
        .join('\n'),
    )
    .join('\n');

const parts: Readonly<Record<string, () => string>> = {
  DEMO: () =>
    output('npm run --silent demo')
      .split('\n')
      .filter((line) => !line.startsWith('npm '))
      .join('\n')
      .trim(),
  CONVERT: () =>
    session(
      'demarche convert seeds/documents/02-agency-report --out scratch/out',
      'cut -d, -f1-6 scratch/out/statements.csv | head -4',
    ),
  ACTORS: () => session('demarche actors check --project data/sample --top 5'),
  VALIDATE: () =>
    session(
      'cp -r data/sample scratch/mine',
      "sed -i -e '0,/,stance,favor,/s//,stance,favour,/' -e '9s/^st_..../st_0000/' scratch/mine/labels/batch-1/ann-2.csv",
      "demarche validate scratch/mine | grep -A 1 ' error '",
      'demarche validate scratch/mine | tail -n 4',
    ),
  FIX: () => session('demarche validate scratch/mine/labels/batch-1/ann-2.csv --fix --dry-run | head -n 12'),
  INIT: () => session('demarche init scratch/my-dataset --field x_frame=security,economy'),
  RELEASE: () => session('demarche release --version 0.2.0 --project data/sample --out scratch/release'),
  DIFF: () => session('demarche diff data/sample/releases/0.1.0 data/sample/releases/0.2.0 | head -28'),
  AGREE: () => session('demarche agree --project data/sample | head -36'),
  AGGREGATE: () =>
    session('demarche aggregate --quiet --project data/sample --method dawid_skene --soft 2>/dev/null | head -4'),
  SCORE: () =>
    session(
      "grep -E '^statement_id|,majority,' scratch/release/data/statements.csv > scratch/gold.csv",
      'demarche score --quiet --gold scratch/gold.csv --predictions data/sample/statements.csv | head -30',
    ),
};

let text = readFileSync(join('docs', 'readme-template.md'), 'utf8');
for (const [name, make] of Object.entries(parts)) text = text.replace(`@@${name}@@`, () => make());
writeFileSync('README.md', text);
rmSync(bin, { recursive: true, force: true });
