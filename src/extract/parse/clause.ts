import {
  auxiliaries,
  coordinators,
  formsOfBe,
  isAdverb,
  modals,
  negators,
  objectPronouns,
  prepositions,
  speakerPronouns,
  subordinators,
} from '../../text/function-words.js';
import type { Token } from '../../text/tokens.js';
import type { Mention } from './context.js';
import { isAbbreviationStop, nounPhraseAt, nounPhraseEndingAt } from './noun-phrase.js';
import { isFiniteVerb } from './word-class.js';

/** The clause in which a word stands: its subject, its verb group and what follows it. */
export interface Clause {
  readonly subject: Mention | null;
  /** First and last token of the verb group ("has never been"). */
  readonly verb: Mention | null;
  /** The noun phrase right behind the verb; null where a clause, an adjective or nothing follows. */
  readonly object: Mention | null;
  /** The verb group ends in a form of be or another verb that only links. */
  readonly linking: boolean;
  readonly passive: boolean;
}

const LINKING: ReadonlySet<string> = new Set(
  'remain remains remained seem seems seemed become becomes became look looks looked sound sounds sounded feel feels felt stay stays stayed appear appears appeared prove proves proved'.split(
    ' ',
  ),
);

/** Reads the clause around token `at` inside a content range; `verbal` where a verb is known to end there. */
export function clauseAround(
  tokens: readonly Token[],
  at: number,
  range: Mention,
  { verbal = false }: { readonly verbal?: boolean } = {},
): Clause {
  const first = sentenceStart(tokens, at, range.first);
  let verb = verbAtOrBefore(tokens, at, first);
  // A base form that no list shows to be a verb ("voters despise him").
  if (verb < 0 && verbal && tokens[at - 1]?.lower !== 'to' && !prepositions.has(tokens[at]!.lower)) verb = at;
  if (verb < 0) verb = verbBehind(tokens, at, range.last);
  if (verb < 0) return { subject: null, verb: null, object: null, linking: false, passive: false };
  const group = groupAround(tokens, verb, first, range.last);
  const subject = subjectOf(tokens, group.first, first);
  const end = tokens[group.last]!.lower;
  const passive = /(?:ed|en|t|n|e|d)$/.test(end) && !auxiliaries.has(end) && isBe(tokens, group.last - 1, group.first);
  const object = group.last < range.last ? objectBehind(tokens, group.last + 1, range.last) : null;
  return { subject, verb: group, object, linking: formsOfBe.has(end) || LINKING.has(end), passive };
}

function isBe(tokens: readonly Token[], i: number, first: number): boolean {
  let k = i;
  while (k > first && isAdverb(tokens[k]!.lower)) k--;
  return k >= first && formsOfBe.has(tokens[k]!.lower);
}

/** First token of the sentence in which token `at` stands. */
function sentenceStart(tokens: readonly Token[], at: number, first: number): number {
  for (let i = at - 1; i >= first; i--)
    if (/^[.;!?:]$/.test(tokens[i]!.text) && !isAbbreviationStop(tokens, i)) return i + 1;
  return first;
}

function verbAtOrBefore(tokens: readonly Token[], at: number, first: number): number {
  for (let i = at; i >= first; i--) {
    const { lower, kind } = tokens[i]!;
    if (isFiniteVerb(tokens, i) && !(i === at && isRegularPast(tokens[i]!.lower) && !isParticipleEnd(tokens, i)))
      return i;
    // A clause word in between, with no verb behind it yet: the pivot stands in that clause's subject.
    if (i < at && kind === 'word' && subordinators.has(lower) && lower !== 'as' && lower !== 'than' && lower !== 'like')
      return -1;
  }
  return -1;
}

/** A past form that regular verbs share with participles, and so with adjectives. */
const isRegularPast = (lower: string): boolean => lower.endsWith('ed');

/** "… has failed", "was betrayed by": the -ed form ends a verb group or a clause rather than standing before a noun. */
const isParticipleEnd = (tokens: readonly Token[], i: number): boolean => {
  const before = tokens[i - 1]?.lower ?? '';
  return inGroup(before) || tokens[i - 1]?.kind === 'word';
};

function verbBehind(tokens: readonly Token[], at: number, last: number): number {
  for (let i = at + 1; i <= last && i < at + 20; i++) {
    if (/^[.;!?:]$/.test(tokens[i]!.text) && !isAbbreviationStop(tokens, i)) return -1;
    if (isFiniteVerb(tokens, i)) return i;
  }
  return -1;
}

const inGroup = (lower: string): boolean =>
  auxiliaries.has(lower) || modals.has(lower) || negators.has(lower) || isAdverb(lower) || lower === 'long';

function groupAround(tokens: readonly Token[], verb: number, from: number, to: number): Mention {
  let first = verb;
  while (first > from && inGroup(tokens[first - 1]!.lower) && tokens[first - 1]!.lower !== 'no') first--;
  // Adverbs in front of the first auxiliary belong to the sentence.
  let last = verb;
  while (last < to) {
    const next = tokens[last + 1]!;
    const auxiliary =
      auxiliaries.has(tokens[last]!.lower) || modals.has(tokens[last]!.lower) || inGroup(tokens[last]!.lower);
    if (inGroup(next.lower) && next.lower !== 'no') last++;
    else if (auxiliary && next.kind === 'word' && isMainVerb(tokens, last, last + 1)) {
      last++;
      break;
    } else break;
  }
  while (last > verb && isAdverb(tokens[last]!.lower)) last--;
  return { first, last };
}

/** Behind auxiliaries: a base form after a modal or do, a participle after have or be. */
function isMainVerb(tokens: readonly Token[], group: number, i: number): boolean {
  const { lower } = tokens[i]!;
  if (prepositions.has(lower) || coordinators.has(lower) || subordinators.has(lower)) return false;
  let k = group;
  while (
    k > 0 &&
    (isAdverb(tokens[k]!.lower) || negators.has(tokens[k]!.lower)) &&
    !auxiliaries.has(tokens[k]!.lower) &&
    !modals.has(tokens[k]!.lower)
  )
    k--;
  const carrier = tokens[k]!.lower;
  if (modals.has(carrier) || /^(?:do|does|did|don't|doesn't|didn't)$/.test(carrier)) return true;
  if (/^(?:have|has|had|having|'ve|'d|hasn't|haven't|hadn't)$/.test(carrier))
    return !/^(?:a|an|the|no|some|any|to|my|our|his|her|its|their|so|very|more|this|that)$/.test(lower);
  return (
    /(?:ing|ed)$/.test(lower) ||
    /^(?:done|made|taken|given|held|won|lost|built|put|sent|seen|said|told|run|cut|hit|hurt|broken|written|driven|forced|shot|kept|left|led|paid|sold|spent|stolen|thrown|torn|undone|bought|caught|found|known|shown)$/.test(
      lower,
    )
  );
}

/** The noun phrase before a verb group; for relative clauses and joined verbs the one that they share. */
function subjectOf(tokens: readonly Token[], group: number, first: number): Mention | null {
  let end = group - 1;
  for (let turns = 0; turns < 3 && end >= first; turns++) {
    while (end >= first && isAdverb(tokens[end]!.lower)) end--;
    if (end < first) return null;
    const { lower, kind } = tokens[end]!;
    // "Kell, the minister, is": the apposition is stepped over.
    if (kind === 'mark' && lower === ',') {
      const open = commaBefore(tokens, end, first);
      end = open > first ? open - 1 : end - 1;
      continue;
    }
    if (kind === 'quote') {
      end--;
      continue;
    }
    if (/^(?:who|which|that)$/.test(lower) && end > first) {
      if (lower === 'that' && !/[a-z]$/.test(tokens[end - 1]!.lower)) break;
      end--;
      continue;
    }
    if (coordinators.has(lower)) {
      for (let i = end - 1; i >= first; i--) {
        if (!isFiniteVerb(tokens, i)) continue;
        const shared = groupAround(tokens, i, first, end - 1);
        return subjectOf(tokens, shared.first, first);
      }
      return null;
    }
    break;
  }
  if (end < first) return null;
  const { lower } = tokens[end]!;
  const start = regionStart(tokens, end, first);
  if (end === start && (speakerPronouns.has(lower) || /^(?:this|that|these|those|there|it)$/.test(lower)))
    return { first: end, last: end };
  return subjectIn(tokens, start, end);
}

/** The comma that opens the parenthesis closed at `end`; -1 when a verb stands in between, as in a clause. */
function commaBefore(tokens: readonly Token[], end: number, first: number): number {
  for (let i = end - 1; i > first && i > end - 12; i--) {
    if (isFiniteVerb(tokens, i)) return -1;
    if (tokens[i]!.text === ',') return i;
  }
  return -1;
}

/** The noun phrase that opens the words before a verb; what trails behind it ("tweets accusing her of …") only describes it. */
function subjectIn(tokens: readonly Token[], start: number, end: number): Mention | null {
  let from = start;
  while (
    from < end &&
    (tokens[from]!.kind === 'quote' ||
      isAdverb(tokens[from]!.lower) ||
      /^(?:perhaps|maybe|so|well)$/.test(tokens[from]!.lower))
  )
    from++;
  const { lower } = tokens[from]!;
  if (speakerPronouns.has(tokens[end]!.lower)) return { first: end, last: end };
  if (prepositions.has(lower) || tokens[from]!.kind === 'number') return nounPhraseEndingAt(tokens, end, from);
  // "closing the bridge is": a deed as subject.
  if (lower.length > 5 && lower.endsWith('ing') && end > from) return { first: from, last: end };
  const found = nounPhraseAt(tokens, from, end);
  if (!found) return nounPhraseEndingAt(tokens, end, from);
  return found;
}

/** Verbs of saying and thinking that take a clause without "that". */
const SAYING =
  /^(?:claimed|argued|believed|hoped|feared|noted|added|insisted|stressed|warned|alleged|suggested|asserted|maintained|conceded|admitted|acknowledged|predicted|vowed|pledged|promised|declared|announced|joked|tweeted|explained|learned|realized|decided|agreed|showed|considered)$/;

/** First token of the words before `end` that belong to no other clause. */
function regionStart(tokens: readonly Token[], end: number, first: number): number {
  let i = end;
  for (; i >= first; i--) {
    const { lower, kind } = tokens[i]!;
    if (kind === 'mark' && !/^[/%$€£&-]$/.test(lower) && !isAbbreviationStop(tokens, i)) break;
    // "the byproducts of that": a pronoun there, no conjunction.
    if (subordinators.has(lower) && lower !== 'as' && !(i === end && prepositions.has(tokens[i - 1]?.lower ?? '')))
      break;
    if (/^(?:but|yet|nor)$/.test(lower)) break;
    // "the man nicknamed King is": an -ed form with no clause word behind it only describes.
    if (i < end && isFiniteVerb(tokens, i) && !(isRegularPast(lower) && !SAYING.test(lower))) break;
    // "letters accusing her of …" goes on, "told him the plan" does not.
    if (i < end && speakerPronouns.has(lower)) break;
    if (i < end && objectPronouns.has(lower) && !tokens[i - 1]?.lower.endsWith('ing')) break;
  }
  return i + 1;
}

/** The noun phrase behind a verb, a particle or preposition passed over ("give up the plan", "rely on the fund"). */
function objectBehind(tokens: readonly Token[], from: number, last: number): Mention | null {
  let i = from;
  while (i <= last && isAdverb(tokens[i]!.lower)) i++;
  if (i > last) return null;
  const { lower } = tokens[i]!;
  if (objectPronouns.has(lower)) return { first: i, last: i };
  if (
    /^(?:to|for|on|in|of|at|with|about|against|up|out|off|down|over|into|from|away|back|through|toward|towards)$/.test(
      lower,
    )
  ) {
    let next = i + 1;
    // "wants to build the wall": the infinitive's own object.
    if (lower === 'to') {
      if (next > last) return null;
      const found = nounPhraseAt(tokens, next, last);
      if (found && /^(?:the|a|an|his|her|its|their|our|my|this|that|these|those)$/.test(tokens[next]!.lower))
        return found;
      next++;
      while (
        next <= last &&
        (prepositions.has(tokens[next]!.lower) ||
          isAdverb(tokens[next]!.lower) ||
          /^(?:up|out|off|down|away|back)$/.test(tokens[next]!.lower))
      )
        next++;
    } else while (next <= last && prepositions.has(tokens[next]!.lower)) next++;
    if (next > last) return null;
    if (objectPronouns.has(tokens[next]!.lower)) return { first: next, last: next };
    return nounPhraseAt(tokens, next, last);
  }
  return nounPhraseAt(tokens, i, last);
}
