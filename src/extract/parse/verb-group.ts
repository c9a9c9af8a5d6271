import {
  auxiliaries,
  determiners,
  formsOfBe,
  formsOfHave,
  isAdverb,
  modals,
  negators,
  possessives,
  prepositions,
} from '../../text/function-words.js';
import { isCapitalised } from '../../text/letters.js';
import type { CueMatch } from '../cue-index.js';
import { classAt, finiteAt, inQuote, lowerAt, type SentenceContext } from './context.js';
import { WORD } from './word-class.js';

/** The verb group around a cue verb: from its first auxiliary or catenative to the cue's last word. */
export interface VerbGroup {
  readonly first: number;
  readonly last: number;
  readonly kind: 'finite' | 'participial' | 'passive';
  readonly negated: boolean;
  readonly modal: string | null;
}

/** Verbs that hand their subject on to an infinitive: "went on to say", "continued to insist". */
const CATENATIVES = new Set(
  'continue continues continued proceed proceeds proceeded go goes went seek sought wish wishes want wants wanted like tend tends begin begins began start starts started manage managed'.split(
    ' ',
  ),
);

/** Verbs that deny what their infinitive says: "failed to condemn" is no condemnation. */
const FAILING = new Set('fail fails failed failing neglect neglects neglected omit omits omitted'.split(' '));

/** Words before a bare -ing form that leave its subject to the main clause. */
const BEFORE_PARTICIPLE = new Set(', and or but while by in when after before instead without ; — –'.split(' '));

/**
 * Reads the verb group that ends in a cue verb. Returns null where the word is no verb here ("the call", "a stated
 * aim"), or an infinitive that belongs to another verb ("plans to announce").
 */
export function verbGroup(context: SentenceContext, match: CueMatch): VerbGroup | null {
  let first = match.first;
  let negated = false;
  let modal: string | null = null;
  let be = false;
  let have = false;
  let carried = false;
  for (let i = first - 1; i >= context.first && !inQuote(context, i); i--) {
    const word = lowerAt(context, i);
    const aux = auxiliaries.has(word) && (word !== "'s" || finiteAt(context, i));
    if (aux || modals.has(word) || negators.has(word)) {
      if (formsOfBe.has(word)) be = true;
      if (formsOfHave.has(word)) have = true;
      if (modals.has(word)) modal = word;
      // "No diplomat said": the negation is the subject's.
      if (negators.has(word) && word !== 'no' && word !== 'neither') negated = true;
      if (word === 'no' || word === 'neither') break;
      first = i;
    } else if (word === 'to' && match.form === 'base') {
      const fails = FAILING.has(lowerAt(context, i - 1));
      const at = fails ? i - 1 : carrierBefore(context, i);
      if (at < 0) return null;
      if (fails) negated = true;
      i = at;
      first = at;
      carried = true;
    } else if (isAdverb(word) && word !== 'both' && !isCapitalised(context.tokens[i]!.text)) first = i;
    else break;
  }
  first = withoutLeadingAdverbs(context, first, match.first);
  const before = lowerAt(context, first - 1);
  if (match.form === 'ing') {
    if (be) return { first, last: match.last, kind: 'finite', negated, modal };
    const opens =
      first === context.first ||
      BEFORE_PARTICIPLE.has(before) ||
      inQuote(context, first - 1) ||
      isDocument(context, first - 1);
    if (opens) return { first, last: match.last, kind: 'participial', negated, modal };
    // "officials urging restraint": the noun right before a participle does what it says.
    const described = first === match.first && (classAt(context, first - 1) & (WORD.noun | WORD.name)) !== 0;
    return described ? { first, last: match.last, kind: 'finite', negated, modal } : null;
  }
  if (be && !have && (match.form === 'past' || match.form === 'participle')) {
    return { first, last: match.last, kind: 'passive', negated, modal };
  }
  if (be && (match.form === 'past' || match.form === 'participle') && lowerAt(context, match.first - 1) === 'been') {
    return { first, last: match.last, kind: 'passive', negated, modal };
  }
  if (match.form === 'participle' && !have) return null;
  const bare = first === match.first && !carried;
  // "Asked whether …, he said": a participle opens the sentence; somebody else did the asking.
  if (bare && first === context.first && match.form === 'past')
    return { first, last: match.last, kind: 'passive', negated, modal };
  if (bare && isNominal(context, match, before)) return null;
  return { first, last: match.last, kind: 'finite', negated, modal };
}

/**
 * Index of the word that carries the infinitive whose "to" is at i ("went" in "went on to say", "likely" in "is likely to
 * say"), or -1. A verb that is a cue itself keeps its infinitive as content ("pledged to support").
 */
function carrierBefore(context: SentenceContext, i: number): number {
  let at = i - 1;
  if (/^(?:on|out)$/.test(lowerAt(context, at)) && CATENATIVES.has(lowerAt(context, at - 1))) return at - 1;
  while (classAt(context, at) === WORD.adverb && !CARRYING.test(lowerAt(context, at))) at--;
  const lower = lowerAt(context, at);
  if (CATENATIVES.has(lower)) return /^(?:go|goes|went)$/.test(lower) ? -1 : at;
  if (CARRYING.test(lower)) return at;
  if (!(classAt(context, at) & (WORD.past | WORD.present | WORD.base | WORD.participle))) return -1;
  const own = context.grammar.cues.at(context.tokens, at, context.last);
  return own.some((match) => match.senses.some((s) => s.frame === 'to_inf' || s.frame === 'obj_to')) ? -1 : at;
}

/** Adjectives that hand their subject on to an infinitive. */
const CARRYING =
  /^(?:likely|unlikely|quick|ready|set|poised|eager|slow|bound|due|about|able|unable|free|first|yet|forced|careful|keen|reluctant|loath|compelled)$/;

/** Adverbs in front of the first auxiliary may belong to the sentence ("Yesterday he …"), so they don't open the group. */
function withoutLeadingAdverbs(context: SentenceContext, first: number, cue: number): number {
  let at = first;
  while (at < cue && isAdverb(lowerAt(context, at)) && (at === context.first || lowerAt(context, at - 1) === ',')) at++;
  return at;
}

/** A word that could be a verb stands where only a noun or adjective can: after a determiner, a genitive, a preposition. */
function isNominal(context: SentenceContext, match: CueMatch, before: string): boolean {
  if (before === '') return match.form === 'base';
  if (
    determiners.has(before) &&
    before !== 'both' &&
    before !== 'all' &&
    before !== 'some' &&
    before !== 'many' &&
    before !== 'most' &&
    before !== 'this' &&
    before !== 'that'
  )
    return true;
  if (possessives.has(before) || before === "'s" || (before === "'" && !context.quoted[match.first - 1])) return true;
  if (match.form === 'past' || match.form === 'third') return prepositions.has(before);
  return prepositions.has(before) || before === 'and' || before === 'or' || before === ',';
}

function isDocument(context: SentenceContext, i: number): boolean {
  return context.grammar.nouns.get(lowerAt(context, i)) === 'document';
}
