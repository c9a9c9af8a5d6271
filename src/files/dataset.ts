import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../model/errors.js';
import { compareText } from '../model/findings.js';
import type { Codebook, Project, SchemaName } from '../model/generated.js';
import { tableOf, type Table } from '../model/tables.js';
import type { PlacedRow, TypedRows } from '../tables/typed-rows.js';
import { readCodebook } from './codebook-json.js';
import { shippedCodebook } from './package-root.js';
import { readJsonObject } from './read.js';
import { readTable } from './tables.js';

/** A dataset folder: where it is, its head, and where its codebook and lexicons lie. */
export interface DatasetHead {
  readonly root: string;
  readonly project: Project;
  readonly codebookPath: string;
  readonly lexicons: string;
}

/** A dataset folder with its codebook. */
export interface Dataset extends DatasetHead {
  readonly codebook: Codebook;
}

/** The nearest folder at or above `start` that holds demarche.json; null when there is none. */
export function findDataset(start: string): string | null {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'demarche.json'))) return folder;
    if (dirname(folder) === folder) return null;
  }
}

/** Opens the dataset at or above `start`; throws UsageError when there is none, ReaderError when its head is unreadable. */
export function openDataset(start: string): Dataset {
  const head = openHead(start);
  return { ...head, codebook: readCodebook(head.codebookPath) };
}

/** As `openDataset`, without reading the codebook: for those who say what is wrong with it. */
export function openHead(start: string): DatasetHead {
  const root = findDataset(start);
  if (!root)
    throw new UsageError(
      `no demarche.json in ${start} or above it; name a dataset with --project DIR, or make one with demarche init`,
    );
  const project = readJsonObject(join(root, 'demarche.json')) as unknown as Project;
  return {
    root,
    project,
    codebookPath: resolve(root, project.codebook ?? 'codebook.json'),
    lexicons: resolve(root, project.lexicons ?? 'lexicons'),
  };
}

/** The codebook of a file, or the one shipped with the package. */
export function loadCodebook(path: string = shippedCodebook()): Codebook {
  return readCodebook(path);
}

/** Rows of one of the dataset's tables; none when the file does not exist. Stand-off datasets have their own schemas. */
export function datasetTable<T>(dataset: DatasetHead, schema: SchemaName): TypedRows<T> {
  const { path, table } = tableFile(dataset, schema);
  return existsSync(path) ? readTable<T>(path, table, table.file) : { rows: [], findings: [] };
}

/** Where one of the dataset's tables lies, whether it is there or not, and the table that it is an instance of. */
export function tableFile(dataset: DatasetHead, schema: SchemaName): { readonly path: string; readonly table: Table } {
  const standoff = dataset.project.standoff && ['statement', 'document', 'turn'].includes(schema);
  const table = tableOf(standoff ? (`standoff-${schema}` as SchemaName) : schema);
  const inLexicons = ['actor', 'membership', 'target', 'country'].includes(schema);
  return { path: join(inLexicons ? dataset.lexicons : dataset.root, table.file), table };
}

/** Paths of the dataset's label files, labels/<batch>/<annotator>.csv, in byte order, relative to its root. */
export function labelFiles(dataset: DatasetHead): string[] {
  const folder = join(dataset.root, 'labels');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((batch) => statSync(join(folder, batch)).isDirectory())
    .flatMap((batch) =>
      readdirSync(join(folder, batch))
        .filter((file) => file.endsWith('.csv'))
        .map((file) => `labels/${batch}/${file}`),
    )
    .sort(compareText);
}

/** All labels of the dataset, each with its place, and the findings of their files. */
export function datasetLabels<T>(dataset: DatasetHead): TypedRows<T> {
  const rows: PlacedRow<T>[] = [];
  const findings: TypedRows<T>['findings'][number][] = [];
  for (const file of labelFiles(dataset)) {
    const read = readTable<T>(join(dataset.root, file), tableOf('label'), file);
    for (const row of read.rows) rows.push(row);
    for (const found of read.findings) findings.push(found);
  }
  return { rows, findings };
}
