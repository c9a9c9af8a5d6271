import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchDocuments, writeShortDocuments } from './documents.js';
import { runBuilt, type Cost } from './process.js';

const least = (costs: readonly Cost[], key: keyof Cost): number => Math.min(...costs.map((cost) => cost[key]));

/**
 * Two jobs against two processes with half of the documents each, started together. They take turns; the least time of
 * each counts, as whatever else runs on the machine only adds.
 */
export async function jobs(documents = 8000, pairs = 5): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'));
  try {
    const corpus = join(folder, 'documents.jsonl');
    writeShortDocuments(corpus, benchDocuments('seeds/documents'), documents);
    const run = (name: string, ...more: string[]): Promise<Cost> =>
      runBuilt(['convert', corpus, '--out', join(folder, name), '--quiet', ...more]);
    const threads: Cost[] = [];
    const processes: Cost[] = [];
    const one: Cost[] = [];
    for (let pair = 0; pair < pairs; pair++) {
      threads.push(await run('jobs', '--jobs', '2'));
      const shards = await Promise.all(['1/2', '2/2'].map((shard, i) => run(`shard-${i}`, '--shard', shard)));
      const sum = (key: keyof Cost): number => shards.reduce((total, cost) => total + cost[key], 0);
      processes.push({
        wall: Math.max(...shards.map(({ wall }) => wall)),
        cpu: sum('cpu'),
        megabytes: sum('megabytes'),
      });
      if (pair < 2) one.push(await run('one'));
      const [a, b] = [threads.at(-1)!, processes.at(-1)!];
      process.stdout.write(
        `pair ${pair + 1}: two jobs ${a.wall.toFixed(1)} s, two processes ${b.wall.toFixed(1)} s, ratio ${(b.wall / a.wall).toFixed(2)}\n`,
      );
    }
    const line = (name: string, costs: readonly Cost[]): string =>
      `${name}: ${least(costs, 'wall').toFixed(1)} s, ${least(costs, 'cpu').toFixed(1)} s of processors, ${least(costs, 'megabytes').toFixed(0)} MB\n`;
    process.stdout.write(`\n${documents} documents on ${availableParallelism()} cores, least of ${pairs}\n`);
    process.stdout.write(line('one job', one) + line('two jobs', threads) + line('two processes', processes));
    const ratio = (key: keyof Cost): string => (least(processes, key) / least(threads, key)).toFixed(2);
    process.stdout.write(
      `speed of two jobs over two processes: ${ratio('wall')} (by processor time ${ratio('cpu')})\n`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
