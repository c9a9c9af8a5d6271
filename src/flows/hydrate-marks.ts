import { straightMarks, typographicMarks } from '../text/copy-forms.js';
import type { HashedText } from '../text/hashed-text.js';
import type { PlacedSpans } from './hydrate-place.js';
import { shiftsAt, shiftsOf } from './hydrate-shifts.js';
import type { KnownSpan } from './hydrate-spans.js';

/** Quotation marks and apostrophes of a span that are tried in both forms; one with more is left as it is. */
const MOST = 10;

/**
 * A copy's text with quotation marks and apostrophes as the annotated text had them where spans without a place lie,
 * each mark straight or typographic by itself: texts that several people wrote have both. Such a span is looked for only
 * where its neighbours moved to. The length stays the same; null where none verifies so.
 */
export function withMarksMended(placed: PlacedSpans): string | null {
  const { copy, spans, placements } = placed;
  const shifts = shiftsOf(placed);
  const [straight, curled] = [straightMarks(copy.text), typographicMarks(copy.text)];
  const mended = new Map<number, string>();
  for (const [i, span] of spans.entries()) {
    if (placements[i]!.segments) continue;
    for (const shift of shiftsAt(shifts, span)) {
      const marks = marksOf(span, shift, copy, (place) => straight[place] !== curled[place]);
      if (!marks || !marks.length || marks.length > MOST) continue;
      const drawn = verifiedForm(span, shift, copy, { marks, straight, curled });
      if (!drawn) continue;
      for (const [at, place] of marks.entries()) mended.set(place, drawn[at]!);
      break;
    }
  }
  if (!mended.size) return null;
  let [text, from] = ['', 0];
  for (const [place, mark] of [...mended].sort(([a], [b]) => a - b)) {
    text += copy.text.slice(from, place) + mark;
    from = place + 1;
  }
  return text + copy.text.slice(from);
}

/** Where the marks of a span would stand, in UTF-16 units; null where it would lie outside of the text. */
function marksOf(
  { segments }: KnownSpan,
  shift: number,
  copy: HashedText,
  isMark: (place: number) => boolean,
): number[] | null {
  const marks: number[] = [];
  for (const { start, end } of segments) {
    if (start + shift < 0 || end + shift > copy.length) return null;
    const until = copy.toUnits(end + shift);
    for (let place = copy.toUnits(start + shift); place < until; place++) if (isMark(place)) marks.push(place);
  }
  return marks;
}

/** The marks of a span as they must be drawn for it to verify; null where no way of drawing them does. */
function verifiedForm(
  { segments, sha256 }: KnownSpan,
  shift: number,
  copy: HashedText,
  {
    marks,
    straight,
    curled,
  }: { readonly marks: readonly number[]; readonly straight: string; readonly curled: string },
): string[] | null {
  // The words before, between and behind the marks.
  const pieces: string[] = [''];
  for (const [i, { start, end }] of segments.entries()) {
    const until = copy.toUnits(end + shift);
    let from = copy.toUnits(start + shift);
    if (i > 0) pieces.push(`${pieces.pop()!} `);
    for (const place of marks) {
      if (place < from || place >= until) continue;
      pieces.push(pieces.pop()! + copy.text.slice(from, place), '');
      from = place + 1;
    }
    pieces.push(pieces.pop()! + copy.text.slice(from, until));
  }
  for (let choice = 0; choice < 1 << marks.length; choice++) {
    const drawn = marks.map((place, bit) => (choice & (1 << bit) ? straight[place]! : curled[place]!));
    const words = pieces.reduce((out, piece, i) => out + drawn[i - 1]! + piece);
    if (copy.digestOf(words) === sha256) return drawn;
  }
  return null;
}
