import { editDistance, nearest } from '../text/nearest.js';

/** A label of a closed list; `sign` says on which side of a question it stands, where it stands on one. */
export interface Candidate {
  readonly value: string;
  readonly sign?: string | null;
}

/** What a misspelt label most likely means; `safe` when only case, blanks, accents or one letter differ. */
export interface Suggestion {
  readonly value: string;
  readonly safe: boolean;
}

/** Beginnings that turn a word into its opposite. */
const NEGATION = /^(?:un|dis|in|im|non|not|no|anti|counter|contra|-|\+)[\s_-]*/;

/**
 * The one label that a misspelt one means; null when that is unclear. A label of the opposite sign is never proposed:
 * not for a number, not where the opposite is nearly as close, and not for a word that begins with a negation.
 */
export function suggestCategory(word: string, candidates: readonly Candidate[]): Suggestion | null {
  const folded = fold(word);
  const exact = candidates.filter((candidate) => fold(candidate.value) === folded);
  if (exact.length === 1) return { value: exact[0]!.value, safe: true };
  if (!/\p{L}/u.test(folded)) return null;
  const value = nearest(
    folded,
    candidates.map((candidate) => candidate.value),
  );
  const found = candidates.find((candidate) => candidate.value === value);
  if (!found) return null;
  const distance = editDistance(folded, fold(found.value));
  const opposite = candidates.some(
    (other) => isOpposite(found, other) && editDistance(folded, fold(other.value)) <= distance + 1,
  );
  const negated = NEGATION.test(folded) && !NEGATION.test(fold(found.value));
  return opposite || negated ? null : { value: found.value, safe: distance <= 1 };
}

function isOpposite(a: Candidate, b: Candidate): boolean {
  return (a.sign === '+' && b.sign === '-') || (a.sign === '-' && b.sign === '+');
}

/** Case, accents, blanks around and characters without width are folded away. */
function fold(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\p{M}\u200b-\u200d\u2060\ufeff\u00ad]/gu, '')
    .trim()
    .toLowerCase();
}
