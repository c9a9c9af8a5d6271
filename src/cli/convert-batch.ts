import type { Extractor } from '../extract/extractor.js';
import { encoded, outputPart, type OutputPart } from '../files/conversion-output.js';
import type { SourceEntry } from '../files/source-entry.js';
import { loadSource } from '../files/sources.js';
import { convert, type ConvertOptions, type ConvertResult } from '../flows/convert.js';
import { ReaderError } from '../model/errors.js';
import { finding } from '../model/findings.js';
import type { Finding, Tombstone } from '../model/generated.js';
import { tableOf } from '../model/tables.js';
import { formatJsonLines } from '../tables/json-lines.js';

/** What some documents, converted together, add to a conversion. Plain data, so that a worker can hand it over. */
export interface ConvertedBatch {
  readonly part: OutputPart;
  readonly documents: number;
  readonly statements: number;
  readonly turns: number;
  readonly findings: readonly Finding[];
  readonly tombstones: readonly Tombstone[];
  /** Ids of documents that could not be read. */
  readonly unread: readonly string[];
}

/** How a batch is converted. */
export interface ConvertBatchOptions extends ConvertOptions {
  readonly extractor: Extractor;
  /** False makes only the JSON Lines of the statements, for standard output. */
  readonly files: boolean;
  /** Called after each document. */
  readonly onDocument?: () => void;
}

/** The JSON Lines of the statements, the one part that is made when nothing goes to files. */
export const STATEMENT_LINES = 'statements.jsonl';

const columns = tableOf('statement').columns.map((column) => column.name);

/** Reads and converts some documents, in their order. A document that can't be read is a finding, never an exception. */
export function convertBatch(entries: readonly SourceEntry[], options: ConvertBatchOptions): ConvertedBatch {
  const results = entries.map((entry) => {
    const result = convertEntry(entry, options);
    options.onDocument?.();
    return result;
  });
  const statements = results.flatMap((result) => result.statements);
  return {
    part: options.files
      ? outputPart(results)
      : { files: { [STATEMENT_LINES]: encoded(formatJsonLines(statements, columns)) }, texts: [] },
    documents: results.filter((result) => result.document).length,
    statements: statements.length,
    turns: results.reduce((sum, result) => sum + result.turns.length, 0),
    findings: results.flatMap((result) => result.findings),
    tombstones: results.flatMap((result) => result.tombstones),
    unread: entries.filter((_, i) => results[i]!.unreadable).map((entry) => entry.document_id),
  };
}

function convertEntry(entry: SourceEntry, options: ConvertOptions): ConvertResult {
  try {
    const [result] = convert([loadSource(entry)], options);
    return result!;
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error;
    const found = finding(error.rule, { file: entry.file }, error.message, { record_id: entry.document_id });
    return {
      document: null,
      text: '',
      statements: [],
      turns: [],
      lines: [],
      findings: [found],
      unreadable: true,
      tombstones: [],
    };
  }
}
