import type { Cue } from '../model/generated.js';
import type { Attribution } from './attributors/attribution.js';
import type { Mention } from './parse/context.js';
import { nounPhraseAt } from './parse/noun-phrase.js';
import { actorTargets, noTarget, phraseTarget, type FoundTarget } from './resolve/targets.js';
import { behindLightHead, namedObject } from './target-phrases.js';
import { aimedTargets } from './targets/aimed.js';
import { MOST_TARGETS, type TargetContext } from './targets/context.js';
import { describePhrase, describePossessor, isPronoun } from './targets/describe.js';
import { judgedPhrase, undertakingAt } from './targets/judged.js';
import { nearest } from './targets/nearest.js';
import { spokenTargets } from './targets/spoken.js';

/** Cues that give their object a name: what is judged is the object, not the name. */
const NAMING = /^(?:call|dub|label|brand|describe|term|deem|consider|regard|view)$/;

/**
 * Finds what a statement is about: what its cue governs, else the phrase that the words carrying the position judge,
 * told by the lists where they have it. An empty answer means that the clause names none.
 */
export function chooseTargets(attribution: Attribution, context: TargetContext): FoundTarget[] {
  const { tokens, targets, content, label } = context;
  const { sense, object } = attribution;
  const positioned = label.stance !== 'none' && label.stance !== 'unclear';
  if (object !== null && sense !== null && sense.polarity !== 'content' && governs(sense))
    return governedTargets(attribution, object, sense, context);
  const givesName = sense !== null && NAMING.test(sense.cue) && (sense.preposition ?? 'as') === 'as';
  if (positioned && object !== null && givesName) {
    const found = describePhrase(namedObject(tokens, object, label.pivot), context);
    return found ? [found] : [];
  }
  const listed = content.flatMap((stretch) => targets.within(tokens, stretch));
  if (!positioned) return [listed[0] ?? noTarget];
  if (attribution.quote_type === 'turn' || attribution.quote_type === 'document')
    return spokenTargets(sense, listed, context);
  const aimed = sense?.frame === 'obj_to' || sense?.frame === 'to_inf' ? aimedTargets(listed, context) : [];
  return aimed.length ? aimed : contentTargets(listed, context);
}

const governs = (sense: Cue): boolean =>
  sense.frame === 'np' || sense.frame === 'obj_prep' || sense.frame === 'ing';

/** What a cue governs: "praised the plan", "accused Kestria of delay". */
function governedTargets(
  attribution: Attribution,
  object: Mention,
  sense: Cue,
  context: TargetContext,
): FoundTarget[] {
  const { tokens, names, targets, content, speakers } = context;
  const end = Math.max(object.last, Math.min(attribution.content.last, object.last + 14));
  const reach = attribution.content.last >= object.first ? { first: object.first, last: end } : object;
  if (sense.frame === 'obj_prep') {
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
    const found = describePhrase(object, context);
    return found ? [found] : [];
  }
  const listed = targets.within(tokens, reach);
  if (listed.length) return listed.slice(0, MOST_TARGETS);
  const actors = actorTargets(tokens, object, names, speakers);
  const head = actors.find((actor) => actor.mention!.last === object.last);
  if (head) return [head];
  const phrase =
    behindLightHead(tokens, object, content) ?? nounPhraseAt(tokens, object.first, reach.last) ?? object;
  if (actors[0]) return [{ ...actors[0], mention: phraseTarget(tokens, phrase).mention }];
  const found = describePhrase(phrase, context);
  return found ? [found] : [];
}

/** What the words that carry the position judge. */
function contentTargets(listed: readonly FoundTarget[], context: TargetContext): FoundTarget[] {
  const { tokens, names, content, speakers, label } = context;
  const at =
    label.pivot === null ? undertakingAt(tokens, content) : label.pivotVerb ? label.pivot - 1 : label.pivot;
  const near = nearest(listed, label.pivot);
  if (near) return [near];
  const phrase = at === null ? null : judgedPhrase(tokens, at, content);
  if (phrase) {
    const found = describePossessor(phrase, context) ?? describePhrase(phrase, context);
    if (found) return [found];
  }
  const actors = content.flatMap((stretch) => actorTargets(tokens, stretch, names, speakers));
  const actor = nearest(actors, label.pivot);
  return actor && (phrase === null || isPronoun(tokens, phrase)) && label.stance === 'against' ? [actor] : [];
}
