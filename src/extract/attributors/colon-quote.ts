import { finiteAt, inQuote, lowerAt, type Mention, type SentenceContext } from '../parse/context.js';
import { mainSubject } from '../parse/main-subject.js';
import { isAgentPhrase, type Subject } from '../parse/subject.js';
import { classAt } from '../parse/context.js';
import { WORD } from '../parse/word-class.js';
import { plainAttribution, type Attribution } from './attribution.js';
import { contentEnd, segmentsOf } from './content.js';

/** Fewest tokens of a quotation behind a colon; a name or a motto has fewer. */
const LEAST = 6;

/** Who a colon gives the word to, and the words that say so. */
export interface ColonSpeaker {
  readonly speakers: readonly Mention[];
  readonly apposition: Mention | null;
  readonly cue: Mention;
}

/**
 * A quotation behind a colon whose sentence has no cue for it: “She returned to her old line: “…””, “… agree – Ana Roth:
 * “…””. The subject of the sentence speaks, or the name between a dash and the colon.
 */
export function colonQuote(
  context: SentenceContext,
  sentence: number,
  others: readonly Attribution[],
): Attribution | null {
  for (const quote of context.sentence.quotes) {
    const colon = quote.open - 1;
    const last = quote.close < 0 ? context.last : quote.close;
    if (
      quote.mark !== 'double' ||
      colon <= context.first ||
      lowerAt(context, colon) !== ':' ||
      last - quote.open < LEAST
    )
      continue;
    if (others.some((other) => other.segments.some((s) => s.start < quote.end && quote.start < s.end))) continue;
    const speaker = colonSpeaker(context, colon);
    if (!speaker) continue;
    const stretch = { first: quote.open, last: contentEnd(context, context.last) };
    const parts = segmentsOf(context, [stretch], { quotation: true });
    if (!parts.segments.length) continue;
    const { segments, content, quote_type } = parts;
    return { ...plainAttribution, sentence, quote_type, segments, content, ...speaker };
  }
  return null;
}

/** Who speaks behind the colon at `colon`; null where neither a name nor a subject that can speak stands before it. */
export function colonSpeaker(context: SentenceContext, colon: number): ColonSpeaker | null {
  const named = nameBefore(context, colon);
  if (named) return { speakers: [named], apposition: null, cue: { first: colon, last: colon } };
  const subject = mainSubject(context);
  const verb = subject ? verbAfter(context, subject, colon) : -1;
  if (!subject || verb < 0) return null;
  return { speakers: subject.mentions, apposition: subject.apposition, cue: { first: verb, last: verb } };
}

/** The finite verb of a subject, before the colon; -1 where there is none. */
function verbAfter(context: SentenceContext, subject: Subject, colon: number): number {
  for (let i = subject.mentions.at(-1)!.last + 1; i < colon; i++) if (finiteAt(context, i)) return i;
  return -1;
}

/** A name of a few words between the sentence's start, a dash or a comma and the colon. */
function nameBefore(context: SentenceContext, colon: number): Mention | null {
  let first = colon;
  while (first > context.first && colon - first < 6 && classAt(context, first - 1) & (WORD.name | WORD.conjunction))
    first--;
  if (first === colon || inQuote(context, first)) return null;
  const opener = lowerAt(context, first - 1);
  if (opener !== '' && !/^[—–-]$/.test(opener)) return null;
  const mention = { first, last: colon - 1 };
  return isAgentPhrase(context, mention) ? mention : null;
}
