import { determiners, negators, prepositions } from '../../text/function-words.js';
import type { Token } from '../../text/tokens.js';
import type { PhraseIndex } from '../resolve/phrase-index.js';
import type { ActorPlace } from './actor-places.js';
import type { BlameWord } from './blame-words.js';
import { isNamed, type Charge } from './charge.js';
import { rolesOf, subjectBefore } from './deed-roles.js';
import { ending, meeting } from './word-sets.js';

/** "de - escalation", "anti - terrorist": a prefix set off by a hyphen turns the word. */
const isUndone = (tokens: readonly Token[], i: number): boolean =>
  tokens[i - 1]?.lower === '-' && /^(?:de|anti|counter|non)$/.test(tokens[i - 2]?.lower ?? '');

/** "The reason lies with us", "it is lying in the field": nobody lies there. */
const isPlainLie = (tokens: readonly Token[], i: number, last: number): boolean =>
  /^(?:lie|lies|lying)$/.test(tokens[i]!.lower) &&
  (prepositions.has(tokens[last + 1]?.lower ?? '') ||
    /^(?:somewhere|down|ahead|behind)$/.test(tokens[last + 1]?.lower ?? ''));

/** Last token of a named doer; of others, as far right as can be, since they stand beside the deed. */
const doerEnd = (doer: Charge['doer']): number => (isNamed(doer) ? (doer.head ?? doer.mention.last) : Infinity);

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
  for (let i = first; i <= last; i++) {
    const token = tokens[i]!;
    if (token.kind === 'mark') {
      if (/^[,;:]$/.test(token.lower)) deniedUntil = -1;
      if (/^[;:]$/.test(token.lower)) ceasedUntil = -1;
      continue;
    }
    if (token.lower === 'but' || token.lower === 'however' || (token.lower === 'and' && lacking)) deniedUntil = -1;
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
    const roles = rolesOf(tokens, at, word, places, first);
    const doer = word.part !== 'verb' && doerEnd(roles.doer) < met ? null : roles.doer;
    charges.push({
      at,
      blame: word.blame,
      part: word.part,
      strength: word.strength,
      denied: i <= deniedUntil,
      ceased: i <= ceasedUntil || isUndone(tokens, i),
      doer,
      sufferer: roles.sufferer,
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
