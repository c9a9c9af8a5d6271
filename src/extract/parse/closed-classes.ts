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

/** The class of a function word where it stands; 0 for every other word. */
export function closedClass(sentence: Classing, i: number): number {
  const { tokens, classes } = sentence;
  const { lower, text } = tokens[i]!;
  if (lower === 'to') return WORD.to;
  if (lower === "'s") {
    const before = i > 0 ? tokens[i - 1]!.lower : '';
    return /^(?:he|she|it|that|there|what|who|here|where|how|let)$/.test(before) ? WORD.auxiliary : WORD.determiner;
  }
  if (/^(?:have|do)$/.test(lower) && i > 0 && classes[leftOf(sentence, i)]! & (WORD.to | WORD.modal)) return WORD.base;
  if (auxiliaries.has(lower)) return /^(?:being|been|be|having)$/.test(lower) ? auxiliaryForm(lower) : WORD.auxiliary;
  // "the United States' will": a noun behind an article; a month in capitals.
  if (modals.has(lower)) {
    const nominal = i > 0 && (classes[i - 1]! & WORD.determiner) !== 0;
    return nominal || (text === 'May' && i > 0 && classes[i - 1] === WORD.preposition) ? WORD.noun : WORD.modal;
  }
  if (negators.has(lower)) return WORD.adverb;
  if (possessives.has(lower)) return WORD.determiner;
  if (lower === 'that' || subordinators.has(lower)) {
    // "that plan": behind a verb or preposition and before a noun it may point; clauses are told by what follows.
    return /^(?:before|after|since|until|as)$/.test(lower) ? WORD.preposition : WORD.subordinator;
  }
  if (coordinators.has(lower)) return WORD.conjunction;
  if (speakerPronouns.has(lower)) return WORD.pronoun;
  if (objectPronouns.has(lower)) return WORD.objectPronoun;
  if (determiners.has(lower)) return WORD.determiner;
  if (lower === 'like') {
    const before = i > 0 ? classes[i - 1]! : 0;
    return before & (WORD.pronoun | WORD.modal | WORD.to) ? WORD.base : WORD.preposition;
  }
  if (prepositions.has(lower) && !/^(?:following|including|regarding|concerning)$/.test(lower)) return WORD.preposition;
  if (/^(?:there|not|more|most|less|least|very|too|up|down|off|out|away|together)$/.test(lower)) return WORD.adverb;
  return 0;
}

const auxiliaryForm = (lower: string): number =>
  lower === 'be' ? WORD.base : lower === 'been' ? WORD.participle : WORD.ing;
