import type { Cue } from '../../model/generated.js';
import { inQuote, lowerAt, type Mention, type SentenceContext } from '../parse/context.js';
import { cueUses } from '../parse/cue-uses.js';
import { plainAttribution, type Attribution } from './attribution.js';
import { colonSpeaker } from './colon-quote.js';
import { contentEnd, segmentsOf } from './content.js';

/** A sentence that ends in a colon and says who is about to be quoted. */
export interface Introducer {
  readonly speakers: readonly Mention[];
  readonly apposition: Mention | null;
  readonly cue: Mention;
  /** Null where the sentence has a colon but no verb of saying. */
  readonly sense: Cue | null;
}

/** "The ministry responded:" at the end of a paragraph: who speaks in the quotation that follows; null otherwise. */
export function introducerOf(context: SentenceContext): Introducer | null {
  if (lowerAt(context, context.last) !== ':') return null;
  for (const use of cueUses(context).reverse()) {
    const sense = use.senses.find((s) => s.frame === 'quote') ?? use.senses.find((s) => s.frame === 'that');
    if (!sense || use.subject === 'inherit' || !use.subject) continue;
    return {
      speakers: use.subject.mentions,
      apposition: use.subject.apposition,
      cue: { first: use.first, last: use.last },
      sense,
    };
  }
  const speaker = colonSpeaker(context, context.last);
  return speaker ? { ...speaker, sense: null } : null;
}

/** The quotation that a sentence opens with, when the sentence before introduced it; null otherwise. */
export function introducedQuote(
  context: SentenceContext,
  sentence: number,
  introducer: Introducer | null,
): Attribution | null {
  if (!introducer || !inQuote(context, context.first) || context.sentence.quotes.length === 0) return null;
  let words = 0;
  for (let i = context.first; i <= context.last; i++)
    if (!inQuote(context, i) && context.tokens[i]!.kind === 'word') words++;
  // With words of its own around it, the quotation has its own attribution.
  if (words > 0) return null;
  const stretch = { first: context.first, last: contentEnd(context, context.last) };
  const parts = segmentsOf(context, [stretch], { quotation: true });
  if (!parts.segments.length) return null;
  return {
    ...plainAttribution,
    sentence,
    quote_type: parts.quote_type,
    segments: parts.segments,
    content: parts.content,
    ...introducer,
  };
}
