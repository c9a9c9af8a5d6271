import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { makeExtractor } from '../extract/extractor.js';
import { outputPart, type ConversionOutput } from '../files/conversion-output.js';
import type { LoadedLexicons } from '../files/lexicons.js';
import { packageVersion } from '../files/package-root.js';
import type { LoadedPrevious } from '../files/previous.js';
import { readableExtensions } from '../readers/index.js';
import type { SourceEntries } from '../files/source-entries.js';
import type { SourceEntry } from '../files/source-entry.js';
import { listSources } from '../files/sources.js';
import { allTombstones } from '../flows/withdrawn.js';
import { finding } from '../model/findings.js';
import type { Codebook, Finding, Run, Tombstone } from '../model/generated.js';
import { sha256, shortHash } from '../model/hash.js';
import type { FindingReport } from '../reports/findings/finding-report.js';
import { tallyFindings } from '../reports/findings/tally.js';
import { convertBatch, STATEMENT_LINES, type ConvertBatchOptions, type ConvertedBatch } from './convert-batch.js';
import { convertInPool } from './convert-pool.js';

/** What a conversion of files needs. */
export interface ConvertFilesOptions {
  readonly inputs: readonly string[];
  readonly loaded: LoadedLexicons;
  /** The folder that `loaded` came from, which workers read too; left out for the shipped lexicons. */
  readonly lexicons?: string;
  readonly previous: LoadedPrevious | null;
  /** Null writes statements as JSON Lines to standard output. */
  readonly output: ConversionOutput | null;
  readonly codebook: Codebook;
  readonly labeler: string;
  readonly questions: boolean;
  readonly shard: { readonly index: number; readonly count: number } | null;
  /** Threads that convert; default 1, this one. */
  readonly jobs?: number;
  readonly onDocument: (done: number, all: number) => void;
}

/** What was done: the run as recorded, its findings counted, and whether something could not be read. */
export interface ConvertedFiles {
  readonly run: Run;
  readonly report: FindingReport;
  readonly unreadable: boolean;
}

/** Documents that are converted and written together. */
const BATCH = 16;

/**
 * Converts files in the order of document ids and writes the output as it goes; the same bytes for any number of jobs.
 * Throws when a worker dies.
 */
export async function convertFiles(options: ConvertFilesOptions): Promise<ConvertedFiles> {
  const { loaded, previous, output, shard } = options;
  const piped = await pipedInput(options.inputs);
  try {
    const list = listSources(options.inputs, { stdin: piped?.file ?? null });
    const entries = shard ? list.entries.filter((id) => shardNumber(id, shard.count) === shard.index) : list.entries;
    const before: Finding[] = [...loaded.findings, ...list.findings];
    if (list.entries.length === 0 && before.length === 0) {
      const place = { file: options.inputs.join(' ') };
      before.push(
        finding('document/none', place, 'no document was found there', { allowed: [...readableExtensions, '.jsonl'] }),
      );
    }
    const tombstones: Tombstone[] = [];
    const unread = new Set<string>();
    const state = { documents: 0, statements: 0, turns: 0, unreadable: list.unreadable };
    const tally = tallyFindings({ most: 100 });
    for (const found of before) tally.add(found);
    if (output && before.length)
      output.append(outputPart([{ document: null, text: '', statements: [], turns: [], findings: before }]));
    for await (const batch of convertBatches(entries, options)) {
      state.documents += batch.documents;
      state.statements += batch.statements;
      state.turns += batch.turns;
      if (batch.unread.length > 0) state.unreadable = true;
      for (const id of batch.unread) unread.add(id);
      for (const found of batch.findings) tally.add(found);
      for (const dead of batch.tombstones) tombstones.push(dead);
      if (output) output.append(batch.part);
      else if (!process.stdout.write(batch.part.files[STATEMENT_LINES]!)) await once(process.stdout, 'drain');
    }
    const report = tally.result();
    const run = runRecord(options, state, report.counts);
    output?.finish(
      run,
      previous
        ? allTombstones(previous, tombstones, {
            given: entries,
            unread,
            isMine: (id) => shard === null || shardNumber(id, shard.count) === shard.index,
          })
        : null,
    );
    return { run, report, unreadable: state.unreadable };
  } finally {
    piped?.remove();
  }
}

/** The batches of a conversion in the order of document ids, made here or by workers. */
async function* convertBatches(
  entries: SourceEntries,
  options: ConvertFilesOptions,
): AsyncGenerator<ConvertedBatch, void, undefined> {
  const { loaded, lexicons, previous, labeler, questions, jobs = 1, onDocument } = options;
  const files = options.output !== null;
  const batches = inBatches(entries);
  let done = 0;
  if (jobs > 1) {
    const pooled = convertInPool(batches, { jobs, lexicons: lexicons ?? null, previous, labeler, questions, files });
    for await (const batch of pooled) {
      done = Math.min(done + BATCH, entries.length);
      onDocument(done, entries.length);
      yield batch;
    }
    return;
  }
  const batchOptions: ConvertBatchOptions = {
    lexicons: loaded.lexicons,
    labeler,
    questions,
    files,
    extractor: makeExtractor(loaded.lexicons, { labeler }),
    onDocument: () => onDocument(++done, entries.length),
    ...(previous ? { previous } : {}),
  };
  for (const batch of batches) yield convertBatch(batch, batchOptions);
}

function* inBatches(entries: SourceEntries): Generator<readonly SourceEntry[], void, undefined> {
  for (let from = 0; from < entries.length; from += BATCH) {
    const size = Math.min(BATCH, entries.length - from);
    yield Array.from({ length: size }, (_, i) => entries.at(from + i));
  }
}

/** Standard input kept in a temporary file, so that its lines can be read by place like those of any other. */
async function pipedInput(inputs: readonly string[]): Promise<{ file: string; remove: () => void } | null> {
  if (!inputs.includes('-')) return null;
  const folder = mkdtempSync(join(tmpdir(), 'demarche-'));
  const file = join(folder, 'stdin.jsonl');
  await pipeline(process.stdin, createWriteStream(file));
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Part of a document among `count` parts, from 1: by a hash of its id, the same on every machine. */
export function shardNumber(documentId: string, count: number): number {
  let value = 0;
  for (const character of shortHash(['shard', documentId])) value = (value * 32 + parseInt(character, 36)) % count;
  return value + 1;
}

function runRecord(
  options: ConvertFilesOptions,
  state: { documents: number; statements: number; turns: number },
  findings: Readonly<Record<string, number>>,
): Run {
  return {
    tool: `demarche@${packageVersion()}`,
    node_unicode: process.versions['unicode'] ?? 'unknown',
    labeler: options.labeler,
    codebook_version: options.codebook.version,
    codebook_sha256: sha256(JSON.stringify(options.codebook)),
    lexicons: options.loaded.digests,
    options: {
      questions: options.questions,
      shard: options.shard ? `${options.shard.index}/${options.shard.count}` : null,
    },
    documents: state.documents,
    statements: state.statements,
    turns: state.turns,
    findings,
  };
}
