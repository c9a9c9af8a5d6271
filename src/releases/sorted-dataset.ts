import { compareText } from '../model/findings.js';
import type { Adjudication, Label, Turn } from '../model/generated.js';
import { tableOf } from '../model/tables.js';
import type { RowStore, StoredRows } from '../tables/row-store.js';
import type { ReleaseDataset, StatementRow, TurnRow } from './dataset.js';
import { seeDay } from './release-date.js';
import { releaseOrder } from './rows.js';
import type { PlaceHashes } from './statement-hashes.js';
import { customColumn, customFields, typedValue } from './statement-fields.js';

/** The long tables of a dataset in the order that they are resolved and released in. */
export interface SortedDataset {
  readonly statements: StoredRows<StatementRow>;
  readonly labels: StoredRows<Label>;
  readonly adjudication: StoredRows<Adjudication>;
  readonly turns: StoredRows<TurnRow>;
  /** The turns of documents in which people added statements. */
  readonly turnsOf: (documentId: string) => readonly TurnRow[];
  /** The newest day that the dataset itself names, YYYY-MM-DD; null when it names none. */
  readonly newestDay: string | null;
}

/**
 * Brings a dataset's long tables into order, in a store that may lie on disk; each is read once. Statements and
 * turns get their hashes on the way in, while they still stand document by document; custom columns the codebook's types.
 */
export function sortDataset(
  dataset: ReleaseDataset,
  store: RowStore,
  { hashes = null }: { readonly hashes?: PlaceHashes | null } = {},
): SortedDataset {
  let newestDay: string | null = null;
  for (const { retrieved_at, date } of dataset.documents) newestDay = seeDay(seeDay(newestDay, retrieved_at), date);
  const withAdded = new Set<string>();
  const labels = store.sorted(
    passing(dataset.labels, (row) => {
      newestDay = seeDay(newestDay, row.created_at);
      if (row.field === 'document_id') withAdded.add(row.value);
    }),
    releaseOrder(tableOf('label')),
  );
  const turnsOf = new Map<string, TurnRow[]>();
  const turns = store.sorted(
    passing(hashes ? mapped(dataset.turns, (row) => hashes.turn(row)) : dataset.turns, (row) => {
      if (!withAdded.has(row.document_id)) return;
      const own = turnsOf.get(row.document_id);
      if (own) own.push(row);
      else turnsOf.set(row.document_id, [row]);
    }),
    releaseOrder(tableOf('turn')),
  );
  const typed = customTypes(dataset);
  const statements = store.sorted(
    mapped(dataset.statements, (row) => hashes?.statement(typed(row)) ?? typed(row)),
    (a, b) => compareText(a.statement_id, b.statement_id),
  );
  const adjudication = store.sorted(dataset.adjudication, releaseOrder(tableOf('adjudication')));
  const byStart = (documentId: string): readonly TurnRow[] =>
    (turnsOf.get(documentId) ?? []).sort((a: Pick<Turn, 'start'>, b) => a.start - b.start);
  return { statements, labels, adjudication, turns, turnsOf: byStart, newestDay };
}

/** The rows one after the other, each shown to `see` first. */
export function* passing<T>(rows: Iterable<T>, see: (row: T) => void): Generator<T> {
  for (const row of rows) {
    see(row);
    yield row;
  }
}

function* mapped<T, U>(rows: Iterable<T>, change: (row: T) => U): Generator<U> {
  for (const row of rows) yield change(row);
}

/** Custom columns exist in every row, in the type that the codebook gives them. */
function customTypes({ codebook }: ReleaseDataset): (row: StatementRow) => StatementRow {
  const columns = customFields(codebook).map((field) => customColumn(codebook, field));
  if (!columns.length) return (row) => row;
  return (row) => ({
    ...row,
    ...Object.fromEntries(columns.map((column) => [column.name, typedValue(column, row[column.name])])),
  });
}
