import { hull, type Span } from '../model/spans.js';
import { offsetsOf, sliceCodePoints, type Offsets } from '../text/offsets.js';
import type { StatementRow } from './dataset.js';

/** The text of a statement: the slices of its segments joined by one space. */
export function textOf(segments: readonly Span[], text: string, offsets: Offsets = offsetsOf(text)): string {
  return segments.map((span) => sliceCodePoints(text, span.start, span.end, offsets)).join(' ');
}

/** A row after its segments were changed: hull and text follow; the text only where the document is at hand. */
export function followSegments(row: StatementRow, text: string | null): StatementRow {
  const span = hull(row.segments);
  if (!span) return row;
  const moved = {
    ...row,
    start: span.start,
    end: span.end,
    ...(text === null ? {} : { text: textOf(row.segments, text) }),
  };
  // Hashes made before are of another place.
  return typeof row['context_sha256'] === 'string' ? { ...moved, span_sha256: null, context_sha256: null } : moved;
}

const mentions: readonly (readonly [words: string, start: string, end: string])[] = [
  ['cue', 'cue_start', 'cue_end'],
  ['speaker_text', 'speaker_start', 'speaker_end'],
  ['target_text', 'target_start', 'target_end'],
];

/** Fields whose words stand in the document and have a place there. */
export const mentionFields: readonly string[] = mentions.map(([words]) => words);

/** The columns that follow from a field of words or segments when people change it, hashes of the words too. */
export const placedColumns: Readonly<Record<string, readonly string[]>> = {
  segments: ['start', 'end', 'text', 'span_sha256', 'context_sha256'],
  ...Object.fromEntries(
    mentions.map(([words, start, end]) => [words, [start, end, `${words.replace(/_text$/, '')}_sha256`]]),
  ),
};

/**
 * A row after the words of its cue, speaker or target were changed (`changed` names the fields): each gets the place
 * of its occurrence nearest to the statement, or no place where the document does not have it.
 */
export function followMentions(row: StatementRow, text: string | null, changed: ReadonlySet<string>): StatementRow {
  const out: Record<string, unknown> = { ...row };
  for (const [words, start, end] of mentions) {
    if (!changed.has(words)) continue;
    const found = text === null ? null : nearestPlace(text, String(row[words] ?? ''), row.start);
    out[start] = found?.start ?? null;
    out[end] = found?.end ?? null;
  }
  return out as StatementRow;
}

function nearestPlace(text: string, words: string, near: number): Span | null {
  if (words === '') return null;
  const offsets = offsetsOf(text);
  let best: Span | null = null;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const start = offsets.toCodePoints(at);
    if (best && Math.abs(start - near) >= Math.abs(best.start - near)) continue;
    best = { start, end: offsets.toCodePoints(at + words.length) };
  }
  return best;
}
