import { followRedirects } from '../model/redirects.js';
import { tableRecords, type TextRecord } from '../tables/table-records.js';
import { decidedFields } from './decided-fields.js';
import type { ReleaseSide } from './release-side.js';
import { withheldSince, type Withheld } from './withheld.js';

/** The ids of what a release leaves out of a dataset, puts in, or decides. */
export interface OneSidedIds {
  /** Documents that the release keeps in standoff/ only, as the dataset does not allow their texts; their statements. */
  readonly standoff: Withheld;
  /** Ids that the release has a tombstone for. */
  readonly withdrawn: ReadonlySet<string>;
  /** Statements that the dataset rejects, and no label or decision keeps. */
  readonly rejected: ReadonlySet<string>;
  /** Ids that the dataset itself has a tombstone for. */
  readonly buried: ReadonlySet<string>;
  /** Statements that comments and reasons of the release can't be about: of documents that nobody knows, or allows. */
  readonly unsaid: ReadonlySet<string>;
  /** Ids that tombstones of the dataset name as successors, and that lead to no row of a release. */
  readonly nowhere: ReadonlySet<string>;
  /** Where a reference to a withdrawn id leads in the release; null where nowhere. */
  readonly successorOf: (id: string) => string | null;
  /** Statements of the dataset that are teasers of other articles, where the release has none of these. */
  readonly teasers: ReadonlySet<string>;
  /** Statements that labels of the dataset add. */
  readonly added: ReadonlySet<string>;
  /** Fields of statements that labels or decisions of the release have decided, by statement; but stance and status. */
  readonly decided: ReadonlyMap<string, ReadonlySet<string>>;
  /** True where no word of any document is in the release. */
  readonly isWordless: boolean;
}

/** Reads what is needed to tell what a release has left out of a dataset from what has changed since. */
export function oneSidedIds(release: ReleaseSide, dataset: ReleaseSide): OneSidedIds {
  const allowed = allowedDocuments(rows(dataset, 'documents'), dataset.redacted);
  const standoff = withheldSince(dataset.tables, release.tables, {
    ...release.standoff,
    documents: without(release.standoff.documents, allowed),
  });
  const withdrawn = new Set<string>();
  const replaced = new Map<string, string>();
  for (const { id = '', replaced_by = '' } of rows(release, 'tombstones')) {
    withdrawn.add(id);
    if (replaced_by !== '') replaced.set(id, replaced_by);
  }
  const replacement = (id: string): string | null | undefined =>
    withdrawn.has(id) ? (replaced.get(id) ?? null) : undefined;
  const successorOf = (id: string): string | null => {
    const end = followRedirects(id, replacement);
    return end.withdrawn ? null : end.id;
  };
  const buried = new Set<string>();
  const nowhere = new Set<string>();
  for (const { id = '', replaced_by = '' } of rows(dataset, 'tombstones')) {
    buried.add(id);
    if (replaced_by !== '' && !withdrawn.has(replaced_by)) nowhere.add(replaced_by);
  }
  const teasers = new Set<string>();
  const rejectedInStandoff = new Set<string>();
  // What the dataset has no row of is withdrawn long ago, or added by labels (below).
  const unsaid = new Set(withdrawn);
  const rejected = new Set<string>();
  for (const { statement_id = '', document_id = '', section, status } of rows(dataset, 'statements')) {
    if (section === 'related') teasers.add(statement_id);
    else if (!withdrawn.has(statement_id)) nowhere.delete(statement_id);
    if (allowed.has(document_id)) unsaid.delete(statement_id);
    else unsaid.add(statement_id);
    if (status === 'rejected') rejected.add(statement_id);
    if (standoff.documents.has(document_id) && withdrawn.has(statement_id)) rejectedInStandoff.add(statement_id);
  }
  let isWordless = false;
  for (const row of rows(release, 'statements')) {
    const { statement_id = '' } = row;
    nowhere.delete(statement_id);
    // Teasers are in a release that was made with --include-related.
    if (row['section'] === 'related') teasers.delete(statement_id);
    isWordless ||= 'span_sha256' in row;
  }
  if (nowhere.size) for (const { statement_id } of release.standoff.statements) nowhere.delete(statement_id);
  const added = new Set<string>();
  for (const { field, statement_id = '' } of rows(dataset, 'labels')) {
    if (field !== 'document_id') continue;
    added.add(statement_id);
    // Labels name its document, unless it was buried by hand.
    if (!buried.has(statement_id)) unsaid.delete(statement_id);
  }
  if (rejected.size) for (const id of votedFor(release)) rejected.delete(id);
  const statements = new Set([...standoff.statements, ...rejectedInStandoff]);
  return {
    standoff: { ...standoff, statements },
    withdrawn,
    rejected,
    buried,
    unsaid,
    nowhere,
    successorOf,
    teasers,
    added,
    decided: decidedFields(release.tables),
    isWordless,
  };
}

/** The rows of a side's table; none where it has no such table. */
function rows({ tables }: ReleaseSide, name: string): Iterable<TextRecord> {
  const table = tables.find((one) => one.name === name);
  return table ? tableRecords(table) : [];
}

/** Statements that somebody has voted to keep, by a decision or by any label of production. */
function* votedFor(release: ReleaseSide): Generator<string> {
  const production = new Set<string>();
  for (const row of rows(release, 'batches')) if (row['phase'] === 'production') production.add(row['batch_id'] ?? '');
  for (const row of rows(release, 'labels')) if (production.has(row['batch_id'] ?? '')) yield row['statement_id'] ?? '';
  for (const row of rows(release, 'adjudication')) if (row['field'] === 'status') yield row['statement_id'] ?? '';
}

/** The documents whose words the next release will have, as `withRedactions` of a release decides it. */
function allowedDocuments(documents: Iterable<TextRecord>, redacted: Iterable<string>): Set<string> {
  const allowed = new Set<string>();
  for (const row of documents) if (row['text_allowed'] === 'true') allowed.add(row['document_id'] ?? '');
  for (const id of redacted) allowed.delete(id);
  return allowed;
}

function* without(ids: Iterable<string>, left: ReadonlySet<string>): Generator<string> {
  for (const id of ids) if (!left.has(id)) yield id;
}
