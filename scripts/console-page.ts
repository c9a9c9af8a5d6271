import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const BLOCK = /```console\n([\s\S]*?)```\n/g;

/**
 * Puts real outputs into a page: the commands of its console blocks (lines that begin with "$ ") are given to `run` in
 * their order, and what it returns for each stands behind it. With --check on the command line nothing is written, and
 * the exit code says whether the page is up to date; `script` makes it.
 */
export function updatePage(
  page: string,
  script: string,
  run: (commands: readonly string[]) => readonly string[],
): void {
  const old = readFileSync(page, 'utf8');
  const blocks = [...old.matchAll(BLOCK)].map(([, body]) => body!.split('\n').filter((line) => line.startsWith('$ ')));
  const outputs = run(blocks.flat().map((line) => line.slice(2)));
  let at = 0;
  let block = 0;
  const fresh = old.replace(BLOCK, () => {
    const session = blocks[block++]!.map((line) => `${line}\n${outputs[at++] ?? ''}`).join('');
    return `\`\`\`console\n${session.trimEnd()}\n\`\`\`\n`;
  });
  if (process.argv.includes('--check')) {
    if (fresh !== old) console.error(`${page} is stale: run npx tsx ${script}`);
    process.exitCode = fresh === old ? 0 : 1;
  } else writeFileSync(page, fresh);
}

/**
 * Runs each command by itself in a temporary folder that `prepare` has filled, `npx demarche` being the program as it is
 * in src/; returns what each printed.
 */
export function runBeside(prepare: (place: string) => void): (commands: readonly string[]) => string[] {
  return (commands) => {
    const place = mkdtempSync(join(tmpdir(), 'console-page-'));
    try {
      const bin = join(place, '.bin');
      mkdirSync(bin);
      const main = `--import '${import.meta.resolve('tsx')}' '${resolve('src', 'cli', 'main.ts')}'`;
      writeFileSync(join(bin, 'npx'), `#!/bin/sh\nshift\nexec '${process.execPath}' ${main} "$@"\n`);
      chmodSync(join(bin, 'npx'), 0o755);
      prepare(place);
      return commands.map((command) => {
        const env = { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}`, NO_COLOR: '1' };
        const { stdout } = spawnSync('bash', ['-c', `exec 2>&1\n${command}`], { cwd: place, encoding: 'utf8', env });
        return stdout;
      });
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  };
}
