import type { StandoffDocument } from '../model/generated.js';
import { plural } from '../reports/findings/plural.js';
import type { PlacedSpans } from './hydrate-place.js';

/** A stretch of the annotated text in which a copy is another text. */
export interface Difference {
  /** End of the last words before it that verify, in code points of the annotated text. */
  readonly from: number;
  /** Beginning of the first words behind it that verify; the end of the text where there are none. */
  readonly to: number;
  /** Code points that the copy has more there; less where negative. */
  readonly more: number;
  /** Ids of statements and turns that lie there and do not verify. */
  readonly unverified: readonly string[];
}

/**
 * Where a copy differs from the annotated text, as far as digests can tell: between words that verify and lie as far
 * from each other as they did there is no difference of length, and what lies there and does not verify has changed.
 */
export function differences(placed: PlacedSpans, { length }: Pick<StandoffDocument, 'length'>): Difference[] {
  const { spans, placements, copy } = placed;
  const found: Difference[] = [];
  let [end, shift] = [0, 0];
  let unverified: string[] = [];
  const close = (to: number, next: number): void => {
    if (next !== shift || unverified.length) found.push({ from: end, to, more: next - shift, unverified });
    [shift, unverified] = [next, []];
  };
  spans.forEach((span, i) => {
    const { segments } = placements[i]!;
    if (!segments) {
      if (!holdsVerified(placed, i)) unverified.push(span.id);
      return;
    }
    const by = segments.at(-1)!.end - span.end;
    if (span.start >= end || by !== shift) close(Math.max(span.start, end), segments[0]!.start - span.start);
    shift = by;
    end = Math.max(end, span.end);
  });
  close(length, copy.length - length);
  return found;
}

/** Whether words inside of a span verify: then the span itself says nothing about where it has changed. */
function holdsVerified({ spans, placements }: PlacedSpans, i: number): boolean {
  const { end } = spans[i]!;
  for (let j = i + 1; j < spans.length && spans[j]!.start < end; j++) {
    if (spans[j]!.end <= end && placements[j]!.segments) return true;
  }
  return false;
}

/** Where a copy differs, in words; places are those of the annotated text. */
export function differenceText(placed: PlacedSpans, { length }: Pick<StandoffDocument, 'length'>): string {
  const { copy, placements } = placed;
  const size =
    copy.length === length ? `${length} code points, as it should have` : `${copy.length} code points, not ${length}`;
  const [first, ...others] = differences(placed, { length });
  if (!first) return `${size}; no statement stands where it differs`;
  if (placements.every(({ segments }) => segments === null)) return `${size}; nothing in it verifies`;
  const { from, to, more, unverified } = first;
  const place = from === 0 ? `before ${to}` : to === length ? `behind ${from}` : `between ${from} and ${to}`;
  const grown = more === 0 ? '' : ` (${Math.abs(more)} code points ${more > 0 ? 'more' : 'fewer'} than there)`;
  const changed = unverified.length
    ? `, where ${unverified[0]}${unverified.length > 1 ? ` and ${unverified.length - 1} more do` : ' does'} not verify`
    : '';
  const then = others.length
    ? `, then in ${plural(others.length, 'more place')}`
    : to < length && more !== 0
      ? `, and from there on everything verifies at ${more > 0 ? '+' : '-'}${Math.abs(more)}`
      : '';
  return `${size}; it differs first ${place} of the annotated text${grown}${changed}${then}`;
}
