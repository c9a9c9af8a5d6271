import { sha256 } from '../model/hash.js';
import type { Span } from '../model/spans.js';
import { offsetsOf } from './offsets.js';
import { wordEdges, type WordEdges } from './word-edges.js';

/** Which windows of a text are looked at. */
export interface Windows {
  /** Code points at which a window may begin, [from, to). */
  readonly from?: number;
  readonly to?: number;
  /** Also those that cut words; there are some twenty times as many. */
  readonly inWords?: boolean;
  /** Work after which no more are looked at. */
  readonly until?: number;
}

/** A text in which words are sought of which nothing is known but their length and digest. Places are code points. */
export interface HashedText {
  readonly text: string;
  /** In code points. */
  readonly length: number;
  /** Place in UTF-16 units. */
  readonly toUnits: (place: number) => number;
  /** What lies outside of the text is left out. */
  readonly slice: (start: number, end: number) => string;
  readonly digestOf: (words: string) => string;
  /** Whether the slices, joined by one space, have the digest; false where one lies outside. */
  readonly holds: (segments: readonly Span[], digest: string) => boolean;
  /** Tells of every window of a length that has one of the digests. */
  readonly windows: (
    length: number,
    digests: ReadonlySet<string>,
    onFound: (digest: string, start: number) => void,
    which?: Windows,
  ) => void;
  /** Whether a stretch begins and ends where words do. */
  readonly isWhole: (start: number, end: number) => boolean;
  /** Work done so far: digests, a long one counting for several. A million take about a second. */
  readonly work: () => number;
  /** The same text with other blanks or signs in the places of its own: words begin and end where they did. */
  readonly redrawn: (text: string) => HashedText;
}

/** Characters that are hashed in the time that any digest takes. */
const LONG = 700;

/** Makes a text searchable by digests. */
export function hashedText(text: string): HashedText {
  // Most texts are never searched: their words need no edges.
  let edges: WordEdges | null = null;
  return searchable(text, () => (edges ??= wordEdges(text)));
}

function searchable(text: string, edges: () => WordEdges): HashedText {
  const { length, toUnits } = offsetsOf(text);
  let work = 0;
  const digestOf = (words: string): string => {
    work += 1 + words.length / LONG;
    return sha256(words);
  };
  const slice = (start: number, end: number): string => text.slice(toUnits(start), toUnits(end));
  return {
    text,
    length,
    toUnits,
    slice,
    digestOf,
    holds: (segments, digest) =>
      segments.every(({ start, end }) => start >= 0 && start <= end && end <= length) &&
      digestOf(segments.map(({ start, end }) => slice(start, end)).join(' ')) === digest,
    windows: (size, digests, onFound, { from = 0, to = length, inWords = false, until = Infinity } = {}) => {
      const { starts, ends } = edges();
      const last = Math.min(to - 1, length - size);
      for (let start = Math.max(0, from); start <= last && work < until; start++) {
        const first = toUnits(start);
        if (!inWords && starts[first] === 0) continue;
        const end = toUnits(start + size);
        if (!inWords && ends[end] === 0) continue;
        const digest = digestOf(text.slice(first, end));
        if (digests.has(digest)) onFound(digest, start);
      }
    },
    isWhole: (start, end) => edges().starts[toUnits(start)] === 1 && edges().ends[toUnits(end)] === 1,
    work: () => work,
    redrawn: (other) => (other.length === text.length ? searchable(other, edges) : hashedText(other)),
  };
}
