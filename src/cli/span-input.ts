import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { findDataset, openDataset } from '../files/dataset.js';
import { readText } from '../files/read.js';
import { statementsFile } from '../files/statement-rows.js';
import { spanRows, type SpanColumns, type SpanRow } from '../flows/agree-span-rows.js';
import { csvStatements, jsonStatements, type CodedStatements } from '../flows/agree-statement-rows.js';
import { ReaderError, UsageError } from '../model/errors.js';
import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { sha256 } from '../model/hash.js';
import type { InputFile } from '../reports/agreement-report.js';
import { readCsv } from '../tables/csv-reader.js';
import { readJsonLines } from '../tables/json-lines.js';

/** Spans of several files; a file that can't be read is a finding, the others are read all the same. */
export interface SpanInput {
  readonly rows: readonly SpanRow[];
  readonly files: readonly InputFile[];
  readonly findings: readonly Finding[];
  readonly unreadable: boolean;
}

/** Reads files of marked spans. */
export function readSpanInput(paths: readonly string[], columns: SpanColumns): SpanInput {
  const rows: SpanRow[] = [];
  const files: InputFile[] = [];
  const findings: Finding[] = [];
  let unreadable = false;
  for (const path of paths) {
    try {
      // Read once: a pipe has no second time.
      const text = readText(path);
      const read = spanRows(readCsv(text, path), columns);
      for (const row of read.rows) rows.push(row);
      for (const found of read.findings) findings.push(found);
      files.push({ path, sha256: sha256(text), rows: read.rows.length });
    } catch (error) {
      if (!(error instanceof ReaderError)) throw error;
      unreadable = true;
      findings.push(finding(error.rule, { file: path }, error.message));
    }
  }
  return { rows, files, findings, unreadable };
}

/**
 * Reads one coding: JSON Lines, or CSV by the file's ending, or the statements of a folder. Throws ReaderError when it
 * can't be read, UsageError where a folder has no statements.
 */
export function readCoding(named: string): CodedStatements & { readonly input: InputFile } {
  const path = existsSync(named) ? statementsFile(named) : named;
  const text = readText(path);
  const read = (): CodedStatements => {
    if (path.endsWith('.csv')) return csvStatements(readCsv(text, path));
    const { lines, findings } = readJsonLines(text, path);
    return jsonStatements(lines, path, findings);
  };
  const coding = read();
  return { ...coding, input: { path, sha256: sha256(text), rows: coding.statements.length } };
}

/**
 * Lengths of documents: from the file that is named, else from the documents.csv of the project, beside the first input
 * or of the dataset around it; none where there is no such file. Throws UsageError for one without the two columns.
 */
export function documentLengths(
  named: string | undefined,
  project: string | undefined,
  input: string,
): (document: string) => number | null {
  const folder = dirname(resolve(input));
  const root = project === undefined ? findDataset(folder) : openDataset(project).root;
  const usual = [...(project === undefined ? [folder] : []), ...(root === null ? [] : [root])]
    .map((place) => join(place, 'documents.csv'))
    .find((path) => existsSync(path));
  const path = named ?? usual;
  if (path === undefined) return () => null;
  const csv = readCsv(readText(path), path);
  const [id, length] = [csv.header.indexOf('document_id'), csv.header.indexOf('length')];
  if (id < 0 || length < 0) {
    if (named === undefined) return () => null;
    throw new UsageError(`--documents ${path}: it needs the columns document_id and length`);
  }
  const lengths = new Map(
    csv.rows.map(({ cells }) => [cells[id]!, /^\d+$/.test(cells[length]!) ? Number(cells[length]) : null]),
  );
  return (document) => lengths.get(document) ?? null;
}
