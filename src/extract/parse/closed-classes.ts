import {
  auxiliaries,
  coordinators,
  determiners,
  modals,
  negators,
  objectPronouns,
  possessives,
  prepositions,
  speakerPronouns,
  subordinators,
} from '../../text/function-words.js';
import { leftOf, WORD, type Classing } from './word-class.js';

/** Function words with the class that they have nearly everywhere; later lines overrule earlier ones. */
const FUNCTION_WORDS: ReadonlyMap<string, number> = new Map<string, number>([
  ...entries('there not more most less least very too up down off out away together'.split(' '), WORD.adverb),
  ...entries(prepositions, WORD.preposition),
  ...entries(determiners, WORD.determiner),
  ...entries(objectPronouns, WORD.objectPronoun),
  ...entries(speakerPronouns, WORD.pronoun),
  ...entries(coordinators, WORD.conjunction),
  ...entries(subordinators, WORD.subordinator),
  // "since March", "after the vote": clauses behind them are told by their verbs.
  ...entries('before after since until as like'.split(' '), WORD.preposition),
  ...entries(possessives.keys(), WORD.determiner),
  ...entries(negators, WORD.adverb),
  ...entries(modals, WORD.modal),
  ...entries(auxiliaries, WORD.auxiliary),
  ['be', WORD.base],
  ['been', WORD.participle],
  ['being', WORD.ing],
  ['having', WORD.ing],
  ['to', WORD.to],
]);

/** Prepositions that are verb forms as well. */
const PARTICIPLES = new Set('following including regarding concerning'.split(' '));
/** Behind these "'s" is a verb; behind any other word it marks the genitive. */
const BEFORE_IS = new Set('he she it that there what who here where how let'.split(' '));

function entries(words: Iterable<string>, kind: number): [string, number][] {
  return Array.from(words, (word) => [word, kind]);
}

/** The class that a function word has nearly everywhere; 0 for every other word. */
export function usualClass(lower: string): number {
  return PARTICIPLES.has(lower) ? 0 : (FUNCTION_WORDS.get(lower) ?? 0);
}

/** The class of a function word where it stands; `found` is its usual class. */
export function closedClass(sentence: Classing, i: number, found: number): number {
  const { tokens, classes } = sentence;
  const { lower, text } = tokens[i]!;
  const before = i > 0 ? classes[i - 1]! : 0;
  if (found === WORD.modal) {
    // "the United States' will": a noun behind an article; a month in capitals.
    return before & WORD.determiner || (text === 'May' && before === WORD.preposition) ? WORD.noun : found;
  }
  if (found === WORD.auxiliary) {
    if (lower === "'s") return i > 0 && BEFORE_IS.has(tokens[i - 1]!.lower) ? found : WORD.determiner;
    const bare = (lower === 'have' || lower === 'do') && i > 0;
    return bare && classes[leftOf(sentence, i)]! & (WORD.to | WORD.modal) ? WORD.base : found;
  }
  if (lower === 'like') return before & (WORD.pronoun | WORD.modal | WORD.to) ? WORD.base : found;
  return found;
}
