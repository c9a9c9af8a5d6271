import { objectPronouns, prepositions, speakerPronouns } from '../text/function-words.js';
import type { Token } from '../text/tokens.js';
import type { Attribution } from './attributors/attribution.js';
import type { StanceLabel } from './labelers/labeler.js';
import type { Mention } from './parse/context.js';
import type { Names } from './resolve/names.js';
import { actorTargets, noTarget, phraseTarget, type FoundTarget, type Targets } from './resolve/targets.js';

/** Most rows that one utterance gives for its targets. */
const MOST = 2;

/** What choosing a target needs besides the attribution itself. */
export interface TargetContext {
  readonly tokens: readonly Token[];
  readonly names: Names;
  readonly targets: Targets;
  /** The content's pieces as token ranges. */
  readonly content: readonly Mention[];
  /** Actors that speak; no statement is about its own speaker. */
  readonly speakers: ReadonlySet<string>;
  readonly label: StanceLabel;
}

/**
 * Finds what a statement is about: what its cue governs, else the listed target or actor nearest to the words that carry
 * the position, else the noun phrase there. An empty answer means that the clause names none.
 */
export function chooseTargets(attribution: Attribution, context: TargetContext): FoundTarget[] {
  const { tokens, names, targets, content, speakers, label } = context;
  const { sense, object } = attribution;
  const positioned = label.stance !== 'none' && label.stance !== 'unclear';
  const governed =
    object !== null &&
    sense !== null &&
    sense.polarity !== 'content' &&
    (sense.frame === 'np' || sense.frame === 'obj_prep' || sense.frame === 'ing');
  if (governed) {
    const reach =
      attribution.content.last >= object.first
        ? { first: object.first, last: Math.max(object.last, Math.min(attribution.content.last, object.last + 14)) }
        : object;
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
    }
    const listed = targets.within(tokens, reach);
    if (listed.length) return listed.slice(0, MOST);
    const actors = actorTargets(tokens, object, names, speakers);
    const head = actors.find((actor) => actor.mention!.last === object.last);
    if (head) return [head];
    if (actors[0]) return [{ ...actors[0], mention: phraseTarget(tokens, object).mention }];
    return isPronoun(tokens, object) ? [] : [phraseTarget(tokens, object)];
  }
  const listed = content.flatMap((stretch) => targets.within(tokens, stretch));
  if (!positioned) return [listed[0] ?? noTarget];
  const near = nearest(listed, label.pivot);
  if (near) return sense?.frame === 'obj_to' || sense?.frame === 'to_inf' ? listed.slice(0, MOST) : [near];
  const actors = content.flatMap((stretch) => actorTargets(tokens, stretch, names, speakers));
  const actor = nearest(actors, label.pivot);
  if (actor && label.stance === 'against') return [actor];
  const act = sense?.frame === 'obj_to' || sense?.frame === 'to_inf' ? actPhrase(tokens, content) : null;
  if (act) return [phraseTarget(tokens, act)];
  const phrase = label.pivot === null ? null : phraseAfter(tokens, label.pivot, content);
  if (actor && !phrase) return [actor];
  return phrase ? [phraseTarget(tokens, phrase)] : actor ? [actor] : [];
}

const isPronoun = (tokens: readonly Token[], mention: Mention): boolean =>
  mention.first === mention.last &&
  (objectPronouns.has(tokens[mention.first]!.lower) ||
    speakerPronouns.has(tokens[mention.first]!.lower) ||
    /^(?:this|that|these|those)$/.test(tokens[mention.first]!.lower));

function nearest(found: readonly FoundTarget[], pivot: number | null): FoundTarget | null {
  if (pivot === null || found.length < 2) return found[0] ?? null;
  const distance = (target: FoundTarget): number => {
    const { first, last } = target.mention!;
    // What follows the evaluating word is more often what it is about.
    return pivot < first ? first - pivot : pivot > last ? (pivot - last) * 1.5 : 0;
  };
  return [...found].sort((a, b) => distance(a) - distance(b))[0]!;
}

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
function actPhrase(tokens: readonly Token[], content: readonly Mention[]): Mention | null {
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
