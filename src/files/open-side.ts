import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { recognise } from '../checks/recognise.js';
import { UsageError } from '../model/errors.js';
import { faultOf } from './read.js';
import { compareText } from '../model/findings.js';
import { tableOf } from '../model/tables.js';
import { metadataOfProject, parsedSchemas } from '../releases/release-meaning.js';
import type { ReleaseSide } from '../releases/release-side.js';
import { parseVersion } from '../releases/version.js';
import { cellsAsCsv, csvTable, type CsvTable } from '../tables/csv-table.js';
import { columnsOf } from '../tables/table-cursor.js';
import { tableRecords } from '../tables/table-records.js';
import { findDataset, labelFiles, openDataset } from './dataset.js';
import { csvFile, isRelease, openRelease } from './open-release.js';
import { readSchemaFiles } from './release-dataset.js';

/** Tables that lie in a dataset's own folder, and those of its lexicons that a release holds, too. */
const OWN = ['documents', 'turns', 'statements', 'adjudication', 'tombstones', 'splits', 'annotators', 'batches'];
const LEXICONS = ['actors', 'memberships', 'targets', 'countries'];

/**
 * Opens a release, or a dataset as it lies in its folder (labels of all files as one table, lexicons where they are).
 * A version is the release of it of the dataset that `from` lies in. Throws UsageError for anything else, saying what
 * was found, and ReaderError where a file can't be read.
 */
export function openSide(path: string, from = '.'): ReleaseSide {
  if (!existsSync(path)) {
    const root = parseVersion(path) ? findDataset(from) : null;
    const release = root === null ? null : join(root, 'releases', path);
    if (release === null || !isRelease(release)) throw new UsageError(`${path}: there is no such folder or release`);
    return openRelease(relative(process.cwd(), release) || release);
  }
  if (!statSync(path).isDirectory())
    throw new UsageError(`${path} is a file; name the folder of a release or of a dataset`);
  if (isRelease(path)) return openRelease(path);
  if (existsSync(join(path, 'demarche.json'))) return openDatasetSide(path);
  const names = readdirSync(path).sort(compareText);
  const found =
    names.length === 0 ? 'it is empty' : `it holds ${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}`;
  throw new UsageError(`${path} is neither a release (data/statements.csv) nor a dataset (demarche.json): ${found}`);
}

function openDatasetSide(path: string): ReleaseSide {
  const { root, project, lexicons, codebook, ...head } = openDataset(path);
  const lacks = ['title', 'license', 'authors'].filter((name) => !Object.hasOwn(project, name));
  if (lacks.length)
    throw faultOf(join(root, 'demarche.json'), 'json/schema', {
      line: 1,
      column: 1,
      says: `${lacks.join(', ')} ${lacks.length === 1 ? 'is' : 'are'} missing; demarche validate says what must stand there`,
    });
  // Else every actor and target would seem to be gone.
  if (project.lexicons && !existsSync(lexicons))
    throw new UsageError(
      `${join(path, 'demarche.json')} names the lexicon folder "${project.lexicons}", which is not there; name the folder that has the dataset's actors and targets`,
    );
  const files = [
    ...OWN.map((name) => [name, join(root, `${name}.csv`)] as const),
    ...LEXICONS.map((name) => [name, join(lexicons, `${name}.csv`)] as const),
  ].filter(([, file]) => existsSync(file));
  const labels = labelFiles({ root, project, lexicons, ...head }).map((file) => join(root, file));
  return {
    kind: 'dataset',
    path,
    version: project.version ?? '0.0.0',
    tables: [
      ...files.map(([name, file]) => csvFile(file, name)),
      ...(labels.length ? [stacked('labels', labels)] : []),
    ],
    standoff: { documents: [], statements: [] },
    redacted: redactedDocuments(join(root, 'redactions.csv')),
    meaning: { codebook, schemas: parsedSchemas(readSchemaFiles()), metadata: metadataOfProject(project) },
  };
}

/** The documents of redactions.csv, read when they are asked for. */
function redactedDocuments(path: string): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      if (!existsSync(path)) return;
      for (const row of tableRecords(csvFile(path))) yield row['document_id'] ?? '';
    },
  };
}

/** Several files as one table, with all columns that any of them has. */
function stacked(name: string, paths: readonly string[]): CsvTable {
  const files = paths.map((path) => csvFile(path, name));
  const columns = [...new Set(files.flatMap(columnsOf))];
  const rows: Iterable<readonly string[]> = {
    *[Symbol.iterator]() {
      for (const file of files) for (const row of tableRecords(file)) yield columns.map((column) => row[column] ?? '');
    },
  };
  const schema = recognise(`${name}.csv`, columns);
  return csvTable(name, schema === null ? columns[0]! : tableOf(schema), cellsAsCsv(columns, rows));
}
