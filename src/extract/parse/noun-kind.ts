import { dayWords, determiners, monthWords, prepositions, speakerPronouns } from '../../text/function-words.js';
import { isCapitalised } from '../../text/letters.js';
import { lowerAt, type Mention, type SentenceContext } from './context.js';

/** What a noun phrase names, as far as its head word tells. */
export type PhraseKind = 'pronoun' | 'name' | 'agent' | 'collective' | 'document' | 'event' | 'other';

/** Endings of nouns for people that no list needs to hold (negotiator, economist). */
const AGENT_ENDING = /(?:-year-old|ist|ician|ologist|person|people|man|men|woman|women|crat|eer)s?$/;

/** Reads the kind of a phrase from its head: the last word before the first "of", "for", "to", … */
export function nounKind(context: SentenceContext, mention: Mention): PhraseKind {
  const { tokens, grammar } = context;
  if (mention.first === mention.last && speakerPronouns.has(lowerAt(context, mention.first))) return 'pronoun';
  let head = mention.first;
  for (let i = mention.first; i <= mention.last; i++) {
    const lower = lowerAt(context, i);
    if (i > mention.first && prepositions.has(lower)) {
      const of = lower === 'of' || lower === 'in' || lower === 'out';
      // "six in ten voters", "49 percent of Democrats", "a slice of the public": the part is of the same kind as the whole.
      const part = of && i < mention.last && isQuantity(context, head);
      if (!part) break;
      const whole = { first: lowerAt(context, i + 1) === 'of' ? i + 2 : i + 1, last: mention.last };
      if (whole.first > whole.last) break;
      const kind = nounKind(context, whole);
      return kind === 'name' || kind === 'agent' ? 'collective' : kind;
    }
    if (tokens[i]!.kind === 'word' && lower !== "'s" && lower !== "'") head = i;
  }
  const { text, lower } = tokens[head]!;
  if (dayWords.has(lower) || (monthWords.has(lower) && isCapitalised(text))) return 'other';
  const listed = grammar.nouns.get(lower) ?? grammar.nouns.get(singular(lower));
  // A capital at a sentence's start proves nothing: there a name must be known, go on with another capital, or be followed by its verb.
  const opens = head === context.first;
  const named = isCapitalised(text) && (!opens || knownName(context, head) || (mention.last === head && !listed));
  if (listed === 'agent' || listed === 'collective') return listed;
  if (named) {
    // "Peace Talks": a capitalised event is an event still, but a bare capitalised word inside a sentence is a name ("Sessions").
    if (listed && (mention.first < head || (opens && !knownName(context, head)))) return listed;
    return determiners.has(lower) ? 'other' : 'name';
  }
  if (listed) return listed;
  if (AGENT_ENDING.test(lower)) return 'agent';
  return determiners.has(lower) && /^(?:both|many|some|several|most|others|all|these|those)$/.test(lower)
    ? 'pronoun'
    : 'other';
}

/** Nouns that count out a part of what stands behind "of". */
const QUANTITIES =
  /^(?:percent|per|cent|majority|majorities|plurality|minority|half|halves|third|thirds|two-thirds|quarter|quarters|three-quarters|fifth|fifths|tenth|tenths|number|numbers|lot|lots|handful|dozen|dozens|score|scores|hundreds|thousands|millions|tens|couple|pair|most|some|many|several|few|all|each|both|none|any|one|two|three|four|five|six|seven|eight|nine|ten|share|slice|portion|part|bunch|host|group|groups|chunk|swath|array|range|mix|rest|remainder|bulk|wave|flood|crowd|chorus|stream|series|string|list|plenty|members?|section)$/;

/** True for a number or a noun that counts out a part ("half", "a majority of"). */
export const isQuantity = (context: SentenceContext, i: number): boolean =>
  context.tokens[i]!.kind === 'number' || lowerAt(context, i) === '%' || QUANTITIES.test(lowerAt(context, i));

/** True where a registered name, or a registered person's surname, stands at token i. */
export function knownName(context: SentenceContext, i: number): boolean {
  const { names } = context.grammar;
  return names.at(context.tokens, i, context.last) !== null || names.surnames.has(context.tokens[i]!.key);
}

function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us)$/.test(word)) return word;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
