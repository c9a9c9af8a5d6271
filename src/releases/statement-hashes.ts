import { UsageError } from '../model/errors.js';
import { sha256 } from '../model/hash.js';
import { offsetsOf, sliceCodePoints, type Offsets } from '../text/offsets.js';
import type { StatementRow } from './dataset.js';

/** Code points on each side of a statement that its context_sha256 is made from. */
export const CONTEXT = 32;

/** Texts that are held at a time: rows mostly come document by document. */
const HELD = 8;

interface HeldText {
  readonly text: string;
  readonly offsets: Offsets;
}

/**
 * Gives rows the hash of their text and of what surrounds them, which the stand-off part has in place of the words.
 * Rows that have both already are taken as they are. Few texts are held at a time; rows are best ordered by document.
 * `missing` is told of a text that is not at hand, and the rows go without hashes; by default that throws UsageError.
 */
export function hashing(
  texts: (documentId: string) => string | null,
  { missing = refuseMissing }: { readonly missing?: (documentId: string) => void } = {},
): (row: StatementRow) => StatementRow {
  const held = new Map<string, HeldText>();
  const heldText = (documentId: string): HeldText => {
    let found = held.get(documentId);
    if (found) return found;
    const text = texts(documentId);
    if (text === null) missing(documentId);
    found = { text: text ?? '', offsets: offsetsOf(text ?? '') };
    if (held.size === HELD) held.delete(held.keys().next().value!);
    held.set(documentId, found);
    return found;
  };
  return (row) => {
    if (typeof row['context_sha256'] === 'string') return row;
    const { text, offsets } = heldText(row.document_id);
    return {
      ...row,
      span_sha256: sha256(String(row['text'])),
      context_sha256: sha256(contextOf(text, row, offsets)),
    };
  };
}

function refuseMissing(documentId: string): never {
  throw new UsageError(`the text of document "${documentId}" is needed for its hashes`);
}

/** Up to 32 code points before the hull, a line feed, up to 32 after it. */
function contextOf(text: string, row: StatementRow, offsets: Offsets): string {
  const before = sliceCodePoints(text, Math.max(0, row.start - CONTEXT), row.start, offsets);
  const after = sliceCodePoints(text, row.end, Math.min(offsets.length, row.end + CONTEXT), offsets);
  return `${before}\n${after}`;
}
