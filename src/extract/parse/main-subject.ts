import { finiteAt, inQuote, lowerAt, type SentenceContext } from './context.js';
import { isCapitalised } from '../../text/letters.js';
import { knownName, nounKind } from './noun-kind.js';
import { objectPhrase } from './object-phrase.js';
import { subjectBefore, type Subject } from './subject.js';

/** Who the sentence is about: the noun phrase before its first finite verb; for cues that share the main clause's subject. */
export function mainSubject(context: SentenceContext): Subject | null {
  for (let i = context.first + 1; i <= context.last; i++) {
    if (inQuote(context, i)) return null;
    if (!finiteAt(context, i)) continue;
    const subject = subjectBefore(context, i);
    if (subject !== null && subject !== 'inherit' && subject.agent) return subject;
    break;
  }
  return openingSubject(context);
}

/** The sentence's opening noun phrase where its verb is in the present, else whoever a possessive points to ("Central to his remarks was …"). */
function openingSubject(context: SentenceContext): Subject | null {
  const phrase = objectPhrase(context, context.first, context.last);
  if (phrase && !inQuote(context, context.first)) {
    let { last } = phrase;
    while (last > phrase.first && !isCapitalised(context.tokens[last]!.text)) last--;
    const name = { first: phrase.first, last };
    // "Price's comments" are not Price.
    const genitive = /^['’]s?$/.test(lowerAt(context, last + 1));
    if (
      !genitive &&
      isCapitalised(context.tokens[last]!.text) &&
      nounKind(context, name) === 'name' &&
      knownName(context, last)
    )
      return { mentions: [name], apposition: null, first: name.first, relative: false, agent: true };
  }
  for (let i = context.first; i <= context.last && i < context.first + 8; i++) {
    const lower = lowerAt(context, i);
    if (lower === 'his' || lower === 'her' || lower === 'their')
      return { mentions: [{ first: i, last: i }], apposition: null, first: i, relative: false, agent: true };
  }
  return null;
}
