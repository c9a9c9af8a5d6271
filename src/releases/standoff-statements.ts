import { UsageError } from '../model/errors.js';
import { sha256 } from '../model/hash.js';
import { offsetsOf, sliceCodePoints, type Offsets } from '../text/offsets.js';
import type { DocumentRow, StatementRow } from './dataset.js';
import { groupBy } from './group-by.js';

/** Code points on each side of a statement that its context_sha256 is made from. */
export const CONTEXT = 32;

/**
 * Statements with the hash of their text and of what surrounds them in place of the words. Rows that are stand-off
 * already are taken as they are. One text is held at a time. Throws UsageError when a text is missing.
 */
export function standoffStatements(
  statements: readonly StatementRow[],
  documents: readonly DocumentRow[],
  texts: (documentId: string) => string | null,
): StatementRow[] {
  const byDocument = groupBy(statements, (row) => row.document_id);
  return documents.flatMap((document) => {
    const rows = byDocument.get(document.document_id) ?? [];
    if (!rows.some((row) => typeof row['context_sha256'] !== 'string')) return rows;
    const text = texts(document.document_id);
    if (text === null) throw new UsageError(`the text of document "${document.document_id}" is needed for its hashes`);
    const offsets = offsetsOf(text);
    return rows.map((row) => ({
      ...row,
      span_sha256: sha256(String(row['text'])),
      context_sha256: sha256(contextOf(text, row, offsets)),
    }));
  });
}

/** Up to 32 code points before the hull, a line feed, up to 32 after it. */
function contextOf(text: string, row: StatementRow, offsets: Offsets): string {
  const before = sliceCodePoints(text, Math.max(0, row.start - CONTEXT), row.start, offsets);
  const after = sliceCodePoints(text, row.end, Math.min(offsets.length, row.end + CONTEXT), offsets);
  return `${before}\n${after}`;
}
