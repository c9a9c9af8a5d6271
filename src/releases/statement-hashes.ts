import { UsageError } from '../model/errors.js';
import { sha256 } from '../model/hash.js';
import { offsetsOf, sliceCodePoints } from '../text/offsets.js';
import { surroundings } from '../text/surroundings.js';
import type { StatementRow, TurnRow } from './dataset.js';

/** Texts that are held at a time: rows mostly come document by document. */
const HELD = 8;

type Slice = (start: number, end: number) => string;

/** Gives rows the hashes of what stands at their places. */
export interface PlaceHashes {
  /** A statement with the hash of its text and of what surrounds it. */
  statement(row: StatementRow): StatementRow;
  /** A turn with the hash of what is said, and of the mention of its speaker. */
  turn(row: TurnRow): TurnRow;
}

/**
 * Hashes of places, which the stand-off part has instead of the words. Rows that have them already are taken as they
 * are. Few texts are held at a time; rows are best ordered by document. `missing` is told of a text that is not at hand,
 * and its rows get hashes of nothing; by default that throws UsageError.
 */
export function placeHashes(
  texts: (documentId: string) => string | null,
  { missing = refuseMissing }: { readonly missing?: (documentId: string) => void } = {},
): PlaceHashes {
  const held = new Map<string, Slice>();
  const heldSlice = (documentId: string): Slice => {
    let found = held.get(documentId);
    if (found) return found;
    const text = texts(documentId);
    if (text === null) missing(documentId);
    const offsets = offsetsOf(text ?? '');
    found = (start, end) => sliceCodePoints(text ?? '', start, end, offsets);
    if (held.size === HELD) held.delete(held.keys().next().value!);
    held.set(documentId, found);
    return found;
  };
  return {
    statement(row) {
      if (typeof row['context_sha256'] === 'string') return row;
      const slice = heldSlice(row.document_id);
      return {
        ...row,
        span_sha256: sha256(String(row['text'])),
        context_sha256: sha256(surroundings(slice, row)),
      };
    },
    turn(row) {
      if (typeof row.span_sha256 === 'string') return row;
      const slice = heldSlice(row.document_id);
      return {
        ...row,
        span_sha256: sha256(slice(row.start, row.end)),
        speaker_sha256: mentionHash(row, 'speaker', row.speaker_text),
      };
    },
  };
}

/**
 * A statement with the hash of the words of its cue, speaker and target. A row that has no words any more keeps the
 * hashes that it has. They are made last, as labels may give other words.
 */
export function mentionHashes(row: StatementRow): StatementRow {
  if (typeof row['text'] !== 'string') return row;
  return {
    ...row,
    cue_sha256: mentionHash(row, 'cue', row['cue']),
    speaker_sha256: mentionHash(row, 'speaker', row['speaker_text']),
    target_sha256: mentionHash(row, 'target', row['target_text']),
  };
}

/** The hash of a mention's words; null without a place, as nobody could look there. */
function mentionHash(row: object, mention: string, words: unknown): string | null {
  const start = (row as Readonly<Record<string, unknown>>)[`${mention}_start`];
  return typeof start === 'number' && typeof words === 'string' ? sha256(words) : null;
}

function refuseMissing(documentId: string): never {
  throw new UsageError(`the text of document "${documentId}" is needed for its hashes`);
}
