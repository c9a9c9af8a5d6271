/**
 * Puts real outputs into docs/new-dataset.md: every command of its console blocks is run, in their order, in an empty
 * folder, from "The round" on in the dataset that the first one makes. `npx tsx scripts/new-dataset-page.ts`; with --check
 * nothing is written and the exit code says whether the page is up to date.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runBeside, updatePage } from './console-page.js';

/** A folder in use, and a codebook with a slip, beside the dataset. */
function prepare(place: string): void {
  mkdirSync(join(place, 'used'));
  writeFileSync(join(place, 'used', 'notes.txt'), '');
  const codebook = readFileSync(join('data', 'sample', 'codebook.json'), 'utf8');
  writeFileSync(join(place, 'lab.json'), codebook.replace('"level": "interval"', '"level": "intervall"'));
}

const isOutside = (command: string): boolean => / init | bridges\b/.test(command);
const run = runBeside(prepare);

updatePage(join('docs', 'new-dataset.md'), 'scripts/new-dataset-page.ts', (commands) =>
  run(commands.map((command) => (isOutside(command) ? command : `cd bridges\n${command}`))),
);
