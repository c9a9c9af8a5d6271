/*
 * Speed and memory of `validate` on one large table of statements, beside digests of the same file in the same run. Runs
 * the built program: npm run build before.
 *   npx tsx bench/validation.ts [rows, default 1000000] [rounds, default 3]
 *       clean; with every row bad in one way (an unknown stance), and in seven; with the texts of the documents, 1/10 of the rows
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byteChunks } from '../src/files/byte-chunks.js';
import { hashStream } from '../src/model/hash.js';
import { runBuilt, type Cost } from './extraction/process.js';
import { writeDataset, type Recipe } from './validation/dataset.js';

const rows = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 3);

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/**
 * Seconds of processor time that a digest of the file takes: what the machine is good for now. Read in pieces, as the peak
 * memory of a process that is started counts what its parent holds.
 */
function digestSeconds(file: string): number {
  const before = process.cpuUsage();
  const digest = hashStream();
  for (const chunk of byteChunks(file)) digest.update(chunk);
  digest.digest();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

let clean: number | null = null;
async function measure(name: string, recipe: Recipe): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'));
  try {
    const megabytes = writeDataset(folder, recipe) / 1e6;
    const costs: Cost[] = [];
    const digests: number[] = [];
    for (let round = 0; round < rounds; round++) {
      digests.push(digestSeconds(join(folder, 'statements.csv')));
      costs.push(await runBuilt(['validate', folder, '--quiet'], [0, 1]));
    }
    const cpu = median(costs.map((cost) => cost.cpu));
    const peak = Math.max(...costs.map((cost) => cost.megabytes));
    clean ??= cpu;
    const ratios = `${(cpu / median(digests)).toFixed(1)} x its SHA-256, ${(cpu / clean).toFixed(2)} of the first`;
    const figures = `${megabytes.toFixed(0)} MB, ${cpu.toFixed(1)} s CPU, ${(megabytes / cpu).toFixed(0)} MB/s`;
    process.stdout.write(`${name}: ${recipe.rows} rows, ${figures}; ${ratios}; peak ${peak.toFixed(0)} MB\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await measure('clean', { rows, fault: 'none' });
await measure('every row bad in one way', { rows, fault: 'stance' });
await measure('every row bad in seven ways', { rows, fault: 'all' });
await measure('with texts', { rows: Math.ceil(rows / 10), fault: 'none', texts: true });
