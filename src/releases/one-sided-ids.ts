import { tableRecords, type TextRecord } from '../tables/table-records.js';
import type { ReleaseSide } from './release-side.js';
import { withheldSince, type Withheld } from './withheld.js';

/** The ids of what a release leaves out of a dataset, puts in, or decides. */
export interface OneSidedIds {
  /** Documents that the release keeps in standoff/ only, and their statements. */
  readonly standoff: Withheld;
  /** Ids that the release has a tombstone for. */
  readonly withdrawn: ReadonlySet<string>;
  /** Statements of the dataset that are teasers of other articles, where the release has none of these. */
  readonly teasers: ReadonlySet<string>;
  /** Statements that labels of the dataset add. */
  readonly added: ReadonlySet<string>;
  /** Fields of statements that labels or decisions of the release are about, by statement; but stance and status. */
  readonly labelled: ReadonlyMap<string, ReadonlySet<string>>;
  /** True where no word of any document is in the release. */
  readonly isWordless: boolean;
}

/** Reads what is needed to tell what a release has left out of a dataset from what has changed since. */
export function oneSidedIds(release: ReleaseSide, dataset: ReleaseSide): OneSidedIds {
  const rows = ({ tables }: ReleaseSide, name: string): Iterable<TextRecord> => {
    const table = tables.find((one) => one.name === name);
    return table ? tableRecords(table) : [];
  };
  const teasers = new Set<string>();
  for (const row of rows(dataset, 'statements'))
    if (row['section'] === 'related') teasers.add(row['statement_id'] ?? '');
  let isWordless = false;
  for (const row of rows(release, 'statements')) {
    // Teasers are in a release that was made with --include-related.
    if (row['section'] === 'related') teasers.delete(row['statement_id'] ?? '');
    isWordless ||= 'span_sha256' in row;
  }
  const withdrawn = new Set<string>();
  for (const row of rows(release, 'tombstones')) withdrawn.add(row['id'] ?? '');
  const added = new Set<string>();
  for (const row of rows(dataset, 'labels')) if (row['field'] === 'document_id') added.add(row['statement_id'] ?? '');
  const labelled = new Map<string, Set<string>>();
  for (const table of ['labels', 'adjudication']) {
    for (const { field = '', statement_id = '' } of rows(release, table)) {
      if (field === 'status' || (table === 'labels' && ['stance', 'stance_score'].includes(field))) continue;
      const fields = labelled.get(statement_id);
      if (fields) fields.add(field);
      else labelled.set(statement_id, new Set([field]));
    }
  }
  const standoff = withheldSince(dataset.tables, release.tables, release.standoff);
  return { standoff, withdrawn, teasers, added, labelled, isWordless };
}
