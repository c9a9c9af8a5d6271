import { compareText } from '../model/findings.js';
import type { StandoffStatement, StandoffTurn } from '../model/generated.js';
import type { Span } from '../model/spans.js';

/** A stretch that a mention is known by. */
export interface KnownMention extends Span {
  readonly sha256: string;
}

/** Words that are known by their place and digest: the content of statements, or a turn. */
export interface KnownSpan {
  /** Names the content: rows cut from one utterance have the same. */
  readonly key: string;
  /** Id of the first row that has it. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly segments: readonly Span[];
  /** Of its text, in code points. */
  readonly length: number;
  readonly sha256: string;
  /** Digest of what surrounds it; null for turns. */
  readonly context: string | null;
  /** Mentions of its rows that stand outside of it, each once. */
  readonly mentions: readonly KnownMention[];
}

/** What a stand-off row with segments or a turn says about its place. */
type PlacedRow = Pick<StandoffStatement, 'start' | 'end' | 'span_sha256'> & {
  readonly segments?: readonly Span[];
  readonly context_sha256?: string;
};

/** The segments of a statement; a turn is one. */
export function segmentsOf(row: PlacedRow): readonly Span[] {
  return row.segments ?? [{ start: row.start, end: row.end }];
}

/** The same for all rows of one content. */
export function spanKey(row: PlacedRow): string {
  const segments = segmentsOf(row).map(({ start, end }) => `${start}-${end}`);
  return [...segments, row.span_sha256, row.context_sha256 ?? ''].join(' ');
}

const MENTIONS = ['cue', 'speaker', 'target'] as const;

/** The mentions of a row that have a digest. */
export function mentionsOf(row: object): KnownMention[] {
  const cells = row as Readonly<Record<string, unknown>>;
  return MENTIONS.flatMap((mention) => {
    const [start, end, sha256] = [cells[`${mention}_start`], cells[`${mention}_end`], cells[`${mention}_sha256`]];
    const isKnown = typeof start === 'number' && typeof end === 'number' && typeof sha256 === 'string';
    return isKnown ? [{ start, end, sha256 }] : [];
  });
}

/**
 * The contents of the statements of a document, and its turns, each once, in the order of their places. Turns in which
 * nothing is said are left out: no digest tells where.
 */
export function knownSpans(statements: readonly StandoffStatement[], turns: readonly StandoffTurn[]): KnownSpan[] {
  const spans = new Map<string, KnownSpan & { readonly mentions: KnownMention[] }>();
  const add = (row: PlacedRow, id: string): void => {
    if (row.start === row.end) return;
    const key = spanKey(row);
    const segments = segmentsOf(row);
    const known = spans.get(key) ?? {
      key,
      id,
      start: row.start,
      end: row.end,
      segments,
      length: segments.reduce((sum, { start, end }) => sum + end - start + 1, -1),
      sha256: row.span_sha256,
      context: row.context_sha256 ?? null,
      mentions: [],
    };
    spans.set(key, known);
    for (const one of mentionsOf(row)) {
      const isInside = segments.some(({ start, end }) => start <= one.start && one.end <= end);
      const isKnown = known.mentions.some(({ start, end }) => start === one.start && end === one.end);
      if (!isInside && !isKnown) known.mentions.push(one);
    }
  };
  for (const row of statements) add(row, row.statement_id);
  for (const row of turns) add(row, row.turn_id);
  return [...spans.values()].sort((a, b) => a.start - b.start || b.end - a.end || compareText(a.key, b.key));
}
