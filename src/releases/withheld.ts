import type { CsvTable } from '../tables/csv-table.js';
import { tableRecords } from '../tables/table-records.js';

/** What stands in the stand-off part of a release, which keeps the rows of documents that may not be handed on. */
export interface StandoffIds {
  readonly documents: Iterable<string>;
  readonly statements: Iterable<{ readonly statement_id: string; readonly document_id: string }>;
}

/** Documents whose rows have left data/ for standoff/ only since the release before, and their statements. */
export interface Withheld {
  readonly documents: ReadonlySet<string>;
  readonly statements: ReadonlySet<string>;
}

/** Why such a row is in standoff/ only, in words. */
export const WITHHELD = "its document's text may no longer be handed on";

/** Nothing has left data/ for standoff/. */
export const NONE_WITHHELD: Withheld = { documents: new Set(), statements: new Set() };

/**
 * What stands in data/ of the release before, and of the new one in standoff/ only: its documents' texts may no longer be
 * handed on (a license that was withdrawn, a redaction). Statements are read only where there are such documents.
 */
export function withheldSince(
  before: readonly CsvTable[],
  after: readonly CsvTable[],
  standoff: StandoffIds,
): Withheld {
  const left = documentIds(before);
  for (const id of documentIds(after)) left.delete(id);
  if (!left.size) return NONE_WITHHELD;
  const documents = new Set<string>();
  for (const id of standoff.documents) if (left.has(id)) documents.add(id);
  if (!documents.size) return NONE_WITHHELD;
  const statements = new Set<string>();
  for (const row of standoff.statements) if (documents.has(row.document_id)) statements.add(row.statement_id);
  return { documents, statements };
}

/** Whether a row that has left a table of data/ is in standoff/ only: `cell` gives its cells, "" for a missing column. */
export function isWithheld(cell: (column: string) => string, { documents, statements }: Withheld): boolean {
  const statement = cell('statement_id');
  return statement === '' ? documents.has(cell('document_id')) : statements.has(statement);
}

function documentIds(tables: readonly CsvTable[]): Set<string> {
  const table = tables.find(({ name }) => name === 'documents');
  const ids = new Set<string>();
  for (const row of table ? tableRecords(table) : []) ids.add(row['document_id'] ?? '');
  return ids;
}
