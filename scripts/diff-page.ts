/**
 * Puts real outputs into docs/releases-diff.md: every command of its console blocks is run on a copy of the sample and its
 * releases. `npx tsx scripts/diff-page.ts`; with --check nothing is written and the exit code says whether the page is up
 * to date.
 */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runBeside, updatePage } from './console-page.js';

const run = runBeside((place) => {
  cpSync(join('data', 'sample'), place, { recursive: true });
  // Named from where the sample lies; a copy has its own.
  cpSync(join('seeds', 'lexicons'), join(place, 'lexicons'), { recursive: true });
  const head = join(place, 'demarche.json');
  writeFileSync(head, readFileSync(head, 'utf8').replace('../../seeds/lexicons', 'lexicons'));
});

updatePage(join('docs', 'releases-diff.md'), 'scripts/diff-page.ts', run);
