import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { recognise } from '../checks/recognise.js';
import { UsageError } from '../model/errors.js';
import { compareText } from '../model/findings.js';
import { tableOf } from '../model/tables.js';
import { metadataOfDescriptor, parsedSchemas } from '../releases/release-meaning.js';
import type { ReleaseSide } from '../releases/release-side.js';
import type { StandoffIds } from '../releases/withheld.js';
import { parseVersion } from '../releases/version.js';
import { csvTable, type CsvTable } from '../tables/csv-table.js';
import { columnsOf } from '../tables/table-cursor.js';
import { tableRecords, type TextRecord } from '../tables/table-records.js';
import { byteChunks } from './byte-chunks.js';
import { readCodebook } from './codebook-json.js';
import { readJsonObject, readText } from './read.js';

/** True for a folder that holds the tables of a release. */
export function isRelease(folder: string): boolean {
  return existsSync(join(folder, 'data', 'statements.csv'));
}

/** Opens a release that lies in a folder: its tables are read when asked for, as often as wanted. Throws UsageError for a folder that is none, ReaderError where a file of it can't be read. */
export function openRelease(folder: string): ReleaseSide {
  if (!isRelease(folder)) throw new UsageError(`${folder} is no release: it has no data/statements.csv`);
  const json = (name: string): Readonly<Record<string, unknown>> | null => {
    const path = join(folder, name);
    return existsSync(path) ? readJsonObject(path) : null;
  };
  const descriptor = json('datapackage.json');
  const schemas = join(folder, 'schema');
  const names = existsSync(schemas) ? readdirSync(schemas).filter((name) => name.endsWith('.schema.json')) : [];
  return {
    kind: 'release',
    path: folder,
    version: versionOf(folder, descriptor),
    tables: csvFilesIn(join(folder, 'data')),
    standoff: standoffIds(join(folder, 'standoff')),
    redacted: [],
    meaning: {
      codebook: existsSync(join(folder, 'codebook.json')) ? readCodebook(join(folder, 'codebook.json')) : null,
      schemas: parsedSchemas(
        Object.fromEntries(names.sort(compareText).map((name) => [name, readText(join(schemas, name))])),
      ),
      metadata: descriptor === null ? {} : metadataOfDescriptor(descriptor),
    },
  };
}

/** What stands in the stand-off part of a release, read when it is asked for; nothing where the folder is not there. */
function standoffIds(folder: string): StandoffIds {
  const rows = (name: string): Iterable<TextRecord> => {
    const path = join(folder, `${name}.csv`);
    return existsSync(path) ? tableRecords(csvFile(path)) : [];
  };
  return {
    documents: {
      *[Symbol.iterator]() {
        for (const row of rows('documents')) yield row['document_id'] ?? '';
      },
    },
    statements: {
      *[Symbol.iterator]() {
        for (const { statement_id = '', document_id = '' } of rows('statements')) yield { statement_id, document_id };
      },
    },
  };
}

/** A file on disk as a table; it is read anew each time. */
export function csvFile(path: string, name: string = basename(path, '.csv')): CsvTable {
  const bytes = { [Symbol.iterator]: () => byteChunks(path) };
  const columns = columnsOf({ bytes });
  const schema = recognise(`${name}.csv`, columns);
  const table = schema === null ? null : tableOf(schema);
  return csvTable(name, table ?? columns[0] ?? '', bytes);
}

function csvFilesIn(folder: string): CsvTable[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.csv'))
    .sort(compareText)
    .map((file) => csvFile(join(folder, file)));
}

/** The version that a release says it has, else that of its folder's name. */
function versionOf(folder: string, descriptor: Readonly<Record<string, unknown>> | null): string {
  const said = descriptor?.['version'];
  if (typeof said === 'string') return said;
  const name = basename(resolve(folder));
  return parseVersion(name) ? name : '0.0.0';
}
