import type { Token } from '../../text/tokens.js';
import type { Mention } from '../parse/context.js';
import { isFiniteVerb, WORD } from '../parse/word-class.js';

/** Acts that turn against what others say. */
export const AGAINST_SAYINGS: ReadonlySet<string> = new Set(['deny', 'reject', 'challenge']);

/** Nouns for what others say: behind "dismissed" or "denied" they are the target, not those whom they name. */
export const SAYINGS =
  /^(?:allegations?|claims?|accusations?|charges?|reports?|suggestions?|rumou?rs?|assertions?|insinuations?|notions?|ideas?)$/;

/** "the allegations that …": a noun for what others say with a clause of its own; null where there is none. */
export function sayingIn(tokens: readonly Token[], { first, last }: Mention): Mention | null {
  for (let i = first; i <= last; i++)
    if (SAYINGS.test(tokens[i]!.lower) && tokens[i + 1]?.lower === 'that') return { first, last: i };
  return null;
}

/** A clause, told by "that" before it or by a finite verb of its own; no noun phrase with a relative clause. */
export function isClause(tokens: readonly Token[], content: readonly Mention[]): boolean {
  const range = content[0];
  if (!range || /^(?:what|that|who|which)$/.test(tokens[range.first]!.lower)) return false;
  if (tokens[range.first - 1]?.lower === 'that') return true;
  for (let i = range.first + 1; i <= range.last; i++) {
    if (tokens[i]!.word & (WORD.mark | WORD.conjunction | WORD.subordinator)) return false;
    if (isFiniteVerb(tokens, i)) return true;
  }
  return false;
}
