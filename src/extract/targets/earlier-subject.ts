import type { Token } from '../../text/tokens.js';
import { clauseAround } from '../parse/clause.js';
import type { Mention } from '../parse/context.js';
import { isFiniteVerb } from '../parse/verb-like.js';
import { isPronoun } from './describe.js';

/**
 * What "it", "they" or "this" at token `at` takes up inside the same words: the subject of the nearest clause before it
 * that has a noun ("when training fits the soldier, it helps"); behind "there is" and "we", what those name.
 */
export function earlierSubject(
  tokens: readonly Token[],
  at: number,
  content: readonly Mention[],
): Mention | null {
  for (const range of [...content].reverse()) {
    if (range.first > at) continue;
    for (let i = Math.min(at - 1, range.last); i >= range.first; i--) {
      if (!isFiniteVerb(tokens, i)) continue;
      const { subject, object, verb } = clauseAround(tokens, i, range, { verbal: true });
      if (!verb || verb.last >= at) continue;
      if (subject && !isPronoun(tokens, subject) && !(subject.first <= at && at <= subject.last)) return subject;
      if (object && object.last < at && !isPronoun(tokens, object)) return object;
      i = verb.first;
    }
  }
  return null;
}
