import type { Token } from '../../text/tokens.js';
import { clauseAround } from '../parse/clause.js';
import type { Mention } from '../parse/context.js';
import { simplePhraseAt } from '../parse/noun-phrase.js';
import { isFiniteVerb } from '../parse/word-class.js';
import { isPronoun } from './describe.js';

/**
 * What "it", "they" or "this" at token `at` takes up inside the same words: the subject of the nearest clause before it
 * that has a noun ("when training fits the soldier, it helps"); behind "there is" and "we", what those name.
 */
export function earlierSubject(tokens: readonly Token[], at: number, content: readonly Mention[]): Mention | null {
  const many = /^(?:they|them|these|those)$/.test(tokens[at]!.lower);
  for (const range of [...content].reverse()) {
    if (range.first > at) continue;
    for (let i = Math.min(at - 1, range.last); i >= range.first; i--) {
      if (!isFiniteVerb(tokens, i)) continue;
      const { subject, object, verb, linking } = clauseAround(tokens, i, range, { verbal: true });
      if (!verb || verb.last >= at) continue;
      const fits = (mention: Mention): boolean =>
        !isPronoun(tokens, mention) && mention.last < at && isPlural(tokens, mention) === many;
      if (subject && fits(subject)) return subject;
      if (object && !linking && fits(object)) return object;
      i = verb.first;
    }
  }
  return null;
}

/** A plural head, or two heads joined by "and". */
function isPlural(tokens: readonly Token[], mention: Mention): boolean {
  const head = simplePhraseAt(tokens, mention.first, mention.last) ?? mention;
  const { lower } = tokens[head.last]!;
  return /[^siu]s$|people$|men$|children$|police$/.test(lower) || tokens[head.last + 1]?.lower === 'and';
}
