import { UsageError } from '../model/errors.js';
import { sha256 } from '../model/hash.js';
import type { Span } from '../model/spans.js';
import { offsetsOf, sliceCodePoints, type Offsets } from '../text/offsets.js';
import type { DocumentRow, StatementRow, TurnRow } from './dataset.js';
import { groupBy } from './group-by.js';

/** Code points on each side of a statement that its context_sha256 is made from. */
export const CONTEXT = 32;

/**
 * Statements with the hash of their text, of what surrounds them and of each mention in place of the words. Rows that
 * are stand-off already are taken as they are. One text is held at a time. Throws UsageError when a text is missing.
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
    const text = textFor(document, texts);
    const offsets = offsetsOf(text);
    return rows.map((row) => ({
      ...row,
      span_sha256: sha256(String(row['text'])),
      context_sha256: sha256(contextOf(text, row, offsets)),
      cue_sha256: mentionHash(row, 'cue', row['cue']),
      speaker_sha256: mentionHash(row, 'speaker', row['speaker_text']),
      target_sha256: mentionHash(row, 'target', row['target_text']),
    }));
  });
}

/**
 * Turns with the hash of what is said and of the mention of the speaker in place of the words; else as
 * `standoffStatements`.
 */
export function standoffTurns(
  turns: readonly TurnRow[],
  documents: readonly DocumentRow[],
  texts: (documentId: string) => string | null,
): TurnRow[] {
  const byDocument = groupBy(turns, (row) => row.document_id);
  return documents.flatMap((document) => {
    const rows = byDocument.get(document.document_id) ?? [];
    if (!rows.some((row) => typeof row.span_sha256 !== 'string')) return rows;
    const text = textFor(document, texts);
    const offsets = offsetsOf(text);
    return rows.map((row) => ({
      ...row,
      span_sha256: sha256(sliceCodePoints(text, row.start, row.end, offsets)),
      speaker_sha256: mentionHash(row, 'speaker', row.speaker_text),
    }));
  });
}

function textFor({ document_id }: DocumentRow, texts: (documentId: string) => string | null): string {
  const text = texts(document_id);
  if (text === null) throw new UsageError(`the text of document "${document_id}" is needed for its hashes`);
  return text;
}

/** The hash of a mention's words; null without a place, as nobody could look there. */
function mentionHash(row: object, mention: string, words: unknown): string | null {
  const start = (row as Readonly<Record<string, unknown>>)[`${mention}_start`];
  return typeof start === 'number' && typeof words === 'string' ? sha256(words) : null;
}

/** What `context_sha256` is the hash of: up to 32 code points before the hull, a line feed, up to 32 after it. */
export function contextOf(text: string, row: Span, offsets: Offsets = offsetsOf(text)): string {
  const before = sliceCodePoints(text, Math.max(0, row.start - CONTEXT), row.start, offsets);
  const after = sliceCodePoints(text, row.end, Math.min(offsets.length, row.end + CONTEXT), offsets);
  return `${before}\n${after}`;
}
