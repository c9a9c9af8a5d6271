import { joinedForms, lineForms, signForms, spacingForms, type CopyForm } from '../text/copy-forms.js';
import { hashedText, type HashedText } from '../text/hashed-text.js';
import { findCandidates, seekInWords, type Candidate } from './hydrate-candidates.js';
import { choosePlaces, type Placement } from './hydrate-choose.js';
import { withMarksMended } from './hydrate-marks.js';
import type { KnownSpan } from './hydrate-spans.js';

/** Where the spans of a document stand in a copy. */
export interface PlacedSpans {
  /** The copy, in the form in which most of them verify. */
  readonly copy: HashedText;
  /** What was done to bring it into that form; nothing where it is as it came. */
  readonly done: readonly string[];
  readonly spans: readonly KnownSpan[];
  /** In step with the spans. */
  readonly placements: readonly Placement[];
  /** In step with the spans: every place that was looked at. */
  readonly candidates: readonly (readonly Candidate[])[];
}

/** How thoroughly spans are sought. */
export interface PlaceOptions {
  /** Length of the annotated text in code points. */
  readonly length: number;
  /** Also in other forms of the copy, and inside of words. */
  readonly thorough?: boolean;
}

/** What is said of a copy whose marks were drawn as single statements need them. */
const MENDED = 'with quotation marks drawn as its statements need them';
/** Work that the forms of one copy may take, and windows that cut words. */
const TRIES = 600_000;
const IN_WORDS = 600_000;
/** Forms that are tried in full where some spans speak for each of them. */
const TIED = 4;
/** Share of windows that begin and end where words do. */
const WHOLE_WORDS = 0.05;
/** Most code points of a line that was broken by a program. */
const WIDEST = 120;

/** Finds the spans of a document, in the order of their places, in a copy that is not the annotated text. */
export function placeSpans(
  spans: readonly KnownSpan[],
  text: string,
  { length, thorough = false }: PlaceOptions,
): PlacedSpans {
  const attempt = (copy: HashedText, done: readonly string[]): PlacedSpans => {
    const candidates = findCandidates(spans, copy);
    const placements = choosePlaces(spans, candidates, { before: length, after: copy.length });
    return { copy, done, spans, placements, candidates };
  };
  let best = attempt(hashedText(text), []);
  if (!thorough) return best;
  /** Takes what is found in other forms of a copy, if that is more. */
  const consider = (from: PlacedSpans, forms: readonly CopyForm[]): void => {
    for (const { name, make } of forms) {
      const tried = attempt(from.copy.redrawn(make(from.copy.text)), [...from.done, name]);
      if (lostOf(tried).length < lostOf(best).length) best = tried;
    }
  };
  const considerBest = (forms: readonly CopyForm[]): void => consider(best, bestForms(forms, best.copy, lostOf(best)));
  considerBest(signForms);
  const mended = withMarksMended(best);
  if (mended !== null) consider(best, [{ name: MENDED, make: () => mended }]);
  considerBest(spacingForms);
  considerBest(joinedForms);
  if (!keepsLines(best)) considerBest(lineForms);
  const candidates = best.candidates.map((some) => [...some]);
  if (!lostOf(best).length || !seekInWords(spans, candidates, best.copy, { work: IN_WORDS })) return best;
  const placements = choosePlaces(spans, candidates, { before: length, after: best.copy.length });
  return { ...best, placements, candidates };
}

/** Spans that have no place. */
export function lostOf({ spans, placements }: PlacedSpans): KnownSpan[] {
  return spans.filter((_, i) => placements[i]!.segments === null);
}

/** Whether lines are broken as they were in the annotated text: what is longer than a line was found as it stands. */
function keepsLines({ spans, placements }: PlacedSpans): boolean {
  return spans.some(({ length }, i) => length > WIDEST && placements[i]!.segments !== null);
}

/** The forms in which most of some spans are found, of several that are as good the first ones. */
function bestForms(forms: readonly CopyForm[], copy: HashedText, lost: readonly KnownSpan[]): readonly CopyForm[] {
  const affordable = TRIES / (forms.length * copy.length * WHOLE_WORDS);
  if (!lost.length) return [];
  // Broken contents take much longer to be sought, and tell no more; so do long ones.
  const whole = lost.filter(({ segments, length }) => segments.length === 1 && length <= 4 * WIDEST);
  const some = sampleOf(whole, Math.max(2, Math.min(6, Math.floor(affordable))));
  let best: CopyForm[] = [];
  let most = 1;
  for (const form of forms) {
    const made = form.make(copy.text);
    if (made === copy.text) continue;
    const count = findCandidates(some, copy.redrawn(made)).filter((found) => found.length > 0).length;
    if (count > most) [best, most] = [[], count];
    if (count === most && best.length < TIED) best.push(form);
  }
  return best;
}

/** Some of many, evenly. */
function sampleOf<T>(all: readonly T[], size: number): T[] {
  const count = Math.min(size, all.length);
  return Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)]!);
}
