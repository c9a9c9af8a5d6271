import { isAdverb } from '../../text/function-words.js';
import type { Token } from '../../text/tokens.js';
import { clauseAround } from '../parse/clause.js';
import type { Mention } from '../parse/context.js';
import type { PhraseIndex } from '../resolve/phrase-index.js';
import type { Polarity } from './polarity-index.js';

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

/**
 * The negated modal in "the fence will not stop the floods", "he can't protect us": whoever or whatever is said to be of
 * no use. Null where the speaker is the subject, or the verb is neither a help nor an end of something.
 */
export function uselessIn(
  tokens: readonly Token[],
  content: readonly Mention[],
  index: PhraseIndex<Polarity>,
  isSpeaker: (mention: Mention) => boolean,
): number | null {
  for (const range of content) {
    for (let i = range.first; i < range.last; i++) {
      const { lower } = tokens[i]!;
      const joined = /^(?:won't|can't|cannot|couldn't|wouldn't)$/.test(lower);
      const split = /^(?:will|can|could|would)$/.test(lower) && /^(?:not|never)$/.test(tokens[i + 1]!.lower);
      if (!joined && !split) continue;
      let verb = i + (joined ? 1 : 2);
      while (verb < range.last && isAdverb(tokens[verb]!.lower)) verb++;
      const effect = verb <= range.last ? index.at(tokens, verb, range.last)?.values[0] : undefined;
      if (!effect || effect.part !== 'verb' || (effect.effect !== 'positive' && effect.effect !== 'cease')) continue;
      if (/^(?:if|unless|whether)$/.test(tokens[range.first]!.lower)) continue;
      const { subject } = clauseAround(tokens, i, range);
      if (!subject || isSpeaker(subject) || /^(?:i|we|you|nobody|one|it)$/.test(tokens[subject.last]!.lower)) continue;
      return i;
    }
  }
  return null;
}
