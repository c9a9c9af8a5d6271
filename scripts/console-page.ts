import { readFileSync, writeFileSync } from 'node:fs';

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
