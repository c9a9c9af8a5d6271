import { dirname } from 'node:path';
import { datasetTable, findDataset, loadCodebook, openDataset, type Dataset } from '../files/dataset.js';
import { readText } from '../files/read.js';
import { labelRows, type LabelColumns, type LabelRow } from '../flows/agree-label-rows.js';
import { csvItems, jsonItems, type ItemColumns, type LabelledItem } from '../flows/score-items.js';
import type { Lookup } from '../flows/score-join.js';
import { ReaderError } from '../model/errors.js';
import { finding } from '../model/findings.js';
import type { Codebook, Finding } from '../model/generated.js';
import { sha256 } from '../model/hash.js';
import type { InputFile } from '../reports/agreement-report.js';
import { readCsv } from '../tables/csv-reader.js';
import { readJsonLines } from '../tables/json-lines.js';
import { statementColumn } from './label-input.js';

/** A file of gold or predictions as read; `rows` are set where it holds annotators' labels. */
export interface ScoreFile {
  readonly file: InputFile;
  readonly items: readonly LabelledItem[];
  readonly rows: readonly LabelRow[];
  readonly findings: readonly Finding[];
  readonly readable: boolean;
}

const isJson = (path: string): boolean => /\.(jsonl|ndjson)$/i.test(path);

/** Reads gold or predictions. A CSV file with a column of annotators is read as raw labels if `votes` allows it. */
export function readScoreFile(path: string, columns: ItemColumns, votes: LabelColumns | null = null): ScoreFile {
  return reading(path, (text) => {
    const file = { path, sha256: sha256(text), rows: 0 };
    if (isJson(path)) {
      const { lines, findings } = readJsonLines(text, path);
      const { items, findings: more } = jsonItems(lines, path, columns);
      return {
        file: { ...file, rows: lines.length },
        items,
        rows: [],
        findings: [...findings, ...more],
        readable: true,
      };
    }
    const csv = readCsv(text, path);
    const counted = { ...file, rows: csv.rows.length };
    if (votes !== null && csv.header.includes(votes.annotator ?? 'annotator_id')) {
      return { file: counted, items: [], ...labelRows(csv, fitting(csv.header, votes)), readable: true };
    }
    return { file: counted, ...csvItems(csv, columns), rows: [], readable: true };
  });
}

/** Reads a file of annotators' labels, long or wide. */
export function readVotes(path: string, columns: LabelColumns): ScoreFile {
  return reading(path, (text) => {
    const csv = readCsv(text, path);
    const file = { path, sha256: sha256(text), rows: csv.rows.length };
    return { file, items: [], ...labelRows(csv, fitting(csv.header, columns)), readable: true };
  });
}

/** Columns named for gold and predictions count for label files only where those have them; "id" may name units. */
function fitting(header: readonly string[], { unit, annotator, label, cluster }: LabelColumns): LabelColumns {
  const there = (name: string | null | undefined): string | null => (name && header.includes(name) ? name : null);
  const units = ['statement_id', 'unit_id', 'item_id'].some((name) => header.includes(name)) ? null : there('id');
  return { unit: there(unit) ?? units, annotator: annotator ?? null, label: there(label), cluster: there(cluster) };
}

function reading(path: string, read: (text: string) => ScoreFile): ScoreFile {
  try {
    return read(readText(path));
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error;
    const found = finding(error.rule, { file: path }, error.message);
    return { file: { path, sha256: '', rows: 0 }, items: [], rows: [], findings: [found], readable: false };
  }
}

/** The dataset that `project` names or that one of the files lies in; null where there is none. */
export function scoreDataset(project: string | undefined, paths: readonly string[]): Dataset | null {
  if (project !== undefined) return openDataset(project);
  const root = [...paths.map((path) => dirname(path)), '.'].map(findDataset).find((found) => found !== null);
  return root === undefined ? null : openDataset(root);
}

/** The dataset's codebook, or the one shipped with the package. */
export const scoreCodebook = (dataset: Dataset | null): Codebook => dataset?.codebook ?? loadCodebook();

/** What statements.csv says of an item by its id: target, document, speaker, quote type and the columns asked for. */
export function statementLookup(dataset: Dataset | null, cluster: string | null, by: readonly string[]): Lookup {
  if (dataset === null) return () => null;
  const { rows } = datasetTable<Readonly<Record<string, unknown>>>(dataset, 'statement');
  const columns: readonly (readonly [name: string, column: string])[] = [
    ['target', 'target_id'],
    ['speaker', 'speaker_id'],
    ['quote_type', 'quote_type'],
    ...by.map((name) => [name, name] as const),
  ];
  const byId = new Map(rows.map(({ row }) => [String(row['statement_id']), row]));
  const clusters = statementColumn(dataset, cluster ?? 'document_id');
  return (id) => {
    const row = byId.get(id);
    const own = clusters?.get(id);
    if (row === undefined && own === undefined) return null;
    const known: Record<string, string> = own === undefined ? {} : { cluster: own };
    if (row === undefined) return known;
    for (const [name, column] of columns) {
      const value = row[column];
      if (known[name] !== undefined || value === null || value === undefined || value === '') continue;
      known[name] = Array.isArray(value) ? value.join(';') : String(value);
    }
    return known;
  };
}
