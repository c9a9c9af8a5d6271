import { coordinators, dayWords, monthWords, prepositions } from '../../text/function-words.js';
import type { CueUse } from './cue-uses.js';
import { classAt, finiteAt, inQuote, lowerAt, type SentenceContext } from './context.js';
import type { FrameMatch } from './frames.js';
import type { Subject } from './subject.js';
import { FINITE, WORD } from './word-class.js';

/** Frames whose content is a phrase: an adverbial clause behind it belongs to the cue, not to the content. */
const PHRASES: ReadonlySet<string> = new Set(['np', 'obj_prep', 'ing']);

/**
 * The last token that a cue's content may reach, at most `end`: a subordinate clause's cue ends with its clause ("While
 * she backed the plan, he …"), a phrase ends before an adverbial clause, a time or another predicate.
 */
export function contentLimit(
  context: SentenceContext,
  use: CueUse,
  subject: Subject,
  frame: FrameMatch,
  end: number,
): number {
  if (frame.quotation || use.inverted) return end;
  let limit = end;
  if (isSubordinate(context, use, subject)) limit = mainClause(context, frame.content, limit);
  return PHRASES.has(frame.sense.frame) ? phraseLimit(context, frame, limit) : asideLimit(context, frame, limit);
}

const OPENERS = /^(?:while|when|whenever|although|though|if|unless|since|because|as|after|before|until|once|whereas)$/;

/** Does the cue's clause open the sentence with a subordinator ("Although the ministry said …, …")? */
function isSubordinate(context: SentenceContext, use: CueUse, subject: Subject): boolean {
  const opens = use.subject === 'inherit' ? use.first : subject.first;
  if (opens > use.first) return false;
  for (let i = opens - 1; i >= context.first && i > opens - 5; i--) {
    if (/^[,;:]$/.test(lowerAt(context, i))) return false;
    if (OPENERS.test(lowerAt(context, i))) return i <= context.first + 2;
  }
  return false;
}

/** The token before the comma behind which the main clause begins; `end` where there is none. */
function mainClause(context: SentenceContext, first: number, end: number): number {
  for (let i = first + 1; i < end; i++) {
    if (lowerAt(context, i) !== ',' || inQuote(context, i)) continue;
    if (opensMain(context, i + 1, end)) return i - 1;
  }
  return end;
}

/** Does a main clause begin at `first`: a noun phrase and a finite verb, with no subordinator between? */
export function opensMain(context: SentenceContext, first: number, end: number): boolean {
  if (classAt(context, first) & (WORD.conjunction | WORD.subordinator | WORD.ing | WORD.participle | FINITE))
    return false;
  for (let i = first; i <= end; i++) {
    const word = classAt(context, i);
    if (word & FINITE) return i > first;
    if (word & (WORD.subordinator | WORD.conjunction) && !inQuote(context, i)) return false;
    if (/^[,;:]$/.test(lowerAt(context, i)) && i > first + 6) return false;
  }
  return false;
}

/** Words that open an adverbial clause behind a phrase. */
const ADVERBIAL = /^(?:when|whenever|while|because|although|though|whereas|once|amid|despite|during|following)$/;
/** Words that open an adverbial clause, or a phrase that may belong to a noun ("a truce before the end of the year"). */
const EITHER = /^(?:after|before|until|since)$/;
/** Acts whose time is part of what is promised or asked, not the time of saying so. */
const AHEAD: ReadonlySet<string> = new Set(['commit', 'appeal', 'demand', 'wish', 'threaten', 'coerce']);

/** The last token of a phrase that a cue governs, at most `end`. */
export function phraseLimit(context: SentenceContext, frame: FrameMatch, end: number): number {
  const dated = !AHEAD.has(frame.sense.speech_act);
  for (let i = firstFree(context, frame, end); i <= end; i++) {
    if (inQuote(context, i)) continue;
    const lower = lowerAt(context, i);
    // What stands in a relative clause says more of the phrase.
    if (i > frame.content + 1 && /^(?:who|which|that|whose|whom|where)$/.test(lower) && lowerAt(context, i - 1) !== ',')
      return end;
    if (ADVERBIAL.test(lower) || (EITHER.test(lower) && opensAdverbial(context, i + 1, end)))
      return i - (lowerAt(context, i - 1) === 'even' || lowerAt(context, i - 1) === ',' ? 2 : 1);
    if (lower === ';' || lower === '—' || lower === '–') return i - 1;
    if (lower === ',' && leaves(context, i + 1, end)) return i - 1;
    if (dated && isTime(context, i)) return i - 1;
    if (lower === 'by' && classAt(context, i + 1) === WORD.ing) return i - 1;
    if (coordinators.has(lower) && predicates(context, i + 1)) return i - (lowerAt(context, i - 1) === ',' ? 2 : 1);
  }
  return end;
}

/** Where adverbials may begin: behind the preposition that governs the second half ("accused Kestria on Tuesday of …"). */
function firstFree(context: SentenceContext, frame: FrameMatch, end: number): number {
  if (frame.sense.frame !== 'obj_prep' || !frame.object) return frame.content + 1;
  for (let i = frame.object.last + 1; i <= end; i++) if (lowerAt(context, i) === frame.sense.preposition) return i + 2;
  return frame.content + 1;
}

/** Behind "after" or "before": a clause or a bare -ing form, no mere noun phrase. */
function opensAdverbial(context: SentenceContext, first: number, end: number): boolean {
  if (classAt(context, first) === WORD.ing) return true;
  for (let i = first; i <= end && !/^(?:[,;]|and|or|but)$/.test(lowerAt(context, i)); i++)
    if (finiteAt(context, i)) return true;
  return false;
}

/** The last token of a reported clause: a closing relative clause or “before doing …” is more often the narrator's. */
function asideLimit(context: SentenceContext, frame: FrameMatch, end: number): number {
  for (let i = frame.content + 2; i < end; i++) {
    if (inQuote(context, i)) continue;
    const lower = lowerAt(context, i);
    if (lower === ',' && /^(?:which|who|based)$/.test(lowerAt(context, i + 1))) {
      for (let k = i + 1; k <= end; k++) if (lowerAt(context, k) === ',' && !inQuote(context, k)) return end;
      return quotesBehind(context, i + 1, end) ? end : i - 1;
    }
    if (/^(?:before|after|while)$/.test(lower) && classAt(context, i + 1) === WORD.ing) return i - 1;
  }
  return end;
}

/** Behind a comma: another predicate or clause, not one more item or an apposition. */
function leaves(context: SentenceContext, i: number, end: number): boolean {
  const lower = lowerAt(context, i);
  if (coordinators.has(lower)) return predicates(context, i + 1) || opensMain(context, i + 1, end);
  // “…, which “opens ports””: a relative clause with quoted words is the speaker's.
  if (/^(?:who|which|where)$/.test(lower)) return !quotesBehind(context, i, end);
  if (/^(?:but|saying|adding|noting|calling|arguing|according|citing|so|yet)$/.test(lower)) return true;
  if (classAt(context, i) & (WORD.past | WORD.present)) return true;
  return classAt(context, i) === WORD.pronoun && opensMain(context, i, end);
}

function quotesBehind(context: SentenceContext, first: number, end: number): boolean {
  for (let i = first; i <= end && lowerAt(context, i) !== ','; i++) if (inQuote(context, i)) return true;
  return false;
}

/** A finite verb right here, past an adverb. */
function predicates(context: SentenceContext, i: number): boolean {
  let k = i;
  while (classAt(context, k) === WORD.adverb) k++;
  return finiteAt(context, k);
}

/** "on Monday", "last week", "in May", "in 2015": when something was said. */
function isTime(context: SentenceContext, i: number): boolean {
  if (!/^(?:on|in|last|earlier)$/.test(lowerAt(context, i))) return false;
  const next = lowerAt(context, i + 1);
  if (dayWords.has(next) && next !== 'recently') return true;
  if (/^(?:week|month|year|night|spring|summer|fall|autumn|winter)$/.test(next)) return lowerAt(context, i) === 'last';
  if (lowerAt(context, i) === 'last' || prepositions.has(next)) return false;
  return lowerAt(context, i) === 'in' && (monthWords.has(next) || /^(?:19|20)\d\d$/.test(next));
}
