import type { Statement } from '../../model/generated.js';
import type { Span } from '../../model/spans.js';
import { lettersOf } from './letters.js';

/** What of a statement's row is compared with gold. */
export type FoundRow = Pick<
  Statement,
  | 'utterance_id'
  | 'segments'
  | 'speaker_start'
  | 'speaker_end'
  | 'speaker_id'
  | 'embedded_in'
  | 'stance'
  | 'target_text'
  | 'target_id'
  | 'target_countries'
>;

/** Rows that differ in target or joint speaker alone. */
export type Utterance<Row extends FoundRow = FoundRow> = readonly Row[];

/** Two contents that share letters: indices into gold and utterances. */
export interface ContentPair {
  readonly gold: number;
  readonly found: number;
  /** Letters in both over letters in either. */
  readonly iou: number;
  /** Letters in both over letters of the gold content. */
  readonly cover: number;
}

/** The contents of one document side by side. */
export interface ComparedContents<Row extends FoundRow> {
  readonly utterances: readonly Utterance<Row>[];
  /** Every pair that shares a letter, in order of gold and utterance. */
  readonly pairs: readonly ContentPair[];
  /** Letters in the contents of gold, in those found, and in both. */
  readonly letters: { readonly gold: number; readonly found: number; readonly both: number };
}

/** Rows by utterance in order of appearance; rows that hang on another statement are left out. */
export function utterancesOf<Row extends FoundRow>(rows: readonly Row[]): Utterance<Row>[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.embedded_in) continue;
    const group = groups.get(row.utterance_id);
    if (group) group.push(row);
    else groups.set(row.utterance_id, [row]);
  }
  return [...groups.values()];
}

/** Compares the contents of gold with those of the rows of one document. Offsets count code points of `text`. */
export function compareContents<Row extends FoundRow>(
  text: string,
  gold: readonly { readonly segments: readonly Span[] }[],
  rows: readonly Row[],
): ComparedContents<Row> {
  const letters = lettersOf(text);
  const sized = gold.map(({ segments }) => ({ segments, size: letters.count(segments) }));
  const all = utterancesOf(rows)
    .map((rows) => ({ rows, segments: rows[0]!.segments, size: letters.count(rows[0]!.segments) }))
    .filter(({ size }) => size > 0);
  const pairs: ContentPair[] = [];
  sized.forEach((wanted, g) => {
    all.forEach((one, f) => {
      const shared = letters.shared(wanted.segments, one.segments);
      if (shared === 0) return;
      pairs.push({ gold: g, found: f, iou: shared / (wanted.size + one.size - shared), cover: shared / wanted.size });
    });
  });
  const [wanted, found] = [sized.flatMap((one) => one.segments), all.flatMap((one) => one.segments)];
  return {
    utterances: all.map((one) => one.rows),
    pairs,
    letters: { gold: letters.count(wanted), found: letters.count(found), both: letters.shared(wanted, found) },
  };
}

/**
 * Matches contents one to one, the most alike first (among equals the first in the text), as long as they are alike
 * enough. Gives the utterance of each gold content that was found.
 */
export function matchContents(
  pairs: readonly ContentPair[],
  { by = 'iou', least = 0.5 }: { readonly by?: 'iou' | 'cover'; readonly least?: number } = {},
): ReadonlyMap<number, number> {
  const matched = new Map<number, number>();
  const used = new Set<number>();
  for (const pair of [...pairs].sort((a, b) => b[by] - a[by])) {
    if (pair[by] < least || matched.has(pair.gold) || used.has(pair.found)) continue;
    matched.set(pair.gold, pair.found);
    used.add(pair.found);
  }
  return matched;
}
