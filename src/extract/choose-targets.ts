import { objectPronouns, speakerPronouns } from '../text/function-words.js';
import type { Token } from '../text/tokens.js';
import type { Attribution } from './attributors/attribution.js';
import type { StanceLabel } from './labelers/labeler.js';
import type { Mention } from './parse/context.js';
import type { Names } from './resolve/names.js';
import { actorTargets, noTarget, phraseTarget, type FoundTarget, type Targets } from './resolve/targets.js';
import { actPhrase, behindLightHead, judgedSubject, namedObject, phraseAfter } from './target-phrases.js';

/** Most rows that one utterance gives for its targets. */
const MOST = 2;

/** Cues that give their object a name: what is judged is the object, not the name. */
const NAMING = /^(?:call|dub|label|brand|describe|term|deem|consider|regard|view)$/;

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
    return isPronoun(tokens, object) ? [] : [phraseTarget(tokens, behindLightHead(tokens, object, content) ?? object)];
  }
  const givesName = sense !== null && NAMING.test(sense.cue) && (sense.preposition ?? 'as') === 'as';
  if (positioned && object !== null && givesName) {
    const named = namedObject(tokens, object, label.pivot);
    const listed = targets.within(tokens, named)[0];
    const actor = actorTargets(tokens, named, names, speakers).find((a) => a.mention!.last === named.last);
    if (listed ?? actor) return [(listed ?? actor)!];
    return isPronoun(tokens, named) ? [] : [phraseTarget(tokens, named)];
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
  const subject = label.pivot === null ? null : judgedSubject(tokens, label.pivot, content);
  const own = actors.find((a) => subject !== null && a.mention!.last === subject.last);
  if (own) return [own];
  const behind = label.pivot === null ? null : phraseAfter(tokens, label.pivot, content);
  // "It was a disgrace": the judging word itself names nothing.
  const empty = subject !== null && isPronoun(tokens, subject) && behind !== null && behind.first === behind.last;
  const phrase = subject && !isPronoun(tokens, subject) ? subject : empty ? null : behind;
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
