import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type {
  Actor,
  Adjudication,
  Annotator,
  Batch,
  Country,
  Label,
  Membership,
  Redaction,
  SchemaName,
  Split,
  Target,
  Tombstone,
} from '../model/generated.js';
import { tableOf } from '../model/tables.js';
import type { DocumentRow, ReleaseDataset, StatementRow, TurnRow } from '../releases/dataset.js';
import { labelFiles, tableFile, type Dataset } from './dataset.js';
import { packageRoot } from './package-root.js';
import { readText } from './read.js';
import { tableRows } from './table-rows.js';
import { readDocumentText } from './text-files.js';

/**
 * The tables of a dataset that a release is made from. Long tables are read row by row whenever they are asked for, texts
 * one by one; rows know their places. The dataset is one that was validated: faults are passed over here.
 */
export function readReleaseDataset(opened: Dataset): ReleaseDataset {
  const rows = <T>(schema: SchemaName): Iterable<T> => {
    const { path, table } = tableFile(opened, schema);
    return existsSync(path) ? tableRows<T>(path, table, table.file) : [];
  };
  const list = <T>(schema: SchemaName): T[] => [...rows<T>(schema)];
  return {
    project: opened.project,
    codebook: opened.codebook,
    documents: list<DocumentRow>('document'),
    statements: rows<StatementRow>('statement'),
    turns: rows<TurnRow>('turn'),
    actors: list<Actor>('actor'),
    memberships: list<Membership>('membership'),
    targets: list<Target>('target'),
    countries: list<Country>('country'),
    annotators: list<Annotator>('annotator'),
    batches: list<Batch>('batch'),
    labels: datasetLabelRows(opened),
    adjudication: rows<Adjudication>('adjudication'),
    tombstones: list<Tombstone>('tombstone'),
    splits: list<Split>('split'),
    redactions: list<Redaction>('redaction'),
    texts: (documentId) => readDocumentText(opened.root, documentId),
  };
}

/** The labels of a dataset, file by file. */
function datasetLabelRows(opened: Dataset): Iterable<Label> {
  return {
    *[Symbol.iterator]() {
      for (const file of labelFiles(opened)) yield* tableRows<Label>(join(opened.root, file), tableOf('label'), file);
    },
  };
}

/** Text of every file of the package's schema/, by file name. */
export function readSchemaFiles(): Record<string, string> {
  const folder = join(packageRoot(), 'schema');
  const names = readdirSync(folder).filter((name) => name.endsWith('.schema.json'));
  return Object.fromEntries(names.sort().map((name) => [name, readText(join(folder, name))]));
}
