import type { Cue } from '../model/generated.js';
import type { Attribution } from './attributors/attribution.js';
import { determiners, possessives } from '../text/function-words.js';
import type { Token } from '../text/tokens.js';
import type { Mention } from './parse/context.js';
import { nounPhraseAt, simplePhraseAt } from './parse/noun-phrase.js';
import { isFiniteVerb, WORD } from './parse/word-class.js';
import { actorTargets, noTarget, phraseTarget, type FoundTarget } from './resolve/targets.js';
import { behindLightHead, namedObject } from './target-phrases.js';
import { aimedTargets } from './targets/aimed.js';
import { MOST_TARGETS, type TargetContext } from './targets/context.js';
import { describePhrase, describePossessor, isOwnName, isOwnPronoun, isPronoun } from './targets/describe.js';
import { earlierSubject } from './targets/earlier-subject.js';
import { deedPhrase, judgedPhrase, undertakingAt } from './targets/judged.js';
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
  if (object !== null && sense !== null && (sense.polarity !== 'content' || lays(sense)) && governs(sense))
    return governedTargets(attribution, object, sense, context);
  const givesName = sense !== null && NAMING.test(sense.cue) && (sense.preposition ?? 'as') === 'as';
  if (positioned && object !== null && givesName) {
    const found = describePhrase(namedObject(tokens, object, label.pivot), context);
    return found ? [found] : [];
  }
  // "denied that the bank was corrupt": what is denied is the charge, not the one it names.
  const clausal = sense !== null && (sense.frame === 'that' || sense.frame === 'obj_that');
  if (clausal && AGAINST.has(sense.speech_act) && isClause(tokens, content)) {
    const at = (content[0]?.first ?? 0) - 2;
    const said = at >= 0 && tokens[at + 1]!.lower === 'that' && SAYINGS.test(tokens[at]!.lower);
    return [said ? phraseTarget(tokens, { first: at, last: at }) : noTarget];
  }
  const listed = content.flatMap((stretch) => targets.within(tokens, stretch));
  // "cited the minister's remarks as an example of contempt": the cue presents its object, the words judge it.
  if (positioned && object !== null && sense !== null && (sense.frame === 'obj_prep' || sense.frame === 'np')) {
    const found = describePhrase(nounPhraseAt(tokens, object.first, attribution.content.last) ?? object, context);
    if (found) return [found];
  }
  if (!positioned) return [listed[0] ?? noTarget];
  if (attribution.quote_type === 'turn' || attribution.quote_type === 'document')
    return spokenTargets(sense, listed, context);
  // "praising “her courage and patience”": the words quoted are one noun phrase, which the cue judges.
  if (sense !== null && sense.polarity !== 'content' && (sense.frame === 'quote' || sense.frame === 'that')) {
    const named = bareNounPhrase(tokens, content);
    const found = named && describePhrase(named, context);
    if (found) return [found];
  }
  // "bemoaned the climate in which people argue": a noun with its own clause, though the cue takes clauses as well.
  if (sense !== null && sense.polarity !== 'content') {
    const opening = withRelative(tokens, content);
    const described = opening && (behindLightHead(tokens, opening, content) ?? opening);
    const found = described && describePhrase(described, context);
    if (found) return [found];
  }
  const topic = topicOf(attribution, context);
  if (topic && content[0] && context.structure.quoted[content[0].first] === 1) {
    const found = contentTargets(listed, context);
    // "“It makes no sense,” she said of the merger": the document says what "it" is.
    if (found.length && found.every((one) => one.distance === undefined && one.mention !== null)) return found;
    return one(describePhrase(topic, context));
  }
  // "cannot allow Roth to win": whom one won't allow something is who is meant.
  if (
    sense?.frame === 'obj_to' &&
    object !== null &&
    /^(?:allow|let|permit)$/.test(sense.cue) &&
    label.stance === 'against'
  ) {
    const found = describePhrase(object, context);
    if (found) return [found];
  }
  if (sense?.frame === 'obj_to' || sense?.frame === 'to_inf') {
    const aimed = aimedTargets(listed, context, object);
    if (aimed.length) return aimed;
    // "called on Roth to resign": the deed is a bare verb, he who is to do it is meant.
    return label.stance === 'against' && object !== null ? one(describePhrase(object, context)) : [noTarget];
  }
  // "demanded that Kestria release the sailors": what is demanded is the deed.
  const asked = sense !== null && sense.frame === 'that' && /^(?:demand|appeal)$/.test(sense.speech_act);
  const demanded = asked && listed.length === 0 ? demandedDeed(tokens, content) : null;
  if (demanded) return [phraseTarget(tokens, demanded)];
  return contentTargets(listed, context);
}

/** The bare verb of a demand's clause with its object; null for passives and for clauses with a modal. */
function demandedDeed(tokens: readonly Token[], content: readonly Mention[]): Mention | null {
  const range = content[0];
  if (!range) return null;
  for (let i = range.first + 1; i <= range.last; i++) {
    const { word, lower } = tokens[i]!;
    if (word & (WORD.modal | WORD.auxiliary | WORD.past | WORD.mark) || lower === 'be') return null;
    if (word & (WORD.base | WORD.present)) return deedPhrase(tokens, i, range.last);
  }
  return null;
}

/** Nouns for what others say: behind "dismissed" or "denied" they are the target, not those whom they name. */
const SAYINGS =
  /^(?:allegations?|claims?|accusations?|charges?|reports?|suggestions?|rumou?rs?|assertions?|insinuations?|notions?|ideas?)$/;

const governs = (sense: Cue): boolean => sense.frame === 'np' || sense.frame === 'obj_prep' || sense.frame === 'ing';

/** What a cue governs: "praised the plan", "accused Kestria of delay". */
function governedTargets(attribution: Attribution, object: Mention, sense: Cue, context: TargetContext): FoundTarget[] {
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
  if (said && AGAINST.has(sense.speech_act)) return [phraseTarget(tokens, said)];
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

/** A clause, told by "that" before it or by a finite verb of its own; no noun phrase with a relative clause. */
function isClause(tokens: readonly Token[], content: readonly Mention[]): boolean {
  const range = content[0];
  if (!range || /^(?:what|that|who|which)$/.test(tokens[range.first]!.lower)) return false;
  if (tokens[range.first - 1]?.lower === 'that') return true;
  for (let i = range.first + 1; i <= range.last; i++) {
    if (tokens[i]!.word & (WORD.mark | WORD.conjunction | WORD.subordinator)) return false;
    if (isFiniteVerb(tokens, i)) return true;
  }
  return false;
}

/** Acts that turn against what others say. */
const AGAINST: ReadonlySet<string> = new Set(['deny', 'reject', 'challenge']);

/** "the allegations that …": a noun for what others say with a clause of its own; null where there is none. */
function sayingIn(tokens: readonly Token[], { first, last }: Mention): Mention | null {
  for (let i = first; i <= last; i++)
    if (SAYINGS.test(tokens[i]!.lower) && tokens[i + 1]?.lower === 'that') return { first, last: i };
  return null;
}

const opensPhrase = (lower: string): boolean => determiners.has(lower) || possessives.has(lower) || lower === 'of';

const one = (found: FoundTarget | null): FoundTarget[] => (found ? [found] : []);

/** Cues that lay their object at somebody's door: "blamed the flood on the dam" is against the dam. */
const lays = (sense: Cue): boolean =>
  sense.frame === 'obj_prep' && sense.speech_act === 'criticize' && sense.preposition === 'on';

/** The phrase behind the preposition of such a cue; null for "blamed the dam for the flood". */
function laidOn(tokens: readonly Token[], sense: Cue, object: Mention, last: number): Mention | null {
  for (let i = object.last + 1; i < last && i < object.last + 6; i++)
    if (tokens[i]!.lower === sense.preposition) return nounPhraseAt(tokens, i + 1, last);
  return null;
}

/** The noun phrase that opens a content without any finite verb; null for clauses. */
function bareNounPhrase(tokens: readonly Token[], content: readonly Mention[]): Mention | null {
  const range = content[0];
  if (!range || content.length > 1) return null;
  for (let i = range.first; i <= range.last; i++) if (isFiniteVerb(tokens, i)) return null;
  return nounPhraseAt(tokens, range.first, range.last);
}

/** The noun phrase that opens a content where a relative clause follows it; null where its verb does. */
function withRelative(tokens: readonly Token[], content: readonly Mention[]): Mention | null {
  const range = content[0];
  const opening = range ? nounPhraseAt(tokens, range.first, range.last) : null;
  if (!range || !opening || opening.last + 2 > range.last) return null;
  const at = tokens[opening.last + 1]!.text === ',' ? opening.last + 2 : opening.last + 1;
  const [next, after] = [tokens[at]!.lower, tokens[at + 1]?.lower ?? ''];
  const relative = /^(?:which|who|whose|where)$/;
  const follows =
    relative.test(next) ||
    (next === 'that' && at === opening.last + 1) ||
    (relative.test(after) && /^(?:in|on|for|at|to|by|with|from|under)$/.test(next));
  return follows ? opening : null;
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

const touches = (a: Mention, b: Mention): boolean => a.first <= b.last + 2 && b.first <= a.last + 2;

/** The phrase in "she said of the merger", outside what was said; null where the cue has none. */
function topicOf(attribution: Attribution, { tokens }: TargetContext): Mention | null {
  const { cue, content } = attribution;
  if (!cue) return null;
  const at = cue.last + 1;
  for (let i = at; i <= at + 3 && i + 1 < tokens.length; i++) {
    const { lower, kind } = tokens[i]!;
    if (
      kind !== 'word' ||
      (i >= content.first &&
        i <= content.last &&
        attribution.segments.some((s) => s.start <= tokens[i]!.start && tokens[i]!.end <= s.end))
    )
      return null;
    if (/^(?:of|about|regarding|concerning)$/.test(lower))
      return nounPhraseAt(tokens, i + 1, Math.min(tokens.length - 1, i + 10));
  }
  return null;
}

/** "it", "they", "this": what the same words named before. */
function takenUp(phrase: Mention, context: TargetContext): FoundTarget | null {
  const { tokens, content } = context;
  if (!/^(?:it|they|them|this|that|these|those)$/.test(tokens[phrase.first]!.lower) || phrase.first !== phrase.last)
    return null;
  const earlier = earlierSubject(tokens, phrase.first, content);
  return earlier && describePhrase(earlier, context);
}

/** What the words that carry the position judge. */
function contentTargets(listed: readonly FoundTarget[], context: TargetContext): FoundTarget[] {
  const { tokens, names, content, speakers, label } = context;
  const at = label.pivot === null ? undertakingAt(tokens, content) : label.pivotVerb ? label.pivot - 1 : label.pivot;
  const near = nearest(listed, label.pivot);
  const phrase =
    at === null
      ? null
      : judgedPhrase(tokens, at, content, {
          verbal: label.pivotVerb,
          reproach: label.stance === 'against' && context.structure.quoted[at] === 1,
          isOwn: (mention) => isOwnPronoun(mention, context) || isOwnName(mention, context),
        });
  // A listed target counts where it is what the phrase names, or where no phrase was found.
  if (near && (phrase === null || isPronoun(tokens, phrase) || touches(near.mention!, phrase))) return [near];
  if (phrase) {
    const found = describePossessor(phrase, context) ?? describePhrase(phrase, context) ?? takenUp(phrase, context);
    if (found) return [found];
  }
  const actors = content.flatMap((stretch) => actorTargets(tokens, stretch, names, speakers));
  const actor = nearest(actors, label.pivot);
  if (actor && (phrase === null || isPronoun(tokens, phrase)) && label.stance === 'against') return [actor];
  // Only a pronoun takes up what was spoken of before; a clause that names nothing has no target.
  return phrase !== null && TAKES_UP.test(tokens[phrase.last]!.lower) ? [] : [noTarget];
}

const TAKES_UP = /^(?:it|they|them|this|that|these|those|he|she|him|her)$/;
