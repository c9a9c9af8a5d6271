import { Worker } from 'node:worker_threads';
import type { SourceEntry } from '../files/source-entry.js';
import type { Previous } from '../model/previous.js';
import type { ConvertedBatch } from './convert-batch.js';
import type { WorkerBatch, WorkerSettings } from './convert-worker.js';

/** Batches that a worker has at hand: one that it converts and one that waits, so that it never idles. */
const AHEAD = 2;

/** Batches for each worker that may be done before their turn comes: a slow one holds the others up no sooner. */
const BUFFERED = 8;

/** What the threads of a conversion need. */
export interface PoolOptions extends Omit<WorkerSettings, 'retired'> {
  readonly jobs: number;
  readonly previous: Previous | null;
}

interface Waiting {
  /** Which documents, for the message when their worker dies. */
  readonly place: string;
  readonly resolve: (batch: ConvertedBatch) => void;
  readonly reject: (error: Error) => void;
}

interface Job {
  readonly worker: Worker;
  /** Batches handed over and not answered yet, oldest first: a worker answers in order. */
  readonly waiting: Waiting[];
  death: Error | null;
}

/**
 * Converts batches on worker threads and yields them strictly in the order given, so that the output has the same bytes
 * for any number of jobs. A worker gets its next batch when it is free for one; at most `jobs` × 8 batches are under way
 * or wait for their turn. Throws when one of its workers died; the other workers are ended then, and when the caller
 * stops early.
 */
export async function* convertInPool(
  batches: Iterable<readonly SourceEntry[]>,
  { jobs, previous, ...settings }: PoolOptions,
): AsyncGenerator<ConvertedBatch, void, undefined> {
  const data: WorkerSettings = { ...settings, retired: previous?.retired ?? null };
  const pool: Job[] = [];
  const flight: Flight[] = [];
  const isFull = (): boolean =>
    flight.length >= jobs * BUFFERED || pool.every(({ waiting }) => waiting.length >= AHEAD);
  try {
    for (const entries of batches) {
      // The first batches start the workers: few documents need few of them.
      if (pool.length < jobs) pool.push(startJob(data));
      flight.push(handOver(leastBusy(pool), entries, previous));
      while (flight[0]?.done || (pool.length === jobs && isFull())) {
        if (flight[0]!.done) yield await flight.shift()!.answer;
        else await Promise.race(flight.filter(({ done }) => !done).map(({ answer }) => answer));
      }
    }
    for (const { answer } of flight) yield await answer;
  } finally {
    await Promise.all(pool.map(({ worker }) => worker.removeAllListeners('exit').terminate()));
  }
}

/** A batch on its way. */
interface Flight {
  readonly answer: Promise<ConvertedBatch>;
  done: boolean;
}

const leastBusy = (pool: readonly Job[]): Job =>
  pool.reduce((best, job) => (job.waiting.length < best.waiting.length ? job : best));

function handOver(job: Job, entries: readonly SourceEntry[], previous: Previous | null): Flight {
  const message: WorkerBatch = {
    entries,
    previous: new Map(
      entries.flatMap(({ document_id }) => {
        const rows = previous?.statements.get(document_id);
        return rows ? [[document_id, rows] as const] : [];
      }),
    ),
  };
  const [first, last] = [entries[0], entries.at(-1)];
  const answer = new Promise<ConvertedBatch>((resolve, reject) => {
    if (job.death) return reject(job.death);
    job.waiting.push({ place: `"${first?.document_id}" to "${last?.document_id}"`, resolve, reject });
    job.worker.postMessage(message);
  });
  const flight: Flight = { answer, done: false };
  const end = (): void => {
    flight.done = true;
  };
  // Its turn to be awaited may come only after it failed.
  answer.then(end, end);
  return flight;
}

function startJob(data: WorkerSettings): Job {
  const { file, execArgv } = workerEntry();
  const worker = new Worker(file, { workerData: data, ...(execArgv ? { execArgv } : {}) });
  const job: Job = { worker, waiting: [], death: null };
  const die = (reason: string, cause?: unknown): void => {
    const at = job.waiting[0] ? ` at the documents ${job.waiting[0].place}` : '';
    job.death ??= new Error(`a worker of --jobs died${at}: ${reason}. No output was written`, { cause });
    for (const { reject } of job.waiting) reject(job.death);
  };
  worker.on('message', (batch: ConvertedBatch) => job.waiting.shift()!.resolve(batch));
  worker.on('messageerror', (error) => die(error.message, error));
  worker.on('error', (error: unknown) => die(error instanceof Error ? error.message : String(error), error));
  worker.on('exit', (code) => die(`it ended with exit code ${code}`));
  return job;
}

/**
 * The worker's file has the ending of this one. Run from the sources it needs tsx, which `--import tsx` starts on the main
 * thread only: a worker must register it by hand.
 */
function workerEntry(): { file: URL; execArgv?: string[] } {
  if (!import.meta.url.endsWith('.ts')) return { file: new URL('./convert-worker.js', import.meta.url) };
  const code = `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))}; register();`;
  return {
    file: new URL('./convert-worker.ts', import.meta.url),
    execArgv: ['--import', `data:text/javascript,${encodeURIComponent(code)}`],
  };
}
