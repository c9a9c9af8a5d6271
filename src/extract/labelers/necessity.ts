import { determiners, formsOfBe, isAdverb, objectPronouns, speakerPronouns } from '../../text/function-words.js';
import type { Token } from '../../text/tokens.js';
import type { Mention } from '../parse/context.js';
import type { PhraseIndex } from '../resolve/phrase-index.js';
import type { Polarity } from './polarity-index.js';

/** What somebody is said to have to do: "must", "should", "need to", "cannot let". */
export interface Necessity {
  /** Token of the modal. */
  readonly at: number;
  /**
   * `asked`: it should be done. `ended`: it should stop or be undone. `missed`: it should have been otherwise.
   * `forbidden`: it should not be done.
   */
  readonly kind: 'asked' | 'ended' | 'missed' | 'forbidden';
  /** What should not be done is a harm ("must not be punished"): its subject is to be spared. */
  readonly spares?: boolean;
}

/** Verbs that leave a necessity empty: "I have to say", "you must remember". */
const MANNERS =
  /^(?:say|admit|tell|confess|add|note|remember|understand|know|see|wait|ask|wonder|mention|assume|guess|suppose|think|realize|realise)$/;
/** What is bad to do: who must not do it is asked for the opposite. */
const LAPSES = /^(?:forget|ignore|neglect|abandon|fail|lose|underestimate|overlook|give|let|surrender|miss)$/;
/** Behind "can't": what nobody will put up with. */
const ALLOWING = /^(?:allow|let|afford|accept|tolerate|permit|continue|ignore|trust|stand)$/;
const BEFORE_QUESTION = /^(?:whether|if|when|how|why|what|where|who)$/;

/** The first necessity that a content states for itself; none in questions ("whether it should open") and conditions. */
export function necessityIn(
  tokens: readonly Token[],
  content: readonly Mention[],
  index: PhraseIndex<Polarity>,
): Necessity | null {
  for (const { first, last } of content) {
    let asking = false;
    for (let i = first; i < last; i++) {
      const { lower, kind } = tokens[i]!;
      if (kind === 'mark') {
        asking = false;
        continue;
      }
      if (BEFORE_QUESTION.test(lower)) asking = true;
      if (!asking && /^needs?$/.test(lower) && isDenied(tokens, i)) return { at: i, kind: 'forbidden' };
      const verb = asking ? -1 : verbUnder(tokens, i, last);
      if (verb < 0) continue;
      const found = kindOf(tokens, i, verb, last, index);
      if (found === 'spared') return { at: i, kind: 'asked', spares: true };
      if (found) return { at: i, kind: found };
    }
  }
  return null;
}

/** "don't need another tax": what nobody needs is not wanted. */
const isDenied = (tokens: readonly Token[], i: number): boolean =>
  /^(?:don't|doesn't|didn't)$/.test(tokens[i - 1]?.lower ?? '') ||
  (tokens[i - 1]?.lower === 'not' && /^(?:do|does|did)$/.test(tokens[i - 2]?.lower ?? ''));

/** The word behind a modal of necessity at token i, adverbs and negators passed over; -1 where there is none. */
function verbUnder(tokens: readonly Token[], i: number, last: number): number {
  const { lower } = tokens[i]!;
  const next = tokens[i + 1]!.lower;
  let at: number;
  if (/^(?:must|should|mustn't|shouldn't)$/.test(lower)) at = i + 1;
  else if (/^(?:can't|cannot)$/.test(lower)) at = i + 1;
  else if (
    /^(?:need|needs|have|has|ought)$/.test(lower) &&
    next === 'to' &&
    !/^(?:not|n't|don't|doesn't|didn't|the|a|no|any|my|our|his|her|their)$/.test(tokens[i - 1]?.lower ?? '')
  )
    at = i + 2;
  else return -1;
  while (at <= last && (isAdverb(tokens[at]!.lower) || tokens[at]!.lower === 'not' || tokens[at]!.lower === 'never'))
    at++;
  return at <= last ? at : -1;
}

function kindOf(
  tokens: readonly Token[],
  i: number,
  verb: number,
  last: number,
  index: PhraseIndex<Polarity>,
): Necessity['kind'] | 'spared' | null {
  const { lower } = tokens[verb]!;
  // "should he win": a condition, not a demand.
  if (speakerPronouns.has(lower) || determiners.has(lower) || objectPronouns.has(lower)) return null;
  const can = /^can/.test(tokens[i]!.lower);
  const negated = tokens[i]!.lower.endsWith("n't") || hasNot(tokens, i, verb);
  if (can) return ALLOWING.test(lower) ? 'forbidden' : null;
  if (MANNERS.test(lower)) return null;
  if (lower === 'have' && verb < last) return 'missed';
  const done = formsOfBe.has(lower) && verb < last ? tokens[verb + 1]!.lower : null;
  const harmed = done !== null && (effectAt(tokens, verb + 1, last, index) === 'negative' || UNDOING.test(done));
  if (negated && harmed) return 'spared';
  if (negated) return LAPSES.test(lower) || effectAt(tokens, verb, last, index) === 'negative' ? 'asked' : 'forbidden';
  const deed = formsOfBe.has(lower) && verb < last ? verb + 1 : verb;
  const effect = effectAt(tokens, deed, last, index);
  if (deed > verb && (effect === 'cease' || effect === 'negative' || UNDOING.test(tokens[deed]!.lower))) return 'ended';
  return 'asked';
}

/** Participles of what is done to somebody as a punishment or an end. */
const UNDOING =
  /^(?:fired|sacked|impeached|prosecuted|indicted|jailed|imprisoned|deported|expelled|banned|removed|replaced|investigated|held|punished|disqualified|defeated|scrapped|repealed|ashamed|dismissed|overturned|shut|ousted|condemned|rejected|abolished|stripped|suspended)$/;

function hasNot(tokens: readonly Token[], i: number, verb: number): boolean {
  for (let k = i + 1; k < verb; k++) if (/^(?:not|never)$/.test(tokens[k]!.lower)) return true;
  return false;
}

function effectAt(
  tokens: readonly Token[],
  i: number,
  last: number,
  index: PhraseIndex<Polarity>,
): Polarity['effect'] | null {
  return index.at(tokens, i, last)?.values[0]?.effect ?? null;
}
