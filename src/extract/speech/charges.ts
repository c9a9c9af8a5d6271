import {
  auxiliaries,
  determiners,
  formsOfBe,
  isAdverb,
  modals,
  negators,
  prepositions,
  subordinators,
} from '../../text/function-words.js';
import type { Token } from '../../text/tokens.js';
import type { Mention } from '../parse/context.js';
import type { PhraseIndex } from '../resolve/phrase-index.js';
import type { ActorPlace } from './actor-places.js';
import type { BlameWord } from './blame-words.js';
import { ending, meeting } from './word-sets.js';

/** Who is charged where no name is: the speaker, or somebody meant by a pronoun. */
export type Unnamed = 'self' | 'pronoun';

/** One blaming word in a sentence, with who does the deed and who suffers it as far as the sentence says. */
export interface Charge {
  readonly at: Mention;
  readonly blame: BlameWord['blame'];
  readonly part: BlameWord['part'];
  readonly strength: number;
  /** "no violation", "without violence". */
  readonly denied: boolean;
  /** It is to end or be prevented: "to stop the shelling", "de-escalation", "the fight against terrorism". */
  readonly ceased: boolean;
  /** It is supposed, demanded or foretold, not reported: behind "if", "must", "would". */
  readonly supposed: boolean;
  readonly doer: ActorPlace | Unnamed | null;
  readonly sufferer: ActorPlace | null;
}

const SELF = /^(?:we|i|us|our|my|me|ourselves)$/;
const PRONOUN = /^(?:they|it|he|she|its|their|his|her|them)$/;
/** Nouns made of verbs: what follows "of" is what the deed is done to. */
const DEED = /(?:tion|sion|ment|ing|al|ure|over|breach|abuse|rape|murder|blockade|siege|disregard|contempt)s?$/;
const DOER_OF = /^(?:aggression|intervention|failure|inaction|refusal)s?$/;

/** "de - escalation", "anti - terrorist": a prefix set off by a hyphen turns the word. */
const isUndone = (tokens: readonly Token[], i: number): boolean =>
  tokens[i - 1]?.lower === '-' && /^(?:de|anti|counter|non)$/.test(tokens[i - 2]?.lower ?? '');

/** "The reason lies with us", "it is lying in the field": nobody lies there. */
const isPlainLie = (tokens: readonly Token[], i: number, last: number): boolean =>
  /^(?:lie|lies|lying)$/.test(tokens[i]!.lower) &&
  (prepositions.has(tokens[last + 1]?.lower ?? '') ||
    /^(?:somewhere|down|ahead|behind)$/.test(tokens[last + 1]?.lower ?? ''));

/** Last token of a named doer; of others, as far right as can be, since they stand beside the deed. */
const doerEnd = (doer: Charge['doer']): number => (isPlace(doer) ? (doer.head ?? doer.mention.last) : Infinity);

/** The blaming words between two tokens. */
export function chargesIn(
  tokens: readonly Token[],
  first: number,
  last: number,
  places: readonly ActorPlace[],
  words: PhraseIndex<BlameWord>,
): Charge[] {
  const charges: Charge[] = [];
  let deniedUntil = -1;
  /** The denial is a noun's ("without notice and in violation of …"), and ends with it. */
  let lacking = false;
  let ceasedUntil = -1;
  /** Last word that says somebody meets the deed without doing it (ends, condemns, suffers, reports it). */
  let met = -1;
  let supposed = false;
  for (let i = first; i <= last; i++) {
    const token = tokens[i]!;
    if (token.kind === 'mark') {
      if (/^[,;:]$/.test(token.lower)) deniedUntil = -1;
      if (/^[;:]$/.test(token.lower)) ceasedUntil = -1;
      continue;
    }
    if (token.lower === 'but' || token.lower === 'however' || (token.lower === 'and' && lacking)) deniedUntil = -1;
    if (/^(?:if|unless|whether)$/.test(token.lower) || modals.has(token.lower)) supposed = true;
    if (/^(?:that|which|who|because|and|but)$/.test(token.lower)) supposed = false;
    const hit = words.at(tokens, i, last);
    const omission = hit ? null : omissionAt(tokens, i, places, first, last);
    if (omission) charges.push(omission);
    if (!hit) {
      if (negators.has(token.lower) || token.lower === 'without') {
        deniedUntil = i + 5;
        lacking = token.lower === 'without' || token.lower === 'no';
      }
      if (ending.has(token.lower)) ceasedUntil = i + 9;
      if (ending.has(token.lower) || meeting.has(token.lower)) met = i;
      continue;
    }
    if (isPlainLie(tokens, i, hit.last)) continue;
    const word = senseAt(tokens, i, hit.last, hit.values, first);
    const at = { first: i, last: hit.last };
    const passive = word.part === 'verb' && isPassive(tokens, i, first);
    const roles = rolesOf(tokens, at, word, passive, places, first, last);
    const doer = word.part !== 'verb' && doerEnd(roles.doer) < met ? null : roles.doer;
    const { sufferer } = roles;
    charges.push({
      at,
      blame: word.blame,
      part: word.part,
      strength: word.strength,
      denied: i <= deniedUntil,
      ceased: i <= ceasedUntil || isUndone(tokens, i),
      supposed,
      doer,
      sufferer,
    });
    if (word.blame === 'object') met = hit.last;
    i = hit.last;
  }
  return charges;
}

/** "has not withdrawn", "no inquiry has been held", "nothing was done": what ought to be done was not. */
function omissionAt(
  tokens: readonly Token[],
  i: number,
  places: readonly ActorPlace[],
  first: number,
  last: number,
): Charge | null {
  const { lower } = tokens[i]!;
  const plain = {
    blame: 'subject',
    part: 'verb',
    strength: 1,
    denied: false,
    ceased: false,
    supposed: false,
    sufferer: null,
  } as const;
  if (/^(?:has|have|had)$/.test(lower) && /^(?:not|yet)$/.test(tokens[i + 1]?.lower ?? '')) {
    const doer = subjectBefore(tokens, i, places, first);
    return doer === 'self' ? null : { ...plain, at: { first: i, last: i + 1 }, doer };
  }
  if (/^(?:hasn't|haven't)$/.test(lower)) {
    const doer = subjectBefore(tokens, i, places, first);
    return doer === 'self' ? null : { ...plain, at: { first: i, last: i }, doer };
  }
  if (lower !== 'no' && lower !== 'nothing' && lower !== 'little') return null;
  for (let k = i + 1; k <= last && k <= i + 5; k++) {
    const aux = tokens[k]!.lower;
    if (/^(?:has|have|was|were)$/.test(aux)) return { ...plain, at: { first: i, last: k }, doer: null };
    if (tokens[k]!.kind !== 'word' || prepositions.has(aux)) return null;
  }
  return null;
}

/** A form that is noun and verb at once ("attacks") is a noun behind an article, an adjective or a preposition. */
function senseAt(
  tokens: readonly Token[],
  i: number,
  last: number,
  values: readonly BlameWord[],
  first: number,
): BlameWord {
  if (values.length === 1) return values[0]!;
  const before = i > first ? tokens[i - 1]!.lower : '';
  const nominal =
    determiners.has(before) ||
    (prepositions.has(before) && before !== 'to') ||
    before === "'s" ||
    /(?:ous|ive|ian|ish|ed|al|ic|ary)$/.test(before) ||
    /^(?:of|by|on|against)$/.test(tokens[last + 1]?.lower ?? '');
  return (
    (nominal
      ? values.find((v) => v.part === 'noun' || v.part === 'adjective')
      : values.find((v) => v.part === 'verb')) ?? values[0]!
  );
}

function isPassive(tokens: readonly Token[], i: number, first: number): boolean {
  if (!/(?:ed|en|own|d)$/.test(tokens[i]!.lower)) return false;
  if (tokens[i + 1]?.lower === 'by') return true;
  for (let k = i - 1; k >= first && k >= i - 4; k--) {
    const { lower } = tokens[k]!;
    if (formsOfBe.has(lower)) return true;
    if (!isAdverb(lower) && !auxiliaries.has(lower) && !negators.has(lower)) return false;
  }
  return false;
}

interface Roles {
  readonly doer: Charge['doer'];
  readonly sufferer: ActorPlace | null;
}

function rolesOf(
  tokens: readonly Token[],
  at: Mention,
  word: BlameWord,
  passive: boolean,
  places: readonly ActorPlace[],
  first: number,
  last: number,
): Roles {
  const right = places.filter((p) => p.mention.first > at.last);
  const by = right.find((p) => p.place === 'by' && p.mention.first - at.last <= 8) ?? null;
  if (word.blame === 'nobody') return { doer: null, sufferer: null };
  if (word.blame === 'object') {
    const object = right.find((p) => p.mention.first - at.last <= 8 && p.place !== 'at') ?? null;
    return passive
      ? { doer: subjectBefore(tokens, at.first, places, first), sufferer: null }
      : { doer: object, sufferer: null };
  }
  if (word.part === 'verb') {
    const near = right.find((p) => p.mention.first - at.last <= 7 && p.place !== 'by' && p.place !== 'subject') ?? null;
    const subject = subjectBefore(tokens, at.first, places, first);
    if (passive) return { doer: by, sufferer: isPlace(subject) ? subject : null };
    return { doer: subject, sufferer: near };
  }
  // A noun or adjective: whoever's deed it is called, does it, or is called so.
  const inside = places.find(
    (p) => p.head !== null && p.mention.last < at.first && p.head >= at.first - 1 && p.place !== 'at',
  );
  if (inside) return { doer: inside, sufferer: sufferedBy(right, at) };
  if (by) return { doer: by, sufferer: sufferedBy(right, at) };
  const of = right.find((p) => p.place === 'of' && p.mention.first - at.last <= 3);
  const lower = tokens[at.last]!.lower;
  if (of) {
    const suffers = DEED.test(lower) && !DOER_OF.test(lower) && word.part === 'noun' && of.head === null;
    if (!suffers) return { doer: of, sufferer: sufferedBy(right, at) };
  }
  const own = possessiveBefore(tokens, at.first, first);
  if (own) return { doer: own, sufferer: sufferedBy(right, at) };
  return { doer: subjectBefore(tokens, at.first, places, first), sufferer: of ?? sufferedBy(right, at) };
}

const sufferedBy = (right: readonly ActorPlace[], at: Mention): ActorPlace | null =>
  right.find((p) => (p.place === 'against' || p.place === 'at') && p.mention.first - at.last <= 8) ?? null;

export const isPlace = (doer: Charge['doer']): doer is ActorPlace => doer !== null && typeof doer === 'object';

function possessiveBefore(tokens: readonly Token[], at: number, first: number): Unnamed | null {
  for (let k = at - 1; k >= first && k >= at - 3; k--) {
    const { lower } = tokens[k]!;
    if (/^(?:our|my)$/.test(lower)) return 'self';
    if (/^(?:its|their|his|her)$/.test(lower)) return 'pronoun';
    if (prepositions.has(lower) || tokens[k]!.kind !== 'word') return null;
  }
  return null;
}

/** Whoever stands as subject to the left: the nearest name or pronoun in subject's place, this side of a full clause. */
function subjectBefore(
  tokens: readonly Token[],
  at: number,
  places: readonly ActorPlace[],
  first: number,
): ActorPlace | Unnamed | null {
  let crossed = 0;
  let relative = false;
  for (let k = at - 1; k >= first && k >= at - 32; k--) {
    const { lower, kind } = tokens[k]!;
    if (/^[;:]$/.test(lower)) return null;
    const place = places.find((p) => p.mention.last === k);
    if (place) {
      if (relative && place.place !== 'at') return place;
      if (place.place === 'subject' && crossed < 2) return place;
      if (crossed === 0 && /^(?:which|who|that)$/.test(tokens[k + 1]?.lower ?? '')) return place;
      k = place.mention.first;
      continue;
    }
    if (kind !== 'word') continue;
    const free = !prepositions.has(tokens[k - 1]?.lower ?? '');
    if (SELF.test(lower) && free && lower !== 'our' && lower !== 'my') return 'self';
    if (PRONOUN.test(lower) && free && !/^(?:its|their|his|her|them)$/.test(lower)) {
      // "It is clear that": nobody is meant.
      if (lower === 'it' && (formsOfBe.has(tokens[k + 1]?.lower ?? '') || modals.has(tokens[k + 1]?.lower ?? '')))
        continue;
      return 'pronoun';
    }
    // A noun phrase of its own begins the clause: it is the subject, and it is no known actor.
    if (subordinators.has(lower)) crossed++;
    if ((lower === 'which' || lower === 'who') && tokens[k - 1]?.lower === ',') relative = true;
  }
  return null;
}
