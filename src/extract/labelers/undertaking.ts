import { coordinators, isAdverb, modals, subordinators } from '../../text/function-words.js';
import type { Token } from '../../text/tokens.js';
import type { LabelInput } from './labeler.js';

/** Verbs of manners of speaking and of mere guesses: "I will tell you", "we will see", "I would be surprised". */
const EMPTY =
  /^(?:tell|say|see|be|have|know|think|find|like|love|hear|remember|note|add|argue|get|just|admit|die|need|want|win|lose|guess|probably|know|look|become|ask|miss|hope|feel|call)$/;

/**
 * The token of "will" where the speaker undertakes something with a verb that says what ("we will build", "I'm going to
 * close"); null where the verb promises nothing or only ifs and questions stand around it.
 */
export function undertakingIn({ tokens, content, firstPerson, ownSubject, ownName }: LabelInput): number | null {
  for (const range of content) {
    for (let i = range.first; i < range.last; i++) {
      const { lower } = tokens[i]!;
      const self =
        i === ownName ||
        ((firstPerson || ownSubject) && /^(?:we|i)$/.test(lower)) ||
        (ownSubject && i <= range.first + 1 && /^(?:he|she|it|they)$/.test(lower));
      if (!self || /^(?:if|when|what|how|why|where|who|which|unless|because)$/.test(tokens[i - 1]?.lower ?? ''))
        continue;
      const will = willBehind(tokens, i, range.last);
      if (will !== null) return will;
    }
  }
  return null;
}

function willBehind(tokens: readonly Token[], self: number, last: number): number | null {
  for (let k = self + 1; k <= last && k <= self + 4; k++) {
    const { lower } = tokens[k]!;
    const going = lower === 'going' && tokens[k + 1]?.lower === 'to';
    if (going || /^(?:will|'ll|would|shall|won't)$/.test(lower)) {
      let verb = k + (going ? 2 : 1);
      while (verb <= last && (isAdverb(tokens[verb]!.lower) || /^(?:not|never)$/.test(tokens[verb]!.lower))) verb++;
      return verb <= last && !EMPTY.test(tokens[verb]!.lower) ? k : null;
    }
    if (modals.has(lower) || coordinators.has(lower) || subordinators.has(lower)) return null;
  }
  return null;
}

/** "will not only open …, but also": no refusal. */
export function saysNotOnly({ tokens, content }: LabelInput): boolean {
  return content.some(({ first, last }) => {
    for (let i = first; i < last; i++)
      if (tokens[i]!.lower === 'not' && /^(?:only|just|merely)$/.test(tokens[i + 1]!.lower)) return true;
    return false;
  });
}
