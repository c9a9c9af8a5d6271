/*
 * Speed and memory of `release` on datasets of invented statements with texts, three annotators on a tenth of them,
 * decisions and tombstones, and of a second one that corrects one row in 200, beside reading and hashing the same bytes (the dataset and its release) in the same run. The
 * memory should not grow with the rows. Runs the built program: npm run build before.
 *   npx tsx bench/release.ts [rows ..., default 10000 100000 1000000]
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byteChunks } from '../src/files/byte-chunks.js';
import { filesBelow } from '../src/files/release-folder.js';
import { hashStream } from '../src/model/hash.js';
import { runBuilt } from './extraction/process.js';
import { decideAnew, writeReleasable } from './release/dataset.js';

const given = process.argv.slice(2).map(Number);
const sizes = given.length ? given : [10_000, 100_000, 1_000_000];

const pathsBelow = (folder: string): string[] => filesBelow(folder).map((path) => join(folder, path));

/** What it takes to read and hash files; in pieces, as the peak of a process counts what its parent holds. */
function digestCost(files: readonly string[]): { readonly wall: number; readonly cpu: number } {
  const start = performance.now();
  const before = process.cpuUsage();
  for (const file of files) {
    const digest = hashStream();
    for (const chunk of byteChunks(file)) digest.update(chunk);
    digest.digest();
  }
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 };
}

const megabytes = (files: readonly string[]): number => files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;

let first: number | null = null;
for (const rows of sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'));
  try {
    writeReleasable(folder, rows);
    await measure(folder, '0.1.0', rows);
    decideAnew(folder);
    await measure(folder, '0.2.0', rows);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string, version: string, rows: number): Promise<void> {
  const cost = await runBuilt(['release', '--project', folder, '--version', version, '--quiet']);
  const earlier = join(folder, 'releases');
  const dataset = pathsBelow(folder).filter((path) => !path.startsWith(earlier));
  const released = pathsBelow(join(earlier, version));
  const digest = digestCost([...dataset, ...released]);
  first ??= cost.megabytes;
  const per = ((cost.cpu / rows) * 1e6).toFixed(0);
  const size = `${megabytes(dataset).toFixed(0)} MB in, ${megabytes(released).toFixed(0)} MB out`;
  const time = `${cost.wall.toFixed(1)} s wall (${(cost.wall / digest.wall).toFixed(1)} x its SHA-256)`;
  const cpu = `${cost.cpu.toFixed(1)} s CPU (${(cost.cpu / digest.cpu).toFixed(1)} x, ${per} µs a row)`;
  const peak = `peak ${cost.megabytes.toFixed(0)} MB (${(cost.megabytes / first).toFixed(2)} of the first)`;
  process.stdout.write(`${version} of ${rows} rows, ${size}: ${time}, ${cpu}; ${peak}\n`);
}
