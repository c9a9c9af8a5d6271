/**
 * Converts seeds/documents into the dataset data/sample again, keeping statement ids, so that its labels stay attached:
 * `npx tsx scripts/make-sample.ts`. Run it after a change of the extractor or of a seed document and look at the diff.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const dataset = join('data', 'sample');
const main = ['--import', 'tsx', join('src', 'cli', 'main.ts')];
const previous = existsSync(join(dataset, 'statements.csv')) ? ['--previous', dataset] : [];

const run = (...args: string[]): number =>
  spawnSync(process.execPath, [...main, ...args], { stdio: 'inherit' }).status ?? 1;

const converted = run('convert', join('seeds', 'documents'), '--out', dataset, ...previous);
// A dataset keeps its tables as CSV; the JSON Lines twins of a conversion are for pipes.
for (const name of ['statements.jsonl', 'turns.jsonl', 'findings.jsonl']) rmSync(join(dataset, name), { force: true });
process.exitCode = converted || run('validate', dataset);
