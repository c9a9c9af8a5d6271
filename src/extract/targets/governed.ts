import type { Cue } from '../../model/generated.js';
import { determiners, possessives } from '../../text/function-words.js';
import type { Token } from '../../text/tokens.js';
import type { Attribution } from '../attributors/attribution.js';
import type { Mention } from '../parse/context.js';
import { nounPhraseAt, simplePhraseAt } from '../parse/noun-phrase.js';
import { actorTargets, phraseTarget, type FoundTarget } from '../resolve/targets.js';
import { behindLightHead } from '../target-phrases.js';
import { MOST_TARGETS, type TargetContext } from './context.js';
import { describePhrase } from './describe.js';
import { deedPhrase } from './judged.js';
import { AGAINST_SAYINGS, sayingIn } from './sayings.js';

const one = (found: FoundTarget | null): FoundTarget[] => (found ? [found] : []);

/** True where the cue governs a phrase that it judges. */
export const governs = (sense: Cue): boolean =>
  sense.frame === 'np' || sense.frame === 'obj_prep' || sense.frame === 'ing';

/** What a cue governs: "praised the plan", "accused Kestria of delay". */
export function governedTargets(
  attribution: Attribution,
  object: Mention,
  sense: Cue,
  context: TargetContext,
): FoundTarget[] {
  const { tokens, names, targets, content, speakers } = context;
  const end = Math.max(object.last, Math.min(attribution.content.last, object.last + 14));
  const reach = attribution.content.last >= object.first ? { first: object.first, last: end } : object;
  if (sense.frame === 'obj_prep') {
    const blamed = lays(sense) ? laidOn(tokens, sense, object, attribution.content.last) : null;
    if (blamed) return one(describePhrase(blamed, context));
    const judged = actorTargets(tokens, object, names, speakers);
    if (judged.length) return judged.slice(0, 1);
    // "the Kestrian Defence Ministry": unlisted, but its state is said.
    const state = names
      .within(tokens, object.first, object.last)
      .flatMap((hit) => hit.entries.filter((e) => e.kind === 'demonym' && !speakers.has(e.actor_id)))[0];
    if (state)
      return [
        {
          mention: phraseTarget(tokens, object).mention,
          target_id: state.actor_id,
          target_kind: 'actor',
          target_countries: state.country ? [state.country] : [],
        },
      ];
  }
  const said = sayingIn(tokens, object);
  if (said && AGAINST_SAYINGS.has(sense.speech_act)) return [phraseTarget(tokens, said)];
  const light = behindLightHead(tokens, object, content);
  // Behind "accused Roth of" stands the deed, which is no part of the name.
  const limit =
    sense.frame === 'obj_prep' && /^(?:of|for|as|with)$/.test(sense.preposition ?? '') ? object.last : reach.last;
  const phrase = light ?? nounPhraseAt(tokens, object.first, limit) ?? object;
  const listed = targets.within(tokens, reach);
  // "agreed to share a coin": a verb that was taken for a noun.
  const next = tokens[object.first + 1]?.lower ?? '';
  if (
    light === null &&
    next !== 'that' &&
    (determiners.has(next) || possessives.has(next)) &&
    !opensPhrase(tokens[object.first]!.lower)
  ) {
    if (listed.length) return listed.slice(0, MOST_TARGETS);
    const deed = deedPhrase(tokens, object.first, attribution.content.last);
    if (deed) return [phraseTarget(tokens, deed)];
  }
  const removed = REMOVALS.test(tokens[phrase.last]!.lower) ? ownerOf(tokens, phrase) : null;
  if (removed) return one(describePhrase(removed, context));
  // "denied any part in the attacks": what only hangs on the governed noun is not what is spoken of.
  const core = simplePhraseAt(tokens, phrase.first, phrase.last) ?? phrase;
  const reached = core.first === core.last ? phrase.last : core.last;
  if (listed.some((target) => target.mention!.first <= reached)) return listed.slice(0, MOST_TARGETS);
  const actors = actorTargets(tokens, object, names, speakers);
  const head = actors.find((actor) => actor.mention!.last === core.last);
  if (head) return [head];
  if (actors[0]) return [{ ...actors[0], mention: phraseTarget(tokens, phrase).mention }];
  return one(describePhrase(phrase, context));
}

const opensPhrase = (lower: string): boolean => determiners.has(lower) || possessives.has(lower) || lower === 'of';

/** Cues that lay their object at somebody's door: "blamed the flood on the dam" is against the dam. */
export const lays = (sense: Cue): boolean =>
  sense.frame === 'obj_prep' && sense.speech_act === 'criticize' && sense.preposition === 'on';

/** The phrase behind the preposition of such a cue; null for "blamed the dam for the flood". */
function laidOn(tokens: readonly Token[], sense: Cue, object: Mention, last: number): Mention | null {
  for (let i = object.last + 1; i < last && i < object.last + 6; i++)
    if (tokens[i]!.lower === sense.preposition) return nounPhraseAt(tokens, i + 1, last);
  return null;
}

/** What is asked for where somebody is to go: the stance is toward him. */
const REMOVALS =
  /^(?:resignation|ouster|removal|impeachment|firing|dismissal|arrest|expulsion|prosecution|indictment)$/;

/** "Roth" in "Roth's resignation"; null where nobody stands before it. */
function ownerOf(tokens: readonly Token[], phrase: Mention): Mention | null {
  for (let i = phrase.last - 1; i > phrase.first; i--)
    if (/^['’]s?$/.test(tokens[i]!.text)) return { first: phrase.first, last: i - 1 };
  return null;
}
