import {
  coordinators,
  dayWords,
  determiners,
  isAdverb,
  monthWords,
  objectPronouns,
  prepositions,
  speakerPronouns,
  subordinators,
  timeNouns,
} from '../../text/function-words.js';
import { isCapitalised } from '../../text/letters.js';
import { classAt, finiteAt, inQuote, lowerAt, type Mention, type SentenceContext } from './context.js';
import { isQuantity, knownName, nounKind } from './noun-kind.js';
import { WORD } from './word-class.js';

/** Who does what a verb group says. */
export interface Subject {
  /** One mention, or several for joint speakers ("A and B said"). */
  readonly mentions: readonly Mention[];
  /** The apposition that stands beside the mention ("Ned Price, the Department's spokesperson,"), or null. */
  readonly apposition: Mention | null;
  /** First token of the subject with all that belongs to it; what precedes it is another clause. */
  readonly first: number;
  /** True for the subject of a relative clause ("the official, who spoke …, denied"). */
  readonly relative: boolean;
  /** False where nothing tells that what it names can speak: a clause behind the cue must show it ("the delay proves that …"). */
  readonly agent: boolean;
}

/** A subject, 'inherit' where the verb shares an earlier verb's subject, or null where none that can speak was found. */
export type SubjectResult = Subject | 'inherit' | null;

/** Prepositions that stay inside a speaker's name or title. */
const INSIDE = new Set('of for to at from and & the'.split(' '));

/** Finds the subject to the left of the verb group that begins at token `group`. */
export function subjectBefore(context: SentenceContext, group: number): SubjectResult {
  let end = group - 1;
  let apposition: Mention | null = null;
  let relative = false;
  end = beforeBrackets(context, beforeTime(context, end));
  if (end < context.first) return 'inherit';
  if (lowerAt(context, end) === 'who' || lowerAt(context, end) === 'which') {
    relative = true;
    end = beforeBrackets(context, end - 1);
    if (lowerAt(context, end) === ',') end--;
  } else if (isComma(context, end)) {
    const opening = openingComma(context, end);
    if (opening < 0) return 'inherit';
    apposition = { first: opening + 1, last: end - 1 };
    end = opening - 1;
  }
  end = beforeBrackets(context, end);
  const start = regionStart(context, end);
  if (start > end) return 'inherit';
  // "Asked whether she supports it", "if China agrees": nothing is said there, only asked or supposed.
  if (/^(?:whether|if|unless|why)$/.test(lowerAt(context, start - 1))) return null;
  const right = nounPhrase(context, start, end);
  // "Not everybody supports", "no state accepted": nobody speaks there.
  if (!right || /^(?:not|no|nobody|none|neither|few|nothing|hardly)$/.test(lowerAt(context, right.first))) return null;
  const left = conjunct(context, right.first);
  const first = left ? left.first : right.first;
  if (left && isAgentPhrase(context, right)) {
    const listed = listBefore(context, left);
    return { mentions: [...listed, left, right], apposition, first: listed[0]?.first ?? first, relative, agent: true };
  }
  // "The foreign minister of Valmora, Ana Roth, said": either half names the speaker.
  const agent = isAgentPhrase(context, right) || (apposition !== null && isAgentPhrase(context, apposition));
  if (!agent && !mayShow(context, right)) return null;
  return {
    mentions: [right],
    apposition: apposition && isAppositive(context, apposition) ? apposition : null,
    first,
    relative,
    agent,
  };
}

/** A noun phrase of whatever kind, but no bare pronoun, time or number: what a clause behind the cue may be attributed to. */
function mayShow(context: SentenceContext, mention: Mention): boolean {
  // "The last two weeks showed": the head is a time.
  let head = mention.first;
  while (head < mention.last && !prepositions.has(lowerAt(context, head + 1))) head++;
  if (isTime(context, head)) return false;
  for (let i = mention.first; i <= mention.last; i++)
    if (classAt(context, i) & (WORD.noun | WORD.name) && !isTime(context, i)) return true;
  return false;
}

/** True for a word that tells when; a capital makes a name of it ("Day said"). */
const isTime = (context: SentenceContext, i: number): boolean =>
  dayWords.has(lowerAt(context, i)) || (timeNouns.has(lowerAt(context, i)) && !isCapitalised(context.tokens[i]!.text));

/**
 * The last token of the phrase before a time that is told behind it: "Ana Roth (D) last month joked", "the minister on
 * Monday night said", "a poll released late last week showed". `end` itself where no such time stands there.
 */
function beforeTime(context: SentenceContext, end: number): number {
  if (!isTime(context, end) || dayWords.has(lowerAt(context, end)) || inQuote(context, end)) return end;
  const before = lowerAt(context, end - 1);
  if (!dayWords.has(before) && !/^(?:this|that)$/.test(before)) return end;
  let last = end - 2;
  if (/^(?:earlier|later|late|early)$/.test(lowerAt(context, last))) last--;
  const isNoun = (i: number): boolean =>
    i >= context.first && (classAt(context, i) & (WORD.noun | WORD.name)) !== 0 && !finiteAt(context, i);
  if (classAt(context, last) & (WORD.participle | WORD.past) && isNoun(last - 1)) return last - 1;
  return isNoun(last) || (last > context.first && /^[)\]]$/.test(lowerAt(context, last))) ? last : end;
}

/** Finds the subject to the right of an inverted cue (“…,” said Ana Roth, the minister). */
export function subjectAfter(context: SentenceContext, cueLast: number): Subject | null {
  const first = cueLast + 1;
  if (first > context.last || !startsNounPhrase(context, first)) return null;
  let last = first - 1;
  for (let i = first; i <= context.last && i < first + 14; i++) {
    const token = context.tokens[i]!;
    // "Rep. Ana Roth": a full stop inside a sentence belongs to an abbreviation.
    if (token.text === '.' && i > first && i < context.last) continue;
    if (inQuote(context, i) || token.kind === 'mark') break;
    if (token.kind === 'quote') break;
    if (i > first && (finiteAt(context, i) || subordinators.has(token.lower))) break;
    if (i > first && prepositions.has(token.lower) && !INSIDE.has(token.lower)) break;
    if (i > first && dayWords.has(token.lower)) break;
    last = i;
  }
  while (last >= first && (prepositions.has(lowerAt(context, last)) || coordinators.has(lowerAt(context, last))))
    last--;
  if (last < first) return null;
  const whole = { first, last };
  // Behind a quotation that is punctuated as one, a thing may bear the words (“…,” said the printed card).
  const quoted = inQuote(context, cueLast - 1) && /^[.,!?…]+$/.test(lowerAt(context, cueLast - 2));
  if (!isAgentPhrase(context, whole) && !(quoted && mayShow(context, whole))) return null;
  const joint = jointParts(context, whole);
  return { mentions: joint ?? [whole], apposition: null, first, relative: false, agent: true };
}

function jointParts(context: SentenceContext, mention: Mention): Mention[] | null {
  for (let i = mention.first + 1; i < mention.last; i++) {
    if (lowerAt(context, i) !== 'and') continue;
    const left = { first: mention.first, last: i - 1 };
    const right = { first: i + 1, last: mention.last };
    if (isAgentPhrase(context, left) && isAgentPhrase(context, right) && startsNounPhrase(context, right.first))
      return [left, right];
  }
  return null;
}

const isComma = (context: SentenceContext, i: number): boolean => /^[,—–]$/.test(lowerAt(context, i));

function beforeBrackets(context: SentenceContext, end: number): number {
  if (lowerAt(context, end) !== ')' && lowerAt(context, end) !== ']') return end;
  for (let i = end - 1; i >= context.first; i--) if (/^[([]$/.test(lowerAt(context, i))) return i - 1;
  return end;
}

/** The comma that opens the parenthesis closed by the comma at `end`; -1 when it is none (a clause stands there). */
function openingComma(context: SentenceContext, end: number): number {
  const relative = (i: number): boolean =>
    lowerAt(context, i) === 'who' || lowerAt(context, i) === 'which' || lowerAt(context, i) === 'whose';
  let finite = false;
  for (let i = end - 1; i > context.first && i > end - 30; i--) {
    if (inQuote(context, i)) return -1;
    const lower = lowerAt(context, i);
    if (/^[;:]$/.test(lower)) return -1;
    if (finiteAt(context, i)) finite = true;
    // "…, a consultant who had tried to stop him, said": the verb is the relative clause's.
    else if (relative(i)) finite = false;
    if (!isComma(context, i)) continue;
    if (finite && !relative(i + 1)) return -1;
    return i;
  }
  return -1;
}

/** First token of the stretch of words that ends at `end` and holds no clause boundary. */
function regionStart(context: SentenceContext, end: number): number {
  let i = end;
  for (; i >= context.first; i--) {
    if (inQuote(context, i) || context.quoted[i] !== context.quoted[end]) break;
    const token = context.tokens[i]!;
    if (token.kind === 'mark' && !/^[.&/%$€£-]$/.test(token.text)) break;
    const lower = token.lower;
    if (lower === 'and' || lower === 'but' || lower === 'or') break;
    if (subordinators.has(lower)) break;
    if (finiteAt(context, i)) break;
  }
  return i + 1;
}

/** The noun phrase at the end of a region, without adverbials in front and behind; null when nothing is left. */
function nounPhrase(context: SentenceContext, start: number, end: number): Mention | null {
  let first = start;
  let last = end;
  // "The ministry on Tuesday said", "the minister in a statement said"
  for (let i = last; i > first; i--) {
    const lower = lowerAt(context, i);
    // "Six in ten voters" is one phrase.
    const share = lower === 'in' && isQuantity(context, i - 1) && isQuantity(context, i + 1);
    if (prepositions.has(lower) && !INSIDE.has(lower) && !share) last = i - 1;
  }
  while (last > first && dayWords.has(lowerAt(context, last))) last--;
  const opening = lowerAt(context, first);
  if (prepositions.has(opening) || dayWords.has(opening)) {
    first = afterOpeningPhrase(context, start, end);
    if (first < 0) return null;
    last = end;
  }
  while (first <= last && !startsNounPhrase(context, first)) first++;
  return first <= last ? { first, last } : null;
}

/** "On Tuesday the minister said": where the noun phrase begins behind an opening adverbial without a comma; -1 if nowhere. */
function afterOpeningPhrase(context: SentenceContext, start: number, end: number): number {
  for (let i = end; i > start; i--) {
    const lower = lowerAt(context, i);
    const before = lowerAt(context, i - 1);
    if (speakerPronouns.has(lower)) return i;
    if (dayWords.has(before) || monthWords.has(before) || /^\d{4}$/.test(before)) return i;
    if (determiners.has(lower) && !prepositions.has(before) && i - 1 > start) return i;
  }
  return -1;
}

function startsNounPhrase(context: SentenceContext, i: number): boolean {
  const token = context.tokens[i]!;
  if (token.kind !== 'word' && token.kind !== 'number') return false;
  return (
    !prepositions.has(token.lower) &&
    !coordinators.has(token.lower) &&
    !/^(?:also|however|meanwhile|then|still|so|thus)$/.test(token.lower)
  );
}

/** The left half of a joint subject: "Minister A and Minister B" when B begins at `first`. */
function conjunct(context: SentenceContext, first: number): Mention | null {
  let and = first - 1;
  if (lowerAt(context, and) !== 'and' && lowerAt(context, and) !== '&') return null;
  if (isComma(context, and - 1)) and--;
  const end = and - 1;
  let start = regionStart(context, end);
  // "A, the minister of B, and C, …" : step over an apposition of the left half.
  if (start > end) return null;
  const behindComma = isComma(context, start - 1) && !isComma(context, and);
  if (behindComma && !isAdverbial(context, start - 2) && !listBefore(context, { first: start, last: end }).length)
    return null;
  const opener = lowerAt(context, start - 1);
  if (opener !== '' && !/^[,;:—–]$/.test(opener) && !subordinators.has(opener) && !inQuote(context, start - 1))
    return null;
  while (start <= end && lowerAt(context, start) === 'both') start++;
  if (start > end || prepositions.has(lowerAt(context, start))) return null;
  const left = { first: start, last: end };
  return isAgentPhrase(context, left) ? left : null;
}

/** "Orlund, Valmora and Kestria said": the names that stand in a list before its last but one, from the sentence's start. */
function listBefore(context: SentenceContext, next: Mention): Mention[] {
  const names: Mention[] = [];
  for (let end = next.first - 2; isComma(context, end + 1);) {
    const start = regionStart(context, end);
    const mention = { first: start, last: end };
    if (start > end || nounKind(context, mention) !== 'name' || !knownName(context, end)) return [];
    names.unshift(mention);
    if (start === context.first) return names;
    end = start - 2;
  }
  return [];
}

/** "In a joint statement," "On Tuesday,": the sentence opens with an adverbial that ends at token `end`. */
function isAdverbial(context: SentenceContext, end: number): boolean {
  const opening = lowerAt(context, context.first);
  if (!prepositions.has(opening) && !dayWords.has(opening) && !isAdverb(opening)) return false;
  for (let i = context.first; i <= end; i++) if (isComma(context, i) || finiteAt(context, i)) return false;
  return true;
}

/** True when the phrase can speak: a pronoun, a name, or a common noun that names people or a body of people. */
export function isAgentPhrase(context: SentenceContext, mention: Mention): boolean {
  const kind = nounKind(context, mention);
  return kind === 'pronoun' || kind === 'name' || kind === 'agent' || kind === 'collective' || kind === 'document';
}

function isAppositive(context: SentenceContext, mention: Mention): boolean {
  if (objectPronouns.has(lowerAt(context, mention.first))) return false;
  const kind = nounKind(context, mention);
  return kind === 'name' || kind === 'agent' || kind === 'collective';
}
