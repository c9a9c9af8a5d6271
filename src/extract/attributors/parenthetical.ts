import { coordinators, dayWords, prepositions, subordinators } from '../../text/function-words.js';
import { isCapitalised } from '../../text/letters.js';
import { classAt, finiteAt, inQuote, lowerAt, type SentenceContext } from '../parse/context.js';
import { opensMain } from '../parse/content-limit.js';
import type { CueUse } from '../parse/cue-uses.js';
import { frameAfter, type FrameMatch } from '../parse/frames.js';
import { objectPhrase } from '../parse/object-phrase.js';
import type { Subject } from '../parse/subject.js';
import { WORD } from '../parse/word-class.js';
import { isMedium } from './medium.js';
import type { ReportedDraft } from './reported-draft.js';

/** An attribution behind its content ("…, he said on Monday.") or inside it ("…, he said, …"). */
export function parenthetical(context: SentenceContext, use: CueUse, end: number): ReportedDraft | null {
  const { subject } = use;
  if (!subject || subject === 'inherit' || use.group.kind !== 'finite') return null;
  if (!use.senses.some((sense) => sense.frame === 'quote' || sense.frame === 'that' || sense.frame === 'obj_that'))
    return null;
  const boundary = (use.inverted ? use.first : subject.first) - 1;
  if (boundary <= context.first) return null;
  // “…, she replied: “…”” introduces what follows; a preposition of the cue's own governs what follows.
  const introduces = frameAfter(context, use.senses, use.last, end);
  const quotedBefore = inQuote(context, boundary) && !isTitle(context, boundary);
  if (!quotedBefore && inQuote(context, boundary)) return null;
  // “…,” Roth said to the court: behind a quotation a preposition opens an adjunct.
  const governs = introduces !== null && introduces.cueLast > use.last;
  const quotes = quotedBefore && use.senses.some((s) => s.frame === 'quote');
  if (introduces && !use.inverted && ((introduces.quotation && !quotedBefore) || (governs && !quotes))) return null;
  let to = boundary;
  if (!quotedBefore) {
    if (!/^[,—–]$/.test(lowerAt(context, boundary))) return null;
    to = boundary - 1;
  }
  const rest = restAfter(context, use, end, quotedBefore || inQuote(context, to));
  if (!rest) return null;
  let from = context.first;
  let quotation = quotedBefore || inQuote(context, to);
  let broken = false;
  if (quotation) {
    from = firstOfQuotation(context, to);
    // "The law is “an insult,” Roth said": the words before the mark are content too.
    if (runsInto(context, from)) {
      from = context.first;
      quotation = false;
    }
  } else if (SUPPOSING.test(lowerAt(context, from)) && !holdsMain(context, from, to)) {
    // "If the vote fails, Roth said, talks would resume": the supposition belongs to what is said.
    if (rest.next === 0 || !isAside(context, use, rest.next) || !goesOn(context, rest.next, end)) return null;
    broken = true;
  } else if (!isClause(context, from, to)) {
    // "The bridge, Roth said, would open": the attribution stands inside the clause.
    if (rest.next === 0 || !isAside(context, use, rest.next) || !goesOn(context, rest.next, end)) return null;
    broken = true;
  }
  if (isMedium(context, use, subject) && from === context.first) return null;
  const sense =
    use.senses.find((s) => s.frame === 'quote') ??
    use.senses.find((s) => s.frame === 'that' || s.frame === 'obj_that')!;
  const frame: FrameMatch = { sense, content: from, object: null, cueLast: use.last, quotation };
  const more =
    rest.next > 0 && rest.next <= end && (broken || continuesContent(context, rest.next, end, quotedBefore))
      ? { first: rest.next, last: end }
      : null;
  return { use, subject, frame, from, to, more };
}

/** “Good Morning,” behind a preposition: a title of a few capitalised words is named there, not quoted. */
function isTitle(context: SentenceContext, close: number): boolean {
  const quote = context.sentence.quotes.find((q) => q.close === close);
  if (!quote || quote.open === context.first || close - quote.open > 7) return false;
  if (!prepositions.has(lowerAt(context, quote.open - 1)) && !/^['’]s$/.test(lowerAt(context, quote.open - 1)))
    return false;
  for (let i = quote.open + 1; i < close; i++) {
    const { kind, text, lower } = context.tokens[i]!;
    if (kind === 'word' && !isCapitalised(text) && !prepositions.has(lower) && lower !== 'the' && lower !== 'and')
      return false;
  }
  return true;
}

/** Words that open a clause which is no statement by itself. */
const SUPPOSING =
  /^(?:which|who|whom|whose|while|whereas|because|although|though|if|when|whenever|where|since|as|unless|until|after|before|once)$/;

/** Does a main clause follow the clause or phrase that opens the stretch ("As talks began, both sides hoped")? */
function holdsMain(context: SentenceContext, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) {
    if (lowerAt(context, i) !== ',' || inQuote(context, i)) continue;
    if (opensMain(context, i + 1, to)) return true;
  }
  return false;
}

/** Behind a parenthetical cue only adjuncts may stand: returns where the content may go on (0 = nowhere), null otherwise. */
function restAfter(context: SentenceContext, use: CueUse, end: number, quoted: boolean): { next: number } | null {
  let i = use.last + 1;
  if (use.inverted) i = Math.max(i, (use.subject as Subject).mentions.at(-1)!.last + 1);
  const addressed = !use.inverted && use.senses.some((sense) => sense.frame === 'obj_that');
  if (addressed && i <= end) {
    const object = objectPhrase(context, i, end);
    if (object) i = object.last + 1;
    if (object && quoted) return { next: nextQuotation(context, i, end) };
  }
  if (use.inverted && lowerAt(context, i) === ',') {
    // "said Ana Roth, the minister, …": an apposition of the speaker.
    for (let k = i + 1; k <= end && k < i + 12; k++) {
      if (finiteAt(context, k) || inQuote(context, k)) break;
      if (lowerAt(context, k) === ',' || k === end) {
        i = k === end ? end + 1 : k;
        break;
      }
    }
  }
  // "said a deputy involved in the talks, …": a participle describes the speaker.
  if (use.inverted && classAt(context, i) & (WORD.participle | WORD.past | WORD.ing))
    while (i <= end && !inQuote(context, i) && context.tokens[i]!.kind !== 'mark') i++;
  for (let k = i; k <= end; k++) {
    const token = context.tokens[k]!;
    if (inQuote(context, k)) return k > i || /^[,:—–]$/.test(lowerAt(context, k - 1)) ? { next: k } : null;
    if (/^[,;—–:]$/.test(token.text)) return { next: k + 1 };
    if (
      k === i &&
      !prepositions.has(token.lower) &&
      !dayWords.has(token.lower) &&
      classAt(context, k) !== WORD.adverb &&
      token.lower !== 'to' &&
      !subordinators.has(token.lower)
    )
      return null;
    if (finiteAt(context, k) && !quoted && !subordinators.has(lowerAt(context, i))) return null;
    if (token.lower === 'that' && k === i) return null;
  }
  return { next: 0 };
}

/** First token of the next quotation behind i, 0 when there is none: a quotation broken by its attribution. */
function nextQuotation(context: SentenceContext, i: number, end: number): number {
  for (let k = i; k <= end; k++) {
    if (inQuote(context, k)) return k === i || /^[.,:;—–]$/.test(lowerAt(context, k - 1)) ? k : 0;
    if (context.grammar.cues.reports(lowerAt(context, k)) || classAt(context, k) === WORD.ing) return 0;
  }
  return 0;
}

function continuesContent(context: SentenceContext, from: number, end: number, quotation: boolean): boolean {
  if (quotation) {
    for (let i = from; i <= end; i++) {
      // Behind another verb of saying, or run into by words of the narrator, a quotation has its own attribution.
      if (inQuote(context, i)) return i === from || /^[.,:;—–]$/.test(lowerAt(context, i - 1));
      if (context.grammar.cues.reports(lowerAt(context, i))) return false;
    }
    return false;
  }
  const opener = lowerAt(context, from);
  return (
    end - from >= 2 &&
    !coordinators.has(opener) &&
    !/ing$/.test(opener) &&
    !inQuote(context, from) &&
    !/^(?:as|who|which|after|before|during|following|citing|according|in|on|at)$/.test(opener)
  );
}

/** A quotation that completes a clause begun before its mark: a word stands before the mark, a small letter behind it. */
function runsInto(context: SentenceContext, open: number): boolean {
  if (open <= context.first + 1 || context.tokens[open - 1]!.kind !== 'word') return false;
  const inner = context.tokens[open + 1];
  return inner !== undefined && inner.kind === 'word' && !isCapitalised(inner.text);
}

/** "…, Roth said on Monday, …": nothing but a short adjunct stands between the cue and the second comma. */
function isAside(context: SentenceContext, use: CueUse, next: number): boolean {
  const from = use.inverted ? (use.subject as Subject).mentions.at(-1)!.last : use.last;
  if (next - from > 6) return false;
  for (let i = from + 1; i < next; i++) if (lowerAt(context, i) === 'that' || finiteAt(context, i)) return false;
  return true;
}

/** Does a clause whose beginning stands before the attribution go on at `next`, with its verb or as a whole? */
function goesOn(context: SentenceContext, next: number, end: number): boolean {
  const opener = lowerAt(context, next);
  if (finiteAt(context, next)) return true;
  if (coordinators.has(opener) || prepositions.has(opener) || subordinators.has(opener) || /ing$/.test(opener))
    return false;
  for (let i = next + 1; i <= end; i++) if (finiteAt(context, i) && !inQuote(context, i)) return true;
  return false;
}

function firstOfQuotation(context: SentenceContext, to: number): number {
  let i = to;
  while (i > context.first && inQuote(context, i - 1)) i--;
  return i;
}

function isClause(context: SentenceContext, from: number, to: number): boolean {
  if (to - from < 2) return false;
  if (/^(?:we|i|they|you|he|she|it)$/.test(lowerAt(context, from))) return true;
  for (let i = from + 1; i <= to; i++) {
    if (finiteAt(context, i)) return true;
    // A verb that no list has may end in -s; the genitive of "the board's chair" does not make a clause.
    const { lower, text } = context.tokens[i]!;
    if (i > from + 1 && lower.endsWith('s') && !/['’]s$/.test(lower) && !isCapitalised(text)) return true;
  }
  return false;
}
