import { foldLetters, foldSeparators, foldSpelling } from '../text/fold-spelling.js';
import { reachOf } from '../text/nearest.js';
import { areOppositeWords, mayNegate, sideOf } from '../text/opposites.js';
import { isOneSlip, typingDistance } from '../text/typing-distance.js';

/** A label of a closed list; `sign` says on which side of a question it stands, where it stands on one. */
export interface Candidate {
  readonly value: string;
  readonly sign?: string | null;
}

/** What a misspelt label most likely means; `safe` when it can't mean anything else, so that a program may put it in. */
export interface Suggestion {
  readonly value: string;
  readonly safe: boolean;
}

/** Shortest label in which a slip of typing may be put right without asking. */
const SHORTEST_SAFE = 5;
/** Scripts in which one character is a word or a syllable: a character more or less is no slip there. */
const SYLLABLES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/**
 * The one label that a misspelt one means; null when that is unclear. A label of the opposite side is never proposed:
 * neither by its sign nor by its words, not where the opposite is nearly as close, not for a word that negates it, and
 * no label with other digits or signs in it. Safe are: case, accents, blanks, hyphens, characters without width, British
 * spelling; and one slip (the key beside, a letter doubled, left out or swapped) in a label of five letters or more when
 * no other label is in reach and no opposite in twice the reach.
 */
export function suggestCategory(word: string, candidates: readonly Candidate[]): Suggestion | null {
  for (const fold of [foldLetters, foldSeparators, inOneSpelling]) {
    const folded = fold(word);
    const same = candidates.filter(({ value }) => fold(value) === folded);
    if (same.length) return same.length === 1 ? { value: same[0]!.value, safe: true } : null;
    if (!/\p{L}/u.test(folded)) return null;
  }
  const folded = foldSeparators(word);
  if (SYLLABLES.test(folded)) return null;
  const reach = folded.length < 3 ? 0 : reachOf(folded);
  const signs = signsIn(word);
  const near = candidates
    .map((candidate) => ({ candidate, other: foldSeparators(candidate.value) }))
    .filter(({ other }) => Math.abs(other.length - folded.length) <= 4 * reach)
    .map(({ candidate, other }) => ({ candidate, other, distance: typingDistance(folded, other) }))
    .sort((a, b) => a.distance - b.distance);
  const [first, second] = near;
  if (!first || first.distance > reach || second?.distance === first.distance) return null;
  const { candidate, other, distance } = first;
  if (signsIn(candidate.value) !== signs || isTurned(word, candidate) || mayNegate(folded, other, distance))
    return null;
  // Farther away an opposite does no harm: it is not looked for.
  const harmful = near.filter(
    (one) => one.distance <= Math.max(distance + 1, 2 * reach) && one.candidate !== candidate,
  );
  const opposite = harmful.find((one) => areOpposite(candidate, one.candidate))?.distance ?? Infinity;
  if (opposite <= distance + 1) return null;
  const slip = other.length >= SHORTEST_SAFE && isOneSlip(folded, other);
  const alone = !second || second.distance > reach;
  return { value: candidate.value, safe: slip && alone && opposite > 2 * reach };
}

/** Misspelt words for which a suggestion is looked for in one column or field; of more nobody reads the hints. */
const MOST_WORDS = 1000;

/**
 * `suggestCategory` for one list of candidates that remembers its answers: a look takes a hundred times as long as the
 * rest of judging a cell, and a table in which every row is misspelt must not take so much longer. After a thousand
 * different words it has no more suggestions.
 */
export function rememberedSuggestions(): typeof suggestCategory {
  const known = new Map<string, Suggestion | null>();
  return (word, candidates) => {
    const before = known.get(word);
    if (before !== undefined || known.size >= MOST_WORDS) return before ?? null;
    const suggestion = suggestCategory(word, candidates);
    known.set(word, suggestion);
    return suggestion;
  };
}

const inOneSpelling = (word: string): string => foldSpelling(foldSeparators(word));

/** True when the word itself takes a side that the label is not on, or is the label turned round by a negation. */
function isTurned(word: string, candidate: Candidate): boolean {
  const side = sideOf(word);
  return areOppositeWords(word, candidate.value) || (side !== null && side !== sideOfCandidate(candidate));
}

function areOpposite(a: Candidate, b: Candidate): boolean {
  const [one, other] = [a, b].map(({ sign }) => (sign === '+' || sign === '-' ? sign : null));
  if (one && other) return one !== other;
  return areOppositeWords(a.value, b.value);
}

function sideOfCandidate({ value, sign = null }: Candidate): string | null {
  return sign === '+' || sign === '-' ? sign : sideOf(value);
}

/** The digits and signs of a word, in order; a hyphen between letters is none. */
function signsIn(word: string): string {
  return (foldSeparators(word).match(/[\d+\-\u2010-\u2015\u2212]/gu) ?? []).join('');
}
