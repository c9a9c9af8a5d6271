import { UsageError } from '../model/errors.js';
import { sha256 } from '../model/hash.js';
import { offsetsOf, sliceCodePoints } from '../text/offsets.js';
import { surroundings } from '../text/surroundings.js';
import type { DocumentRow, StatementRow, TurnRow } from './dataset.js';
import { groupBy } from './group-by.js';

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
    const slice = slicing(text);
    return rows.map((row) => ({
      ...row,
      span_sha256: sha256(String(row['text'])),
      context_sha256: sha256(surroundings(slice, row)),
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
    const slice = slicing(text);
    return rows.map((row) => ({
      ...row,
      span_sha256: sha256(slice(row.start, row.end)),
      speaker_sha256: mentionHash(row, 'speaker', row.speaker_text),
    }));
  });
}

function textFor({ document_id }: DocumentRow, texts: (documentId: string) => string | null): string {
  const text = texts(document_id);
  if (text === null) throw new UsageError(`the text of document "${document_id}" is needed for its hashes`);
  return text;
}

/** Cuts a text by code points. */
function slicing(text: string): (start: number, end: number) => string {
  const offsets = offsetsOf(text);
  return (start, end) => sliceCodePoints(text, start, end, offsets);
}

/** The hash of a mention's words; null without a place, as nobody could look there. */
function mentionHash(row: object, mention: string, words: unknown): string | null {
  const start = (row as Readonly<Record<string, unknown>>)[`${mention}_start`];
  return typeof start === 'number' && typeof words === 'string' ? sha256(words) : null;
}
