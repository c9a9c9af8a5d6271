import { compareText } from '../model/findings.js';
import type { Tombstone } from '../model/generated.js';
import type { Previous } from '../model/previous.js';

/** What of an earlier conversion's documents was converted again. */
export interface ConvertedAgain {
  /** Documents that the conversion was given. */
  readonly given: { has(documentId: string): boolean };
  /** Those of them that could not be read. */
  readonly unread: ReadonlySet<string>;
  /** Whether a document that was not given would have been this run's to convert (a shard has only its own). */
  readonly isMine: (documentId: string) => boolean;
}

/**
 * The tombstones after a conversion, by id: the earlier ones, those made for its documents, and one for every statement
 * of a document that is not there any more or can not be read. No id of the earlier conversion is lost.
 */
export function allTombstones(
  previous: Previous & { readonly tombstones: readonly Tombstone[] },
  made: readonly Tombstone[],
  { given, unread, isMine }: ConvertedAgain,
): Tombstone[] {
  const byId = new Map(previous.tombstones.map((tombstone) => [tombstone.id, tombstone]));
  for (const tombstone of made) byId.set(tombstone.id, tombstone);
  for (const [documentId, statements] of previous.statements) {
    if (given.has(documentId) ? !unread.has(documentId) : !isMine(documentId)) continue;
    const reason = unread.has(documentId) ? 'its document can not be read' : 'its document is not in this conversion';
    for (const { statement_id: id } of statements) byId.set(id, { id, withdrawn_in: null, reason, replaced_by: null });
  }
  return [...byId.values()].sort((a, b) => compareText(a.id, b.id));
}
