import type { Token } from '../text/tokens.js';
import type { Attribution } from './attributors/attribution.js';
import type { Mention } from './parse/context.js';
import { nounPhraseAt } from './parse/noun-phrase.js';
import { WORD } from './parse/word-class.js';
import { noTarget, phraseTarget, type FoundTarget } from './resolve/targets.js';
import { behindLightHead, namedObject } from './target-phrases.js';
import { aimedTargets } from './targets/aimed.js';
import { contentTargets } from './targets/content-targets.js';
import type { TargetContext } from './targets/context.js';
import { describePhrase } from './targets/describe.js';
import { governedTargets, governs, lays } from './targets/governed.js';
import { deedPhrase } from './targets/judged.js';
import { bareNounPhrase, withRelative } from './targets/openings.js';
import { AGAINST_SAYINGS, isClause, SAYINGS } from './targets/sayings.js';
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
  if (clausal && AGAINST_SAYINGS.has(sense.speech_act) && isClause(tokens, content)) {
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

const one = (found: FoundTarget | null): FoundTarget[] => (found ? [found] : []);

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
