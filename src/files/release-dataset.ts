import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from '../model/findings.js';
import type {
  Actor,
  Adjudication,
  Annotator,
  Batch,
  Country,
  Finding,
  Label,
  Membership,
  SchemaName,
  Split,
  Target,
  Tombstone,
} from '../model/generated.js';
import type { DocumentRow, PlaceOf, ReleaseDataset, StatementRow, TurnRow } from '../releases/dataset.js';
import type { TypedRows } from '../tables/typed-rows.js';
import { datasetLabels, datasetTable, type Dataset } from './dataset.js';
import { packageRoot } from './package-root.js';
import { readText } from './read.js';
import { readDocumentText } from './text-files.js';

/** A dataset read for a release: its rows, where each stands, and what was wrong with the files. */
export interface ReadDataset {
  readonly dataset: ReleaseDataset;
  readonly placeOf: PlaceOf;
  readonly findings: readonly Finding[];
}

/** Reads every table of a dataset that a release is made from; texts are read when asked for. */
export function readReleaseDataset(opened: Dataset): ReadDataset {
  let findings: readonly Finding[] = [];
  const places = new Map<unknown, { readonly file: string; readonly line: number; readonly columns: object }>();
  const keep = <T>(read: TypedRows<T>): T[] => {
    findings = [...findings, ...read.findings];
    return read.rows.map((placed) => {
      places.set(placed.row, placed);
      return placed.row;
    });
  };
  const table = <T>(schema: SchemaName): T[] => keep(datasetTable<T>(opened, schema));
  const statements = table<StatementRow>('statement');
  // Rows are copied while labels are resolved into them, so that a statement is known by its id.
  for (const row of statements) places.set(row.statement_id, places.get(row)!);
  const dataset: ReleaseDataset = {
    project: opened.project,
    codebook: opened.codebook,
    documents: table<DocumentRow>('document'),
    statements,
    turns: table<TurnRow>('turn'),
    actors: table<Actor>('actor'),
    memberships: table<Membership>('membership'),
    targets: table<Target>('target'),
    countries: table<Country>('country'),
    annotators: table<Annotator>('annotator'),
    batches: table<Batch>('batch'),
    labels: keep(datasetLabels<Label>(opened)),
    adjudication: table<Adjudication>('adjudication'),
    tombstones: table<Tombstone>('tombstone'),
    splits: table<Split>('split'),
    texts: (documentId) => readDocumentText(opened.root, documentId),
  };
  const placeOf = (row: object, field?: string): Place => {
    const place = places.get(row) ?? places.get((row as { readonly statement_id?: string }).statement_id);
    if (!place) return { file: null };
    const columns = place.columns as Readonly<Record<string, number>>;
    return { file: place.file, line: place.line, column: field === undefined ? null : (columns[field] ?? null) };
  };
  return { dataset, placeOf, findings };
}

/** Text of every file of the package's schema/, by file name. */
export function readSchemaFiles(): Record<string, string> {
  const folder = join(packageRoot(), 'schema');
  const names = readdirSync(folder).filter((name) => name.endsWith('.schema.json'));
  return Object.fromEntries(names.sort().map((name) => [name, readText(join(folder, name))]));
}
