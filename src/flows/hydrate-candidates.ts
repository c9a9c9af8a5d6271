import type { Span } from '../model/spans.js';
import type { HashedText } from '../text/hashed-text.js';
import { surroundings } from '../text/surroundings.js';
import { brokenPlaces } from './hydrate-broken.js';
import type { KnownSpan } from './hydrate-spans.js';

/** A place in a copy whose words have the digest of a known span. */
export interface Candidate {
  readonly segments: readonly Span[];
  /** How far its beginning lies from where it was. */
  readonly shift: number;
  /** Whether what surrounds it has its digest, too. */
  readonly inContext: boolean;
  /** Code points of mentions outside of it that stand, with their digests, where they stood beside it. */
  readonly mentioned: number;
}

/** Neighbours that may have changed before a shift is given up. */
const PATIENCE = 5;
/** Occurrences of the same words that are looked at. */
const MOST = 64;
/** Windows around the expected place that are looked at first, words cut or not. */
const NEAR = 2000;

/**
 * Where the spans of a document may stand in a copy, in step with `spans` (in the order of their places). A span that
 * verifies as far from its place as a neighbour has that one candidate; of others, every place of whole words that has
 * their digest. A span in which another one was found is not sought: it moved as far, or has changed.
 */
export function findCandidates(spans: readonly KnownSpan[], copy: HashedText): Candidate[][] {
  const found: Candidate[][] = spans.map(() => []);
  const inner = innerSpans(spans);
  const tryAt = (i: number, shift: number): boolean => {
    const segments = shifted(spans[i]!.segments, shift);
    if (!copy.holds(segments, spans[i]!.sha256)) return false;
    found[i]!.push(candidateAt(spans[i]!, segments, copy));
    return true;
  };
  /** Takes a shift to the spans on one side, as long as now and then one verifies. */
  const carry = (from: number, step: 1 | -1, shift: number): void => {
    for (let i = from + step, missed = 0; i >= 0 && i < spans.length && missed < PATIENCE; i += step) {
      if (found[i]!.length) return;
      missed = tryAt(i, shift) ? 0 : missed + 1;
    }
  };
  for (let i = 0, shift = 0; i < spans.length; i++) {
    if (tryAt(i, shift) || (shift !== 0 && tryAt(i, 0))) shift = found[i]![0]!.shift;
  }
  const atEnd = copy.length - (spans.at(-1)?.end ?? 0);
  for (let i = spans.length - 1, shift = atEnd; i >= 0; i--) {
    if (found[i]!.length) shift = found[i]![0]!.shift;
    else tryAt(i, shift);
  }
  const pending = [...spans.keys()].filter((i) => !found[i]!.length);
  const byLength = pending.filter((i) => !inner[i]!.length).sort((a, b) => spans[b]!.length - spans[a]!.length);
  for (const i of byLength) if (!found[i]!.length) seek(i);
  for (const i of pending.filter((one) => inner[one]!.length).reverse()) {
    const shifts = new Set(inner[i]!.flatMap((j) => found[j]!.map(({ shift }) => shift)));
    for (const shift of shifts) if (!found[i]!.length) tryAt(i, shift);
    if (!found[i]!.length && !shifts.size) seek(i);
  }
  return found.map((some, i) => nearestOf(some, expectedShift(found, i)));

  /** Every place of whole words for a span; those of the same length are sought at once. */
  function seek(i: number): void {
    const span = spans[i]!;
    if (isWhole(span)) {
      const same = byLength.filter((j) => !found[j]!.length && spans[j]!.length === span.length && isWhole(spans[j]!));
      const sought = same.includes(i) ? same : [i];
      copy.windows(span.length, new Set(sought.map((j) => spans[j]!.sha256)), (digest, start) => {
        for (const j of sought) {
          if (spans[j]!.sha256 !== digest) continue;
          found[j]!.push(candidateAt(spans[j]!, [{ start, end: start + span.length }], copy));
        }
      });
    } else for (const segments of brokenPlaces(span, copy)) found[i]!.push(candidateAt(span, segments, copy));
    for (const { shift } of found[i]!.slice(0, 4)) {
      carry(i, 1, shift);
      carry(i, -1, shift);
    }
  }
}

/**
 * Adds places that cut words, for spans without any: near where they are expected first, then everywhere, until so much
 * work is done. Tells whether there was one.
 */
export function seekInWords(
  spans: readonly KnownSpan[],
  candidates: readonly Candidate[][],
  copy: HashedText,
  { work }: { readonly work: number },
): boolean {
  const until = copy.work() + work;
  let isNew = false;
  for (const radius of [NEAR, Infinity]) {
    for (const [i, span] of spans.entries()) {
      if (candidates[i]!.length || !isWhole(span)) continue;
      const at = span.start + expectedShift(candidates, i);
      copy.windows(
        span.length,
        new Set([span.sha256]),
        (_, start) => {
          candidates[i]!.push(candidateAt(span, [{ start, end: start + span.length }], copy));
          isNew = true;
        },
        { from: at - radius, to: at + radius, inWords: true, until },
      );
    }
  }
  return isNew;
}

const isWhole = (span: KnownSpan): boolean => span.segments.length === 1;

/** For each span the later ones that lie in it. */
function innerSpans(spans: readonly KnownSpan[]): number[][] {
  return spans.map(({ start, end }, i) => {
    const inside: number[] = [];
    for (let j = i + 1; j < spans.length && spans[j]!.start < end; j++) {
      if (spans[j]!.end <= end && (spans[j]!.start > start || spans[j]!.end < end)) inside.push(j);
    }
    return inside;
  });
}

/** The shift of the nearest span that was found. */
function expectedShift(found: readonly (readonly Candidate[])[], i: number): number {
  for (let away = 0; away < found.length; away++) {
    const some = found[i - away]?.[0] ?? found[i + away]?.[0];
    if (some) return some.shift;
  }
  return 0;
}

/** Segments moved by as many code points. */
function shifted(segments: readonly Span[], shift: number): Span[] {
  return segments.map(({ start, end }) => ({ start: start + shift, end: end + shift }));
}

function candidateAt(span: KnownSpan, segments: readonly Span[], copy: HashedText): Candidate {
  const [start, end] = [segments[0]!.start, segments.at(-1)!.end];
  const shift = start - span.start;
  const inContext = span.context !== null && copy.digestOf(surroundings(copy.slice, { start, end })) === span.context;
  const beside = span.mentions.filter((mention) => copy.holds(shifted([mention], shift), mention.sha256));
  return {
    segments,
    shift,
    inContext,
    mentioned: beside.reduce((sum, mention) => sum + mention.end - mention.start, 0),
  };
}

function nearestOf(candidates: readonly Candidate[], shift: number): Candidate[] {
  if (candidates.length <= MOST) return [...candidates];
  const away = (one: Candidate): number => Math.abs(one.shift - shift);
  return [...candidates].sort((a, b) => away(a) - away(b)).slice(0, MOST);
}
