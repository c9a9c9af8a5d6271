import { isAdverb } from '../../text/function-words.js';
import type { Token } from '../../text/tokens.js';
import { clauseAround } from '../parse/clause.js';
import type { Mention } from '../parse/context.js';

const FAILING = /^(?:fail|fails|failed|refuse|refuses|refused|neglect|neglects|neglected)$/;
const SELF = /^(?:i|we)$/;

/**
 * The verb by which somebody other than the speaker is said to have failed or refused ("the mayor failed to protect the
 * city"): whoever it is said of is blamed. Null where there is none.
 */
export function failingIn(
  tokens: readonly Token[],
  content: readonly Mention[],
  isSpeaker: (mention: Mention) => boolean,
): number | null {
  for (const range of content) {
    for (let i = range.first; i < range.last; i++) {
      if (!FAILING.test(tokens[i]!.lower)) continue;
      let to = i + 1;
      while (to < range.last && isAdverb(tokens[to]!.lower)) to++;
      if (tokens[to]!.lower !== 'to') continue;
      const { subject, verb } = clauseAround(tokens, i, range, { verbal: true });
      if (!subject || !verb || isSpeaker(subject) || SELF.test(tokens[subject.last]!.lower)) continue;
      if (hasNegator(tokens, verb, i)) continue;
      return i;
    }
  }
  return null;
}

function hasNegator(tokens: readonly Token[], verb: Mention, end: number): boolean {
  for (let i = verb.first; i < end; i++) if (/^(?:not|never|n't|.*n't)$/.test(tokens[i]!.lower)) return true;
  return false;
}
