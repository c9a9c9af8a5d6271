import type { Adjudication, Label, SchemaName, Split, Tombstone } from '../model/generated.js';
import { tableOf } from '../model/tables.js';
import { isStandoff, type DocumentRow, type ReleaseDataset, type StatementRow, type TurnRow } from './dataset.js';
import { storedRows } from '../tables/row-store.js';
import type { ReleaseTable } from './release.js';
import { projectRows, sortRows } from './rows.js';
import { standoffDataset, type StandoffDataset } from './standoff.js';
import { customFields } from './statement-fields.js';

/** The rows that a release is made of, after labels were resolved and rows left out. */
export interface ReleaseRows {
  readonly documents: readonly DocumentRow[];
  readonly statements: readonly StatementRow[];
  readonly turns: readonly TurnRow[];
  readonly labels: readonly Label[];
  readonly adjudication: readonly Adjudication[];
  readonly tombstones: readonly Tombstone[];
  readonly splits: readonly Split[];
}

/** The stand-off form of a release: all its rows, with its own copy of the registries. */
export function releaseStandoff(dataset: ReleaseDataset, rows: ReleaseRows, version: string): StandoffDataset {
  const { actors, memberships, targets, countries, annotators, batches, codebook, texts } = dataset;
  return standoffDataset({
    ...rows,
    project: { ...dataset.project, version },
    codebook,
    texts,
    annotators,
    batches,
    lexicons: { actors, memberships, targets, countries },
  });
}

/**
 * The rows whose documents may be released with their words; the rest is left for the stand-off part. `documentOf`
 * gives the document of a statement that stays or was rejected. What was said about an id withdrawn long ago is kept
 * without comment and reason: they may quote a document that nobody knows any more.
 */
export function rowsWithWords(rows: ReleaseRows, documentOf: ReadonlyMap<string, string>): ReleaseRows {
  const allowed = new Set(rows.documents.filter((row) => row.text_allowed).map((row) => row.document_id));
  if (allowed.size === rows.documents.length) return rows;
  const ofDocument = (row: { readonly document_id: string }): boolean => allowed.has(row.document_id);
  const permits = (id: string): boolean | null => {
    const document = documentOf.get(id);
    return document === undefined ? null : allowed.has(document);
  };
  return {
    documents: rows.documents.filter(ofDocument),
    statements: rows.statements.filter(ofDocument),
    turns: rows.turns.filter(ofDocument),
    splits: rows.splits.filter(ofDocument),
    labels: rows.labels
      .filter((row) => permits(row.statement_id) !== false)
      .map((row) => (permits(row.statement_id) ? row : { ...row, comment: null })),
    adjudication: rows.adjudication
      .filter((row) => permits(row.statement_id) !== false)
      .map((row) => (permits(row.statement_id) ? row : { ...row, reason: null })),
    tombstones: rows.tombstones.map((row) => (permits(row.id) ? row : { ...row, reason: 'withdrawn' })),
  };
}

/**
 * The tables of data/ in their final order; those without rows are left out, but for documents and statements. A
 * dataset that releases no words has its stand-off rows here too.
 */
export function releaseTables(dataset: ReleaseDataset, rows: ReleaseRows, standoff: StandoffDataset): ReleaseTable[] {
  const custom = customFields(dataset.codebook);
  const wordless = isStandoff(dataset.project);
  const table = (name: string, schema: SchemaName, own: readonly object[]): ReleaseTable => {
    const standoffSchema = `standoff-${schema}` as SchemaName;
    const found = wordless ? standoff.tables.filter((one) => [schema, standoffSchema].includes(one.schema)) : [];
    const used = tableOf(wordless && ['document', 'statement', 'turn'].includes(schema) ? standoffSchema : schema);
    const columns = schema !== 'statement' ? [] : wordless ? standoff.custom : custom;
    const cells = wordless ? found.flatMap((one) => [...one.rows]) : projectRows(used, own, columns);
    return { name, table: used, custom: columns, rows: storedRows(sortRows(used, cells)) };
  };
  const all = [
    table('documents', 'document', rows.documents),
    table('turns', 'turn', rows.turns),
    table('actors', 'actor', dataset.actors),
    table('memberships', 'membership', dataset.memberships),
    table('targets', 'target', dataset.targets),
    table('countries', 'country', dataset.countries),
    table('statements', 'statement', rows.statements),
    table('labels', 'label', rows.labels),
    table('adjudication', 'adjudication', rows.adjudication),
    table('tombstones', 'tombstone', rows.tombstones),
    table('splits', 'split', rows.splits),
    table('annotators', 'annotator', dataset.annotators),
    table('batches', 'batch', dataset.batches),
  ];
  return all.filter(({ name, rows: own }) => own.count > 0 || name === 'documents' || name === 'statements');
}
