import {
  auxiliaries,
  formsOfBe,
  isAdverb,
  modals,
  negators,
  prepositions,
  subordinators,
} from '../../text/function-words.js';
import type { Token } from '../../text/tokens.js';
import type { Mention } from '../parse/context.js';
import type { ActorPlace } from './actor-places.js';
import type { BlameWord } from './blame-words.js';
import { isNamed, type Roles, type Unnamed } from './charge.js';

const SELF = /^(?:we|i|us|our|my|me|ourselves)$/;
const PRONOUN = /^(?:they|it|he|she|its|their|his|her|them)$/;
/** Nouns made of verbs: what follows "of" is what the deed is done to. */
const DEED = /(?:tion|sion|ment|ing|al|ure|over|breach|abuse|rape|murder|blockade|siege|disregard|contempt)s?$/;
const DOER_OF = /^(?:aggression|intervention|failure|inaction|refusal)s?$/;

/** True for a participle behind a form of be ("was annexed"), or in front of its agent. */
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

/**
 * Who does the deed that a blaming word names, and who suffers it: subject and object of a verb, by-phrase of a passive,
 * the one whose deed a noun is said to be ("Kestria's shelling", "the aggression of Kestria", "shelling by Kestria").
 */
export function rolesOf(
  tokens: readonly Token[],
  at: Mention,
  word: BlameWord,
  places: readonly ActorPlace[],
  first: number,
): Roles {
  const passive = word.part === 'verb' && isPassive(tokens, at.first, first);
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
    if (passive) return { doer: by, sufferer: isNamed(subject) ? subject : null };
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
export function subjectBefore(
  tokens: readonly Token[],
  at: number,
  places: readonly ActorPlace[],
  first: number,
): Roles['doer'] {
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
