import type { Adjudication, Label, SchemaName, Tombstone } from '../model/generated.js';
import { tableOf } from '../model/tables.js';
import { filterRows, mapRows, storedRows, type StoredRows } from '../tables/row-store.js';
import { isStandoff, type ReleaseDataset, type StatementRow, type TurnRow } from './dataset.js';
import type { ReleaseTable } from './release.js';
import { projection, releaseOrder } from './rows.js';
import type { StandoffDataset } from './standoff.js';
import { wordless } from './standoff-tables.js';
import { customFields } from './statement-fields.js';

/** Whether the words about a statement may be released: null when nobody knows its document any more. */
export type Permit = boolean | null;

/** A row about a statement, with what is permitted about it. */
export type Permitted<T> = T & { readonly $permit: Permit };

/** The rows that a release is made of, after labels were resolved and rows left out; long tables in their order. */
export interface ReleaseRows {
  readonly statements: StoredRows<StatementRow>;
  readonly turns: StoredRows<TurnRow>;
  readonly labels: StoredRows<Permitted<Label>>;
  readonly adjudication: StoredRows<Permitted<Adjudication>>;
  readonly tombstones: readonly Permitted<Tombstone>[];
  /** Rows that go into data/ with their words. */
  readonly withWords: {
    readonly statements: number;
    readonly turns: number;
    readonly labels: number;
    readonly adjudication: number;
  };
}

/**
 * The tables of data/; those without rows are left out, but for documents and statements. Rows whose documents may not
 * be released with their words are left for the stand-off part; what was said about an id withdrawn long ago is kept
 * without comment and reason: they may quote a document that nobody knows any more. A dataset that releases no words
 * has its stand-off rows here too.
 */
export function releaseTables(dataset: ReleaseDataset, rows: ReleaseRows, standoff: StandoffDataset): ReleaseTable[] {
  const all = isStandoff(dataset.project) ? wordlessTables(rows, standoff) : tablesWithWords(dataset, rows);
  return all.filter(({ name, rows: own }) => own.count > 0 || name === 'documents' || name === 'statements');
}

const NAMES: Readonly<Partial<Record<SchemaName, string>>> = {
  document: 'documents',
  turn: 'turns',
  actor: 'actors',
  membership: 'memberships',
  target: 'targets',
  country: 'countries',
  statement: 'statements',
  label: 'labels',
  adjudication: 'adjudication',
  tombstone: 'tombstones',
  split: 'splits',
  annotator: 'annotators',
  batch: 'batches',
};

const releaseTable = (schema: SchemaName, rows: StoredRows<object>, custom: readonly string[] = []): ReleaseTable => {
  const table = tableOf(schema);
  const name = NAMES[schema.replace(/^standoff-/, '') as SchemaName]!;
  return { name, table, custom, rows: mapRows(rows, projection(table, custom)) };
};

function tablesWithWords(dataset: ReleaseDataset, rows: ReleaseRows): ReleaseTable[] {
  const { withWords } = rows;
  const allowed = new Set(dataset.documents.filter((row) => row.text_allowed).map((row) => row.document_id));
  const ofDocument = (row: { readonly document_id: string }): boolean => allowed.has(row.document_id);
  const permitted = <T extends object>(
    own: StoredRows<Permitted<T>>,
    count: number,
    words: Partial<T>,
  ): StoredRows<object> =>
    mapRows(
      filterRows(own, (row) => row.$permit !== false, count),
      (row) => (row.$permit ? row : { ...row, ...words }),
    );
  const short = (schema: SchemaName, own: readonly object[]): ReleaseTable =>
    releaseTable(schema, storedRows([...own].sort(releaseOrder(tableOf(schema)))));
  return [
    short('document', dataset.documents.filter(ofDocument)),
    releaseTable('turn', filterRows(rows.turns, ofDocument, withWords.turns)),
    short('actor', dataset.actors),
    short('membership', dataset.memberships),
    short('target', dataset.targets),
    short('country', dataset.countries),
    releaseTable(
      'statement',
      filterRows(rows.statements, ofDocument, withWords.statements),
      customFields(dataset.codebook),
    ),
    releaseTable('label', permitted<Label>(rows.labels, withWords.labels, { comment: null })),
    releaseTable('adjudication', permitted<Adjudication>(rows.adjudication, withWords.adjudication, { reason: null })),
    short(
      'tombstone',
      rows.tombstones.map((row) => (row.$permit ? row : { ...row, reason: 'withdrawn' })),
    ),
    short('split', dataset.splits.filter(ofDocument)),
    short('annotator', dataset.annotators),
    short('batch', dataset.batches),
  ];
}

function wordlessTables(rows: ReleaseRows, standoff: StandoffDataset): ReleaseTable[] {
  const keeps = wordless(standoff.codebook);
  const order = Object.values(NAMES);
  return standoff.tables
    .map(({ schema, rows: own }) => {
      if (schema !== 'label') return releaseTable(schema, own, schema === 'standoff-statement' ? standoff.custom : []);
      // Labels lie in a file for each annotator there; here in one, by statement.
      const labels = filterRows(rows.labels, keeps, own.count);
      return releaseTable(
        schema,
        mapRows(labels, (row) => ({ ...row, comment: null })),
      );
    })
    .sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}
