import type { Span } from '../../model/spans.js';
import { coordinators } from '../../text/function-words.js';
import { inQuote, lowerAt, type Mention, type SentenceContext } from '../parse/context.js';

/** Content cut to its segments, with the kind of quotation that its marks show. */
export interface ContentParts {
  readonly segments: readonly Span[];
  readonly content: Mention;
  readonly quote_type: 'direct' | 'mixed' | 'indirect';
}

/** The last token of a content that reaches to `last` at most: final punctuation and joining words are left out. */
export function contentEnd(context: SentenceContext, last: number): number {
  let end = last;
  while (end > context.first) {
    const token = context.tokens[end]!;
    const closing =
      /^(?:[.,;:!?…—–]|\.{2,})$/.test(token.text) ||
      (coordinators.has(token.lower) && end < context.last) ||
      token.lower === 'while';
    if (!closing || inQuote(context, end)) break;
    end--;
  }
  return end;
}

/** Stretches without the cue and the speakers that stand in them: neither is ever content, however a sentence is broken. */
export function apartFrom(stretches: readonly Mention[], others: readonly Mention[]): Mention[] {
  return others.reduce<readonly Mention[]>(
    (left, other) =>
      left.flatMap((stretch) =>
        other.last < stretch.first || other.first > stretch.last
          ? [stretch]
          : [
              { first: stretch.first, last: other.first - 1 },
              { first: other.last + 1, last: stretch.last },
            ].filter((piece) => piece.first <= piece.last),
      ),
    stretches,
  ) as Mention[];
}

/**
 * Turns stretches of tokens into segments. In a quotation only what stands between the marks counts; otherwise the
 * stretch is kept whole, marks included. Asides in square brackets stay out.
 */
export function segmentsOf(
  context: SentenceContext,
  stretches: readonly Mention[],
  { quotation }: { readonly quotation: boolean },
): ContentParts {
  const segments: Span[] = [];
  let quoted = 0;
  let all = 0;
  let first = -1;
  let last = -1;
  for (const stretch of stretches) {
    if (stretch.last < stretch.first) continue;
    const from = stretch.first;
    const to = trimEnd(context, stretch.last, from);
    for (let i = from; i <= to; i++) {
      const { start, end, kind } = context.tokens[i]!;
      if (kind === 'mark' || kind === 'quote') continue;
      all += end - start;
      if (context.quoted[i]) quoted += end - start;
    }
    if (first < 0) first = from;
    last = to;
    if (quotation) {
      for (const quote of context.sentence.quotes) {
        if (quote.mark === 'double' && quote.open >= from - 1 && quote.open <= to)
          segments.push({ start: quote.start, end: quote.end });
      }
    } else segments.push({ start: context.tokens[from]!.start, end: context.tokens[to]!.end });
  }
  const share = all ? quoted / all : 0;
  const trimmed = segments
    .map((segment) => trim(context.structure.text, segment))
    .filter((segment) => segment.end > segment.start);
  const quote_type = quotation || share >= 0.9 ? 'direct' : share > 0.02 ? 'mixed' : 'indirect';
  return { segments: trimmed, content: { first, last }, quote_type };
}

function trimEnd(context: SentenceContext, last: number, first: number): number {
  let end = last;
  while (end > first && /^[,;:]$/.test(lowerAt(context, end)) && !inQuote(context, end)) end--;
  return end;
}

function trim(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}
