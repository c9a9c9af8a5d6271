import type { Cue } from '../../model/generated.js';
import { formsOfBe, isAdverb, modals } from '../../text/function-words.js';
import { judgedSubject } from '../target-phrases.js';
import { actorTargets, phraseTarget, type FoundTarget } from '../resolve/targets.js';
import type { Token } from '../../text/tokens.js';
import type { TargetContext } from './context.js';
import { isPronoun } from './describe.js';
import { nearest } from './nearest.js';
import type { Mention } from '../parse/context.js';
import { nounPhraseAt } from '../parse/noun-phrase.js';
import { FINITE, WORD } from '../parse/word-class.js';
import { decrying } from '../speech/word-sets.js';
import { aimedTargets } from './aimed.js';

/**
 * What a position in a speech or turn is about: the listed target or actor nearest to the words that carry it, since in
 * speeches it is states that are spoken of, else the phrase that those words judge.
 */
export function spokenTargets(
  sense: Cue | null,
  listed: readonly FoundTarget[],
  context: TargetContext,
): FoundTarget[] {
  const { tokens, names, content, speakers } = context;
  // A modal carries a position, but names nothing near it.
  const at = context.label.pivot;
  const empty =
    at !== null && (modals.has(tokens[at]!.lower) || /^(?:going|need|needs|have|has)$/.test(tokens[at]!.lower));
  const label = empty ? { ...context.label, pivot: null } : context.label;
  const near = nearest(listed, label.pivot);
  const aiming = sense?.frame === 'obj_to' || sense?.frame === 'to_inf';
  if (near && !aiming) return [near];
  if (near) return aimedTargets(listed, context);
  const actors = content.flatMap((stretch) => actorTargets(tokens, stretch, names, speakers));
  const actor = nearest(actors, label.pivot);
  if (actor && label.stance === 'against') {
    const decried = decriedObject(context);
    return decried ? [phraseTarget(tokens, decried)] : [actor];
  }
  if (aiming) {
    const aimed = aimedTargets(listed, context);
    if (aimed.length) return aimed;
  }
  const judged = label.pivot === null ? null : judgedSubject(tokens, label.pivot, content);
  const own = actors.find((a) => judged !== null && a.mention!.last === judged.last);
  if (own) return [own];
  const subject = judged && nominalEnd(tokens, judged);
  const behind = label.pivot === null ? null : nounPhraseBehind(tokens, label.pivot, content);
  // "It was a disgrace": the judging word itself names nothing.
  const bare = judged !== null && subject === null && behind !== null && behind.first === behind.last;
  const phrase = subject ?? (bare ? null : behind);
  if (actor && !phrase) return [actor];
  // "Welcome to Valmora": the phrase is the actor's name.
  const named =
    phrase && actors.find(({ mention }) => mention!.first === phrase.first && mention!.last === phrase.last);
  if (named) return [named];
  return phrase ? [phraseTarget(tokens, phrase)] : actor ? [actor] : [];
}

/** True where a noun or a name stands in the phrase. */
function hasNoun(tokens: readonly Token[], { first, last }: Mention): boolean {
  for (let i = first; i <= last; i++) if (tokens[i]!.word & (WORD.noun | WORD.name)) return true;
  return false;
}

/** What of a judged subject names something: "the plan" of "I think the plan"; null for "So there", "we think", "it". */
function nominalEnd(tokens: readonly Token[], { first, last }: Mention): Mention | null {
  let from = last + 1;
  while (from > first && !isVerbal(tokens[from - 1]!)) from--;
  const end = { first: from, last };
  if (from > last || isPronoun(tokens, end) || !hasNoun(tokens, end)) return null;
  const { lower, word } = tokens[last]!;
  const thought = /^(?:think|believe|say|know|feel)s?$/.test(lower) || isClipped(tokens[last]!);
  return thought || word & (WORD.adverb | WORD.determiner | WORD.pronoun) ? null : end;
}

const isVerbal = ({ word }: Token): boolean => (word & (FINITE | WORD.pronoun | WORD.subordinator)) !== 0;

/** "’m", "’re": no noun, whatever its class says. */
const isClipped = ({ lower }: Token): boolean => /^['’](?:m|re|ve|ll|d|s)$/.test(lower);

const isNouny = (token: Token): boolean => (token.word & NOUNY) !== 0 && !isClipped(token);

/** "an understanding of the region": a noun of doing, by what follows it. */
const isDoing = (tokens: readonly Token[], i: number): boolean =>
  (tokens[i]!.word & WORD.ing) !== 0 && tokens[i + 1]?.lower === 'of';

/** The noun phrase that a word stands in, else the next one of its clause; null where neither holds a noun or a name. */
function nounPhraseBehind(tokens: readonly Token[], pivot: number, content: readonly Mention[]): Mention | null {
  const range = content.find(({ first, last }) => first <= pivot && pivot <= last);
  if (!range) return null;
  let first = pivot;
  while (first > range.first && isNouny(tokens[first]!) && isNouny(tokens[first - 1]!)) first--;
  for (; first <= range.last; first++) {
    const { kind, word } = tokens[first]!;
    if (kind === 'mark' || word & (WORD.subordinator | WORD.conjunction)) return null;
    if (!isNouny(tokens[first]!) && !isDoing(tokens, first) && (word & WORD.determiner) === 0) continue;
    const phrase = nounPhraseAt(tokens, first, range.last, { attach: false });
    if (!phrase || phrase.last < pivot) continue;
    if (!hasNoun(tokens, phrase) && !isDoing(tokens, phrase.first)) continue;
    if (DAYTIME.test(tokens[phrase.last]!.lower) && tokens[pivot]!.lower === 'good') return null;
    const whole =
      phrase.last === pivot && !(tokens[pivot]!.word & WORD.name) ? withVerbalHead(tokens, phrase, range.last) : phrase;
    if (whole.first < whole.last || whole.first !== pivot || !isPredicate(tokens, pivot)) return whole;
  }
  return null;
}

/** "the proper handling of it", "a firm grasp on it": a head that might be a verb, were it not for what follows. */
function withVerbalHead(tokens: readonly Token[], phrase: Mention, limit: number): Mention {
  const head = phrase.last + 1;
  if (head > limit || (tokens[head]!.word & (WORD.present | WORD.ing)) === 0) return phrase;
  const { kind, word } = tokens[head + 1] ?? { kind: 'mark', word: 0 };
  const ends = head === limit || kind === 'mark' || (word & (WORD.preposition | WORD.conjunction)) !== 0;
  return ends ? { first: phrase.first, last: head } : phrase;
}

/** A bare word is what is said of a subject ("I am confident") or governs what follows ("welcome the guests"); it names nothing. */
function isPredicate(tokens: readonly Token[], at: number): boolean {
  if ((tokens[at + 1]?.word ?? 0) & WORD.determiner || GREETING.test(tokens[at]!.lower)) return true;
  let i = at - 1;
  while (i >= 0 && isAdverb(tokens[i]!.lower)) i--;
  const before = tokens[i]?.lower.replace('’', "'") ?? '';
  return formsOfBe.has(before) || before === "'m";
}

/** Words that greet, thank or judge, and name nothing when they stand alone. */
const GREETING = /^(?:thanks?|welcome|good|great|right|wrong|fair|happy|glad|pleased|sorry|grateful|sure|confident)$/;

/** "Good afternoon" is a greeting. */
const DAYTIME = /^(?:morning|afternoon|evening|night|day|weekend)$/;

/** What makes a noun phrase without its determiner. */
const NOUNY = WORD.noun | WORD.name | WORD.adjective;

/** What somebody else is said to find bad: "the raid" in "Valmora has condemned the raid on Orlund". */
function decriedObject({ tokens, content }: TargetContext): Mention | null {
  for (const { first, last } of content)
    for (let i = first + 1; i < last; i++)
      if (
        decrying.has(tokens[i]!.lower) &&
        (tokens[i]!.word & (WORD.present | WORD.past | WORD.base | WORD.participle)) !== 0
      )
        return nounPhraseAt(tokens, i + 1, last, { attach: false });
  return null;
}
