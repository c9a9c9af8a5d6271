import {
  auxiliaries,
  coordinators,
  determiners,
  formsOfBe,
  isAdverb,
  looksFinite,
  modals,
  monthWords,
  negators,
  objectPronouns,
  prepositions,
  speakerPronouns,
  subordinators,
} from '../text/function-words.js';
import { isCapitalised } from '../text/letters.js';
import type { Token } from '../text/tokens.js';
import type { Mention } from './parse/context.js';

/** The noun phrase at or behind a position in the content: up to a verb, a mark or a preposition other than "of". */
function phraseAfter(tokens: readonly Token[], pivot: number, content: readonly Mention[]): Mention | null {
  const range = content.find((stretch) => stretch.first <= pivot && pivot <= stretch.last);
  if (!range) return null;
  let first = pivot;
  while (first <= range.last && !isNominal(tokens[first]!)) first++;
  if (first > range.last || WEAK.test(tokens[first]!.lower)) return null;
  let last = first;
  for (let i = first + 1; i <= range.last && i < first + 9; i++) {
    const token = tokens[i]!;
    if (token.kind === 'mark' || (prepositions.has(token.lower) && token.lower !== 'of') || STOPS.has(token.lower))
      break;
    if (!prepositions.has(token.lower)) last = i;
  }
  return { first, last };
}

/** What somebody is to do: "pull back their artillery" in "both sides to pull back their artillery". */
export function actPhrase(tokens: readonly Token[], content: readonly Mention[]): Mention | null {
  const range = content[0];
  if (!range) return null;
  let to = range.first;
  while (to <= range.last && tokens[to]!.lower !== 'to') to++;
  const first = to < range.last ? to + 1 : range.first;
  let last = first;
  for (let i = first + 1; i <= range.last && i < first + 9; i++) {
    const { kind, lower } = tokens[i]!;
    if (kind === 'mark' || /^(?:and|but|or|if|that|which|who|when|because|while|until|after|before)$/.test(lower))
      break;
    last = i;
  }
  while (last > first && prepositions.has(tokens[last]!.lower)) last--;
  return last === first && WEAK.test(tokens[last]!.lower) ? null : { first, last };
}

/** Words that end a search for a noun phrase: alone they name nothing. */
const WEAK =
  /^(?:thank|thanks|believe|hope|forward|happy|glad|pleased|good|great|right|wrong|fair|welcome|grateful|able|sorry|so|well|much|very)$/;

const STOPS = new Set(
  'and but or that which who to will would can could should must may is are was were be been has have had as if when because while'.split(
    ' ',
  ),
);

const isNominal = (token: Token): boolean =>
  token.kind === 'word' &&
  !prepositions.has(token.lower) &&
  !STOPS.has(token.lower) &&
  !speakerPronouns.has(token.lower) &&
  !objectPronouns.has(token.lower);

const LINKING = new Set('remain remains remained seem seems seemed become becomes became'.split(' '));
const MANNER = new Set('so too very more most as no such'.split(' '));

/** "the plan" in "the plan was dangerous", "the plan would be a serious failure": what a predicate judges; null for others. */
export function judgedSubject(tokens: readonly Token[], at: number, content: readonly Mention[]): Mention | null {
  // Behind a passive ("was shelled") the position rests on the participle.
  const passive = formsOfBe.has(tokens[at - 2]?.lower ?? '') && /ed$/.test(tokens[at - 1]!.lower);
  const pivot = passive ? at - 1 : at;
  const range = content.find((stretch) => stretch.first <= pivot && pivot <= stretch.last);
  if (!range) return null;
  const beforeVerb = (lower: string): boolean => isAdverb(lower) || negators.has(lower) || MANNER.has(lower);
  let i = pivot - 1;
  // An adjective or two may stand between the article and a noun.
  for (let free = 2; i >= range.first && free >= 0; i--) {
    const { lower, kind } = tokens[i]!;
    if (formsOfBe.has(lower) || LINKING.has(lower)) break;
    if (kind !== 'word' || prepositions.has(lower) || looksFinite(lower) || modals.has(lower)) return null;
    if (!beforeVerb(lower) && lower !== 'a' && lower !== 'an' && lower !== 'the') free--;
  }
  if (i <= range.first || !(formsOfBe.has(tokens[i]!.lower) || LINKING.has(tokens[i]!.lower))) return null;
  let last = i - 1;
  while (last >= range.first && verbal(tokens[last]!.lower, beforeVerb)) last--;
  let first = last + 1;
  while (first > range.first && !endsPhrase(tokens[first - 1]!)) first--;
  // "On 9 March the town was shelled": an adverbial stands in front.
  if (first <= last && prepositions.has(tokens[first]!.lower))
    while (first <= last && !determiners.has(tokens[first]!.lower)) first++;
  while (first < last && (monthWords.has(tokens[first]!.lower) || /^(?:perhaps|maybe)$/.test(tokens[first]!.lower)))
    first++;
  if (first > last) return null;
  const head = tokens[last]!.lower;
  return objectPronouns.has(head) || speakerPronouns.has(head) ? { first: last, last } : { first, last };
}

const verbal = (lower: string, adverbial: (lower: string) => boolean): boolean =>
  auxiliaries.has(lower) || modals.has(lower) || adverbial(lower);

const endsPhrase = (token: Token): boolean =>
  token.kind !== 'word' ||
  coordinators.has(token.lower) ||
  subordinators.has(token.lower) ||
  (looksFinite(token.lower) && !isCapitalised(token.text) && token.lower !== "'s");

/** The object without the name that it is given: "the plan" in "called the plan a failure". */
export function namedObject(tokens: readonly Token[], object: Mention, pivot: number | null): Mention {
  let last = object.first;
  for (let i = object.first + 1; i <= object.last && i !== pivot; i++) {
    const { lower, kind } = tokens[i]!;
    if (kind === 'quote' || lower === 'as' || (determiners.has(lower) && tokens[i - 1]!.lower !== 'of')) break;
    if (isAdverb(lower) || lower === 'of') continue;
    last = i;
  }
  return { first: object.first, last };
}

const LIGHT_HEADS =
  /^(?:end|halt|stop|cessation|ban|freeze|suspension|termination|abolition|repeal|moratorium|need|necessity|importance|urgency|consequences)$/;

/** What stands behind a head that only frames it: "the blockade" in "an end to the blockade"; null where there is none. */
export function behindLightHead(
  tokens: readonly Token[],
  object: Mention,
  content: readonly Mention[],
): Mention | null {
  for (let i = object.first; i <= object.last; i++) {
    if (!LIGHT_HEADS.test(tokens[i]!.lower)) continue;
    const next = tokens[i + 1]?.kind === 'quote' ? i + 2 : i + 1;
    if (/^(?:to|for|of|on)$/.test(tokens[next]?.lower ?? '')) return phraseAfter(tokens, next + 1, content);
    return null;
  }
  return null;
}
