import type { Span } from '../model/spans.js';
import type { HashedText } from '../text/hashed-text.js';
import { segmentsOf, type KnownMention } from './hydrate-spans.js';
import type { PlacedSpans } from './hydrate-place.js';

/** A stretch of the annotated text that was found in a copy, and how far from its place. */
export interface Shift extends Span {
  readonly by: number;
}

/** Every segment that was found, in the order of the annotated text. */
export function shiftsOf({ spans, placements }: PlacedSpans): Shift[] {
  return spans
    .flatMap(({ segments }, i) => {
      const places = placements[i]!.segments;
      return places ? shiftsBetween(segments, places) : [];
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The shifts of segments that are now elsewhere. */
export function shiftsBetween(segments: readonly Span[], places: readonly Span[]): Shift[] {
  return segments.map(({ start, end }, i) => ({ start, end, by: places[i]!.start - start }));
}

/** Stretches that begin before a place and may hold it. */
const AROUND = 8;

/**
 * How far a stretch may have been moved: as far as what holds it, if that was found; else as far as what was found
 * nearest before it or behind it.
 */
export function shiftsAt(shifts: readonly Shift[], { start, end }: Span): number[] {
  let [low, high] = [0, shifts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shifts[middle]!.start <= start) low = middle + 1;
    else high = middle;
  }
  const holding = shifts.slice(Math.max(0, low - AROUND), low).filter((one) => end <= one.end);
  const near = holding.length ? holding.slice(-1) : [shifts[low - 1], shifts[low]];
  return [...new Set(near.flatMap((one) => (one ? [one.by] : [])))];
}

/** What is known of a mention; one of an old table has no digest. */
export type PlacedMention = Span & { readonly sha256: KnownMention['sha256'] | null };

/**
 * Where a mention of a row stands in a copy: moved as far as what was found around it, and with its digest; without a
 * digest only inside of its row. Null where it stands nowhere so, or in two places.
 */
export function placeMention(
  { start, end, sha256 }: PlacedMention,
  copy: HashedText,
  { own, around }: { readonly own: readonly Shift[]; readonly around: readonly Shift[] },
): Span | null {
  const inside = own.filter((one) => one.start <= start && end <= one.end);
  if (sha256 === null) return inside[0] ? { start: start + inside[0].by, end: end + inside[0].by } : null;
  const shifts = inside.length ? inside.map(({ by }) => by) : shiftsAt(around, { start, end });
  const places = shifts.map((by) => ({ start: start + by, end: end + by }));
  const verified = places.filter((place) => copy.holds([place], sha256));
  return verified.length === 1 ? verified[0]! : null;
}

/** The shifts of one row's own segments. */
export function ownShifts(row: Parameters<typeof segmentsOf>[0], places: readonly Span[]): Shift[] {
  return shiftsBetween(segmentsOf(row), places);
}
