import { possessives } from '../../text/function-words.js';
import { classAt, finiteAt, inQuote, lowerAt, partAt, type Mention, type SentenceContext } from '../parse/context.js';
import { frameAfter, type FrameMatch } from '../parse/frames.js';
import { phraseLimit } from '../parse/content-limit.js';
import { isAgentPhrase } from '../parse/subject.js';
import { WORD } from '../parse/word-class.js';
import { plainAttribution, type Attribution } from './attribution.js';
import { contentEnd, segmentsOf } from './content.js';

/** Most words between a possessor and the noun cue ("its long and public commitment to"). */
const BETWEEN = 4;

/**
 * "the League's call for talks", "his support for the dam": a noun cue with its possessor as the speaker. Cues that
 * stand in another attribution's content or cue are left to it.
 */
export function possessedCues(
  context: SentenceContext,
  sentence: number,
  others: readonly Attribution[],
): Attribution[] {
  const found: Attribution[] = [];
  for (let i = context.first + 1; i < context.last; i++) {
    if (inQuote(context, i)) continue;
    const match = partAt(context, i, 'noun');
    // The word's class is asked last: nearly every sentence without a cue is done before its words are classed.
    if (!match || !(classAt(context, i) & (WORD.noun | WORD.name))) continue;
    if (others.some((other) => isTaken(context, other, i))) continue;
    const speaker = possessorOf(context, i);
    if (!speaker) continue;
    const end = contentEnd(context, context.last);
    const frame = frameAfter(context, match.senses, match.last, end);
    if (!frame || !isComplement(context, frame, match.last)) continue;
    const to = contentEnd(context, beforePredicate(context, frame, phraseLimit(context, frame, end)));
    const parts = segmentsOf(context, [{ first: frame.content, last: to }], { quotation: false });
    if (!parts.segments.length) continue;
    found.push({
      ...plainAttribution,
      sentence,
      quote_type: parts.quote_type,
      segments: parts.segments,
      content: parts.content,
      cue: { first: i, last: frame.cueLast },
      sense: frame.sense,
      speakers: [speaker],
      object: frame.object,
    });
    i = to;
  }
  return found;
}

/** What belongs to the noun: a clause with "that", an infinitive, or behind a preposition what a position is about. */
function isComplement(context: SentenceContext, frame: FrameMatch, last: number): boolean {
  if (frame.sense.frame === 'that') return lowerAt(context, frame.content - 1) === 'that';
  if (frame.sense.frame === 'to_inf') return true;
  const positioned = frame.sense.polarity === 'favor' || frame.sense.polarity === 'against';
  return frame.cueLast > last && positioned && !frame.quotation;
}

/** "His call for calm was ignored": the predicate of the whole phrase is no part of its complement. */
function beforePredicate(context: SentenceContext, frame: FrameMatch, end: number): number {
  if (frame.sense.frame === 'that') return end;
  for (let i = frame.content + 1; i <= end; i++) {
    if (classAt(context, i) & (WORD.subordinator | WORD.conjunction)) return end;
    if (!finiteAt(context, i)) continue;
    let last = i - 1;
    while (classAt(context, last) === WORD.adverb) last--;
    return last;
  }
  return end;
}

function isTaken(context: SentenceContext, other: Attribution, i: number): boolean {
  if (other.cue && i >= other.cue.first && i <= other.cue.last) return true;
  const { start } = context.tokens[i]!;
  return other.segments.some((segment) => segment.start <= start && start < segment.end);
}

/** Who owns the noun at i: a possessive pronoun or a name or noun with its genitive, adjectives apart; null otherwise. */
function possessorOf(context: SentenceContext, i: number): Mention | null {
  for (let k = i - 1; k >= context.first && k >= i - 1 - BETWEEN; k--) {
    const lower = lowerAt(context, k);
    if (/^(?:his|her|its|their)$/.test(lower) && possessives.has(lower)) return { first: k, last: k };
    if (lower === "'s" || lower === "'") {
      const phrase = { first: ownerStart(context, k - 1), last: k - 1 };
      return phrase.first <= phrase.last && isAgentPhrase(context, phrase) ? phrase : null;
    }
    if (!(classAt(context, k) & (WORD.adjective | WORD.noun | WORD.participle | WORD.adverb | WORD.number)))
      return null;
  }
  return null;
}

/** First token of the name or noun phrase that ends at `last`. */
function ownerStart(context: SentenceContext, last: number): number {
  let first = last;
  while (
    first > context.first &&
    (classAt(context, first - 1) & (WORD.name | WORD.noun | WORD.adjective | WORD.determiner) ||
      (lowerAt(context, first - 1) === '.' && first - 1 > context.first)) &&
    lowerAt(context, first - 1) !== "'s"
  )
    first--;
  return first;
}
