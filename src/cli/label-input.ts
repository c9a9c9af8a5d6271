import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { datasetTable, findDataset, labelFiles, openDataset, type Dataset } from '../files/dataset.js';
import { readLines } from '../files/read-lines.js';
import { decodeText, readBytes } from '../files/read.js';
import { releaseAround } from '../files/released-dataset.js';
import { labelRows, type LabelColumns, type LabelRow } from '../flows/agree-label-rows.js';
import {
  filterTable,
  labelTableBuilder,
  nameAt,
  tableRows,
  type LabelTable,
  type LabelTableBuilder,
} from '../flows/agree-label-table.js';
import { addPlainLabels } from '../flows/agree-plain-labels.js';
import { ReaderError } from '../model/errors.js';
import { finding } from '../model/findings.js';
import type { Annotator, Batch, Finding, Tombstone } from '../model/generated.js';
import { sha256 } from '../model/hash.js';
import { redirects } from '../model/redirects.js';
import type { InputFile } from '../reports/agreement-report.js';
import { readCsv } from '../tables/csv-reader.js';

/** Labels as read from files, with what the dataset around them knows. */
export interface LabelInput {
  readonly labels: LabelTable;
  /** The labels as objects, made when they are asked for: many of them take much memory. */
  readonly rows: readonly LabelRow[];
  readonly files: readonly InputFile[];
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
  /** Whether a file could not be read at all. */
  readonly unreadable: boolean;
  /** The dataset whose labels these are; null for files on their own. */
  readonly dataset: Dataset | null;
}

export interface LabelInputOptions {
  readonly project?: string | undefined;
  readonly columns?: LabelColumns;
  /** Phases of batches whose labels count. */
  readonly phases?: readonly string[];
}

/**
 * Reads label files: the ones named, or all of the dataset at or above the current folder. Files named are taken to
 * belong to a dataset when they lie in its labels/ folder or `project` names it; data/labels.csv of a release belongs to
 * the release. Labels of batches in other phases (training, pilot) are left out of all labels of a dataset or release,
 * with a note. A file that can't be read is a finding; the others are read all the same.
 */
export function readLabelInput(paths: readonly string[], options: LabelInputOptions = {}): LabelInput {
  const { project, columns = {}, phases = ['production'] } = options;
  const dataset = datasetOf(paths, project);
  const named = paths.length > 0;
  const files = named ? paths : dataset === null ? [] : labelFiles(dataset).map((file) => join(dataset.root, file));
  const builder = labelTableBuilder();
  const inputs: InputFile[] = [];
  const findings: Finding[] = [];
  let unreadable = false;
  for (const path of files) {
    const name = named ? path : shown(path);
    try {
      const read = readLabelFile(builder, path, name, columns);
      for (const found of read.findings) findings.push(found);
      inputs.push({ path: name, sha256: read.sha256, rows: read.rows });
    } catch (error) {
      if (!(error instanceof ReaderError)) throw error;
      unreadable = true;
      findings.push(finding(error.rule, { file: name }, error.message));
    }
  }
  const all = builder.table();
  const whole = dataset !== null && (!named || isReleased(dataset, files));
  const { labels, notes } = whole ? ofPhases(all, dataset, phases) : { labels: all, notes: [] };
  let rows: readonly LabelRow[] | null = null;
  return {
    labels,
    get rows() {
      return (rows ??= tableRows(labels));
    },
    notes,
    files: inputs,
    findings,
    unreadable,
    dataset,
  };
}

interface ReadFile {
  readonly rows: number;
  readonly findings: readonly Finding[];
  readonly sha256: string;
}

/** Reads a file from its bytes where its form is plain, else whole, as text. */
function readLabelFile(builder: LabelTableBuilder, path: string, file: string, columns: LabelColumns): ReadFile {
  const lines = readLines(path);
  const plain = lines === null ? null : addPlainLabels(builder, { file, ...lines }, columns);
  if (plain !== null) return { ...plain, sha256: lines!.digest() };
  const bytes = readBytes(path);
  const { rows, findings } = labelRows(readCsv(decodeText(path, bytes), file), columns);
  builder.add(rows);
  return { rows: rows.length, findings, sha256: sha256(bytes) };
}

function datasetOf(paths: readonly string[], project: string | undefined): Dataset | null {
  if (project !== undefined || paths.length === 0) return openDataset(project ?? '.');
  const released = basename(paths[0]!) === 'labels.csv' ? releaseAround(paths[0]!) : null;
  if (released !== null) return released;
  const root = findDataset(dirname(resolve(paths[0]!)));
  return root !== null && resolve(paths[0]!).startsWith(join(root, 'labels') + sep) ? openDataset(root) : null;
}

/** True when all labels of a release are read, those of pilot and training batches too. */
function isReleased({ root }: Dataset, files: readonly string[]): boolean {
  return files.every((path) => resolve(path) === join(root, 'labels.csv'));
}

/** A path as seen from the current folder, with slashes. */
const shown = (path: string): string => relative(process.cwd(), path).split(sep).join('/');

function ofPhases(
  labels: LabelTable,
  dataset: Dataset,
  phases: readonly string[],
): { readonly labels: LabelTable; readonly notes: readonly string[] } {
  const phaseOf = new Map(
    datasetTable<Batch>(dataset, 'batch').rows.map(({ row }) => [row.batch_id, row.phase as string]),
  );
  const phaseAt = (row: number): string => phaseOf.get(nameAt(labels.batch, row) ?? '') ?? phases[0]!;
  const left = new Set<string>();
  const kept = filterTable(labels, (row) => {
    const phase = phaseAt(row);
    if (phases.includes(phase)) return true;
    left.add(phase);
    return false;
  });
  const count = labels.rows - kept.rows;
  const names = [...left].sort().join(' and ');
  const notes = [`${count} label rows of ${names} batches are left out (--phases names what counts)`];
  return { labels: kept, notes: count === 0 ? [] : notes };
}

/** The kind of each annotator of the dataset: person, model or program. */
export function annotatorKinds(dataset: Dataset | null): ReadonlyMap<string, string> {
  if (dataset === null) return new Map();
  return new Map(datasetTable<Annotator>(dataset, 'annotator').rows.map(({ row }) => [row.annotator_id, row.kind]));
}

/** The value of a column of statements.csv by statement id; null where the dataset has no such column. */
export function statementColumn(dataset: Dataset | null, column: string): ReadonlyMap<string, string> | null {
  if (dataset === null) return null;
  const { rows } = datasetTable<Readonly<Record<string, unknown>>>(dataset, 'statement');
  if (rows.length === 0 || !(column in rows[0]!.row)) return null;
  const values = new Map<string, string>();
  for (const { row } of rows) {
    const value = row[column];
    if (value !== null && value !== undefined && value !== '') values.set(String(row['statement_id']), String(value));
  }
  // A withdrawn statement stands in the document of what replaces it: its labels keep their cluster.
  if (column === 'document_id') {
    const stones = datasetTable<Tombstone>(dataset, 'tombstone').rows.map(({ row }) => row);
    const leadsTo = redirects(stones);
    for (const { id } of stones) {
      const value = values.get(leadsTo(id) ?? '');
      if (value !== undefined && !values.has(id)) values.set(id, value);
    }
  }
  return values;
}
