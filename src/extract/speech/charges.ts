import { determiners, isAdverb, negators, prepositions } from '../../text/function-words.js';
import type { Token } from '../../text/tokens.js';
import type { PhraseIndex } from '../resolve/phrase-index.js';
import type { ActorPlace } from './actor-places.js';
import type { BlameWord } from './blame-words.js';
import { isNamed, type Charge } from './charge.js';
import { rolesOf, subjectBefore } from './deed-roles.js';
import { ending, meeting, owed, owedPairs, willing } from './word-sets.js';

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

/**
 * "has not withdrawn", "has yet to comply": what somebody is bound to do was not done. Other verbs charge nobody ("has not
 * attacked", "has not decided"), nor does a passive that names no doer.
 */
function omissionAt(
  tokens: readonly Token[],
  i: number,
  places: readonly ActorPlace[],
  first: number,
  last: number,
): Charge | null {
  const { lower } = tokens[i]!;
  const next = tokens[i + 1]?.lower ?? '';
  let verb = i + 1;
  // "Nothing has been done": whoever ought to have done it is left open.
  const idle = /^(?:nothing|little)$/.test(lower) && /^(?:has|have|had|was|is|being)$/.test(next);
  if (idle || (/^(?:has|have|had)$/.test(lower) && /^(?:not|yet)$/.test(next))) verb = i + 2;
  else if (!/^(?:has|have|had)n['’]t$/.test(lower)) return null;
  const been = tokens[verb]?.lower === 'been';
  if (been) verb++;
  while (
    verb < last &&
    (tokens[verb]!.lower === ',' || isAdverb(tokens[verb]!.lower) || willing.has(tokens[verb]!.lower))
  )
    verb++;
  const said = tokens[verb]?.lower ?? '';
  if (idle ? said !== 'done' : !owed.has(said) && !owedPairs.has(`${said} ${tokens[verb + 1]?.lower ?? ''}`))
    return null;
  const passive = idle || (been && !willing.has(tokens[verb - 1]!.lower));
  const by = (p: ActorPlace): boolean => p.place === 'by' && p.mention.first > verb && p.mention.first <= verb + 4;
  const doer = passive ? (places.find(by) ?? null) : subjectBefore(tokens, i, places, first);
  if (doer === 'self' || (passive && !doer && !idle)) return null;
  return {
    at: { first: i, last: verb },
    blame: 'subject',
    part: 'verb',
    strength: 1,
    denied: false,
    ceased: false,
    doer,
    sufferer: null,
  };
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
