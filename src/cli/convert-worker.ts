import { parentPort, workerData } from 'node:worker_threads';
import { makeExtractor } from '../extract/extractor.js';
import { loadLexicons } from '../files/lexicons.js';
import type { SourceEntry } from '../files/source-entry.js';
import type { PreviousStatement } from '../model/previous.js';
import { convertBatch, type ConvertBatchOptions } from './convert-batch.js';

/** What a worker is told once, when it starts. */
export interface WorkerSettings {
  /** Folder of lexicons, as `--lexicons`; null for the shipped ones. Every worker reads them itself. */
  readonly lexicons: string | null;
  readonly labeler: string;
  readonly questions: boolean;
  readonly files: boolean;
  /** Ids that are never given again; null without an earlier conversion. */
  readonly retired: ReadonlySet<string> | null;
}

/** One batch for a worker: where its documents lie, and their rows of the earlier conversion. */
export interface WorkerBatch {
  readonly entries: readonly SourceEntry[];
  readonly previous: ReadonlyMap<string, readonly PreviousStatement[]>;
}

/*
 * The entry of a worker thread: takes a WorkerBatch, answers with a ConvertedBatch. An exception ends the worker, and
 * with it the conversion. Imported as a module on the main thread, this file does nothing.
 */
if (parentPort) {
  const port = parentPort;
  const { lexicons: folder, labeler, questions, files, retired } = workerData as WorkerSettings;
  const { lexicons } = folder === null ? loadLexicons() : loadLexicons(folder);
  const options: ConvertBatchOptions = {
    lexicons,
    labeler,
    questions,
    files,
    extractor: makeExtractor(lexicons, { labeler }),
  };
  port.on('message', ({ entries, previous }: WorkerBatch) => {
    const batch = convertBatch(
      entries,
      retired ? { ...options, previous: { statements: previous, retired } } : options,
    );
    const { files, texts } = batch.part;
    port.postMessage(
      batch,
      [...Object.values(files), ...texts.map(({ bytes }) => bytes)].map(({ buffer }) => buffer as ArrayBuffer),
    );
  });
}
