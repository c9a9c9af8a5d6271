import { dayWords, prepositions } from '../../text/function-words.js';
import type { Token } from '../../text/tokens.js';
import type { Mention } from './context.js';
import { isFiniteVerb } from './word-class.js';

/** Most words of an opening adverbial. */
const MOST = 7;

/**
 * A reported clause without the adverbial in front of its pronoun subject: "after the vote he would resign" begins with
 * "he". Other clauses are given back as they are.
 */
export function withoutOpening(tokens: readonly Token[], range: Mention): Mention {
  const { lower } = tokens[range.first]!;
  if (!prepositions.has(lower) && !dayWords.has(lower)) return range;
  for (let i = range.first + 1; i < range.last && i <= range.first + MOST; i++) {
    if (/^(?:he|she|they|it|we|i)$/.test(tokens[i]!.lower)) return { first: i, last: range.last };
    if (isFiniteVerb(tokens, i) || /^(?:that|which|who|and|but)$/.test(tokens[i]!.lower)) return range;
  }
  return range;
}
