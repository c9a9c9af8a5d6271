import type { Token } from '../../text/tokens.js';
import type { Mention } from '../parse/context.js';
import { nounPhraseAt } from '../parse/noun-phrase.js';
import { isFiniteVerb } from '../parse/word-class.js';

/** The noun phrase that opens a content without any finite verb; null for clauses. */
export function bareNounPhrase(tokens: readonly Token[], content: readonly Mention[]): Mention | null {
  const range = content[0];
  if (!range || content.length > 1) return null;
  for (let i = range.first; i <= range.last; i++) if (isFiniteVerb(tokens, i)) return null;
  return nounPhraseAt(tokens, range.first, range.last);
}

/** The noun phrase that opens a content where a relative clause follows it; null where its verb does. */
export function withRelative(tokens: readonly Token[], content: readonly Mention[]): Mention | null {
  const range = content[0];
  const opening = range ? nounPhraseAt(tokens, range.first, range.last) : null;
  if (!range || !opening || opening.last + 2 > range.last) return null;
  const at = tokens[opening.last + 1]!.text === ',' ? opening.last + 2 : opening.last + 1;
  const [next, after] = [tokens[at]!.lower, tokens[at + 1]?.lower ?? ''];
  const relative = /^(?:which|who|whose|where)$/;
  const follows =
    relative.test(next) ||
    (next === 'that' && at === opening.last + 1) ||
    (relative.test(after) && /^(?:in|on|for|at|to|by|with|from|under)$/.test(next));
  return follows ? opening : null;
}
