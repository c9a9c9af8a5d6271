import { isCapitalised } from './letters.js';
import type { Quote } from './quotes.js';
import type { Token } from './tokens.js';

/** A sentence as token indices, first to last inclusive. */
export interface SentenceRange {
  readonly first: number;
  readonly last: number;
}

/** What the sentence rules need to know about words: abbreviations by kind, and whether a word reports speech. */
export interface SentenceRules {
  /** Abbreviations without their full stop, lower case, after which a sentence never ends (Mr, Gen). */
  readonly titles: ReadonlySet<string>;
  /** Abbreviations after which a sentence ends only before a word that begins sentences (Jan, Inc). */
  readonly others: ReadonlySet<string>;
  /** True for a word such as "said", "asked": a sentence goes on after `?”` when it follows soon. */
  readonly reports: (lower: string) => boolean;
}

/** Words that begin sentences and seldom follow an initialism inside one ("in the U.S. The …"). */
const STARTERS = new Set(
  'the a an he she it they we i you this that these those but and in on at as when while after before if his her their our its there however moreover meanwhile furthermore also both asked for'.split(
    ' ',
  ),
);

/**
 * Cuts a paragraph (tokens first to last) into sentences. Full stops inside a double quotation do not end one, so that a
 * quotation and its attribution stay together; after the closing mark a sentence may end.
 */
export function sentencesOf(
  tokens: readonly Token[],
  first: number,
  last: number,
  quotes: readonly Quote[],
  rules: SentenceRules,
): SentenceRange[] {
  const sentences: SentenceRange[] = [];
  const doubles = quotes.filter((quote) => quote.mark === 'double');
  let from = first;
  let q = 0;
  for (let i = first; i <= last; i++) {
    while (q < doubles.length && closeOf(doubles[q]!, last) < i) q++;
    const quote = doubles[q];
    const inside = quote !== undefined && i > quote.open && i < closeOf(quote, last);
    if (inside) continue;
    const end = endsAt(tokens, i, last, quote, rules);
    if (end < 0) continue;
    sentences.push({ first: from, last: end });
    from = end + 1;
    i = end;
  }
  if (from <= last) sentences.push({ first: from, last });
  return sentences;
}

/** What follows a reporting verb that closes a quotation, rather than one that opens a report. */
const ATTRIBUTION_END =
  /^(?:[.,;]|of|in|on|at|to|during|after|before|when|as|while|with|from|by|earlier|yesterday|today|later|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

const closeOf = (quote: Quote, last: number): number => (quote.close < 0 ? last + 1 : quote.close);

/** Token index at which a sentence ends when token i ends it (closing marks included), or -1. */
function endsAt(
  tokens: readonly Token[],
  i: number,
  last: number,
  quote: Quote | undefined,
  rules: SentenceRules,
): number {
  const token = tokens[i]!;
  const closesQuote = quote !== undefined && i === quote.close;
  if (closesQuote) {
    const before = tokens[i - 1]!.text;
    if (!/^[.!?…]+$/.test(before)) return -1;
    return followsFreely(tokens, i, last, before, rules) ? i : -1;
  }
  const initialism = token.kind === 'word' && token.text.endsWith('.');
  if (initialism) {
    const next = tokens[i + 1];
    return next && i < last && STARTERS.has(next.lower) && isCapitalised(next.text) ? i : -1;
  }
  if (token.kind !== 'mark' || !/^(?:[.!?…]|\.{2,})$/.test(token.text)) return -1;
  if (token.text === '.' && i > 0 && tokens[i - 1]!.end === token.start) {
    const word = tokens[i - 1]!.lower;
    if (rules.titles.has(word)) return -1;
    const next = tokens[i + 1];
    if (rules.others.has(word) && next && !(STARTERS.has(next.lower) && isCapitalised(next.text))) return -1;
  }
  let end = i;
  while (
    end < last &&
    (tokens[end + 1]!.text === ')' || tokens[end + 1]!.text === ']' || isClosing(tokens, end + 1, quote))
  )
    end++;
  if (end >= last) return last;
  // A gap must follow: "state.gov" is no end.
  if (tokens[end + 1]!.start === tokens[end]!.end && tokens[end + 1]!.kind === 'word') return -1;
  return startsSentence(tokens[end + 1]!) ? end : -1;
}

const isClosing = (tokens: readonly Token[], i: number, quote: Quote | undefined): boolean =>
  tokens[i]!.kind === 'quote' && quote?.open !== i && tokens[i]!.start === tokens[i - 1]!.end;

const startsSentence = (token: Token): boolean =>
  token.kind === 'quote' || token.kind === 'number' || isCapitalised(token.text) || '([-–—•*'.includes(token.text);

/** After a closed quotation that ended with a full stop: does a new sentence begin, or does its attribution follow? */
function followsFreely(
  tokens: readonly Token[],
  i: number,
  last: number,
  before: string,
  rules: SentenceRules,
): boolean {
  const next = tokens[i + 1];
  if (!next || i >= last) return true;
  if (!startsSentence(next)) return false;
  if (next.kind === 'quote') return true;
  // “…” — Ana Roth: a dash and a few words at the paragraph's end say who spoke.
  if (/^[—–―]$/.test(next.text)) return last - i > 8;
  for (let j = i + 1; j <= Math.min(last, i + 5); j++) {
    if (!rules.reports(tokens[j]!.lower)) continue;
    // “… voters.” Asked why, she smiled: a capital behind a full stop begins a sentence.
    if (before === '.' && j === i + 1 && isCapitalised(tokens[j]!.text)) return true;
    // Behind a full stop only a sentence that says nothing else (“….” Roth said.) can belong to the quotation.
    const end = before === '.' ? /^[.]$/ : ATTRIBUTION_END;
    return j > i + 1 && !end.test(tokens[j + 1]?.lower ?? '.');
  }
  return true;
}
