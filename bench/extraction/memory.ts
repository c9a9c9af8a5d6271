import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchDocuments, writeShortDocuments } from './documents.js';
import { runBuilt } from './process.js';

/** Peak memory of converting 1,000, 10,000, 100,000 short documents, and again with the ids of the run before. */
export async function memory(counts: readonly number[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'));
  try {
    const originals = benchDocuments('seeds/documents');
    let first: number | null = null;
    for (const count of counts.length ? counts : [1000, 10_000, 100_000]) {
      const corpus = join(folder, 'documents.jsonl');
      writeShortDocuments(corpus, originals, count);
      const out = join(folder, 'out');
      const again = join(folder, 'again');
      const fresh = await runBuilt(['convert', corpus, '--out', out, '--quiet']);
      const kept = await runBuilt(['convert', corpus, '--out', again, '--previous', out, '--quiet']);
      rmSync(out, { recursive: true });
      rmSync(again, { recursive: true });
      first ??= fresh.megabytes;
      const figures = [fresh, kept].map(
        ({ megabytes, wall }) =>
          `${megabytes.toFixed(0)} MB (${(megabytes / first!).toFixed(2)} of the first), ${(count / wall).toFixed(0)} documents/s`,
      );
      process.stdout.write(`${count} documents: ${figures[0]}; with --previous ${figures[1]}\n`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
