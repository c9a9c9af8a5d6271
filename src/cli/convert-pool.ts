import { Worker } from 'node:worker_threads';
import type { SourceEntry } from '../files/sources.js';
import type { Previous } from '../model/previous.js';
import type { ConvertedBatch } from './convert-batch.js';
import type { WorkerBatch, WorkerSettings } from './convert-worker.js';

/** Batches that a worker has at hand: one that it converts and one that waits, so that it never idles. */
const AHEAD = 2;

/** What the threads of a conversion need. */
export interface PoolOptions extends Omit<WorkerSettings, 'retired'> {
  readonly jobs: number;
  readonly previous: Previous | null;
}

interface Job {
  readonly worker: Worker;
  /** Batches handed over and not answered yet, oldest first: a worker answers in order. */
  readonly waiting: { readonly place: string; readonly resolve: (batch: ConvertedBatch) => void }[];
}

/**
 * Converts batches on worker threads and yields them strictly in the order given, so that the output has the same bytes
 * for any number of jobs. At most `jobs` × 2 batches are in flight: a slow first one never lets the others pile up.
 * Throws when a worker dies; the other workers are ended then, and when the caller stops early.
 */
export async function* convertInPool(
  batches: Iterable<readonly SourceEntry[]>,
  { jobs, previous, ...settings }: PoolOptions,
): AsyncGenerator<ConvertedBatch, void, undefined> {
  const data: WorkerSettings = { ...settings, retired: previous?.retired ?? null };
  let fail: (error: Error) => void = () => undefined;
  const died = new Promise<never>((_, reject) => (fail = reject));
  // Somebody always waits for it below, but not from the first moment on.
  died.catch(() => undefined);
  const pool: Job[] = [];
  const flight: Promise<ConvertedBatch>[] = [];
  try {
    for (const entries of batches) {
      // The first batches start the workers: few documents need few of them.
      if (pool.length < jobs) pool.push(startJob(data, fail));
      flight.push(handOver(leastBusy(pool), entries, previous));
      if (flight.length >= jobs * AHEAD) yield await Promise.race([flight.shift()!, died]);
    }
    for (const batch of flight) yield await Promise.race([batch, died]);
  } finally {
    await Promise.all(pool.map(({ worker }) => worker.removeAllListeners('exit').terminate()));
  }
}

const leastBusy = (pool: readonly Job[]): Job =>
  pool.reduce((best, job) => (job.waiting.length < best.waiting.length ? job : best));

function handOver(job: Job, entries: readonly SourceEntry[], previous: Previous | null): Promise<ConvertedBatch> {
  const message: WorkerBatch = {
    entries,
    previous: new Map(
      entries.flatMap(({ document_id }) => {
        const rows = previous?.statements.get(document_id);
        return rows ? [[document_id, rows] as const] : [];
      }),
    ),
  };
  return new Promise((resolve) => {
    const [first, last] = [entries[0], entries.at(-1)];
    job.waiting.push({ place: `"${first?.document_id}" to "${last?.document_id}"`, resolve });
    job.worker.postMessage(message);
  });
}

function startJob(data: WorkerSettings, fail: (error: Error) => void): Job {
  const { file, execArgv } = workerEntry();
  const job: Job = { worker: new Worker(file, { workerData: data, ...(execArgv ? { execArgv } : {}) }), waiting: [] };
  const dead = (reason: string, cause?: unknown): void => {
    const place = job.waiting[0]?.place;
    fail(
      new Error(
        `a worker of --jobs died${place ? ` at the documents ${place}` : ''}: ${reason}; nothing was written, --jobs 1 may say more`,
        { cause },
      ),
    );
  };
  job.worker.on('message', (batch: ConvertedBatch) => job.waiting.shift()!.resolve(batch));
  job.worker.on('messageerror', (error) => dead(error.message, error));
  job.worker.on('error', (error: unknown) => dead((error as Error)?.stack ?? String(error), error));
  job.worker.on('exit', (code) => dead(`it ended with exit code ${code}`));
  return job;
}

/** The worker's file has the ending of this one: run from the sources it needs the loader that this process has too. */
function workerEntry(): { file: URL; execArgv?: string[] } {
  if (!import.meta.url.endsWith('.ts')) return { file: new URL('./convert-worker.js', import.meta.url) };
  return {
    file: new URL('./convert-worker.ts', import.meta.url),
    execArgv: ['--import', import.meta.resolve('tsx')],
  };
}
