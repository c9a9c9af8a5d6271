import { isSpace } from './letters.js';
import type { Token } from './tokens.js';

/** A quoted stretch of a paragraph, as token indices of its marks; `close` is -1 where the closing mark is missing. */
export interface Quote {
  readonly open: number;
  readonly close: number;
  /** What stands between the marks, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly mark: 'double' | 'single';
  /** True when the quotation goes on from the paragraph before (the mark was opened again). */
  readonly continues: boolean;
}

/** Quotes of one paragraph, the state it leaves behind, and the marks that found no partner. */
export interface ParagraphQuotes {
  readonly quotes: readonly Quote[];
  /** Token index of the mark whose quotation is still open at the paragraph's end; -1 when none is. */
  readonly open: number;
  /** Token indices of marks without a partner. */
  readonly stray: readonly number[];
}

const OPENING = '“„«‹';
const CLOSING = '”»›';

type Role = 'open' | 'close' | 'none';

/**
 * Pairs the quotation marks of one paragraph (tokens first to last, inclusive). Marks pair by kind; single marks count
 * only outside double ones and only in pairs, so that apostrophes are no quotes. A stray mark costs nothing but itself,
 * or its paragraph where it opens it. `continues` says that the paragraph before ended inside a quotation, `reopens` that the
 * next one begins with a mark, so that a quotation left open here goes on there.
 */
export function paragraphQuotes(
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
  { continues = false, reopens = false }: { readonly continues?: boolean; readonly reopens?: boolean } = {},
): ParagraphQuotes {
  const quotes: Quote[] = [];
  const stray: number[] = [];
  let open = -1;
  let single = -1;
  let nested = false;
  const push = (from: number, to: number, mark: Quote['mark']): void => {
    const start = tokens[from]!.end;
    const end = to < 0 ? tokens[last]!.end : tokens[to]!.start;
    if (end <= start) return;
    quotes.push({
      open: from,
      close: to,
      start,
      end,
      mark,
      continues: continues && from === first && mark === 'double',
    });
  };
  for (let i = first; i <= last; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'quote') continue;
    const isSingle = "'‘’‚".includes(token.text);
    const role = roleOf(text, token, isSingle ? single >= 0 : open >= 0);
    if (isSingle) {
      if (open >= 0) continue;
      if (role === 'open') single = i;
      else if (role === 'close' && single >= 0) {
        push(single, i, 'single');
        single = -1;
      }
    } else if (
      open === first &&
      isStraight(tokens[open]!.text) &&
      !isStraight(token.text) &&
      (role === 'open' || nested)
    ) {
      // "… a box labelled “problem” …: curly marks inside a paragraph that a straight mark opens quote within the quotation.
      nested = role === 'open';
    } else if (role === 'open') {
      if (open >= 0) stray.push(open);
      open = i;
    } else if (role === 'close') {
      if (open < 0) stray.push(i);
      else push(open, i, 'double');
      open = -1;
      single = -1;
    }
  }
  // A paragraph that begins with a mark and never closes it is quoted to its end: the next one reopens, or the mark was forgotten.
  if (open >= 0 && (open === first || reopens)) push(open, -1, 'double');
  return { quotes: quotes.some((quote) => quote.mark === 'double') ? quotes : promoted(quotes), open, stray };
}

/** Fewest tokens that make a stretch between single marks a quotation; a name or a nickname has fewer. */
const MIN_QUOTED = 4;

/** Where a paragraph quotes by single marks only, its longer stretches are quotations like any other. */
function promoted(quotes: readonly Quote[]): Quote[] {
  return quotes.map((quote) => (quote.close - quote.open > MIN_QUOTED ? { ...quote, mark: 'double' } : quote));
}

function roleOf(text: string, token: Token, isOpen: boolean): Role {
  if (OPENING.includes(token.text) || token.text === '``') return 'open';
  const before = text.charCodeAt(token.start - 1);
  const after = text.charCodeAt(token.end);
  const gapBefore = token.start === 0 || isSpace(before) || '([{—–-'.includes(text[token.start - 1]!);
  const gapAfter = token.end >= text.length || isSpace(after) || '.,;:!?)]}—–-'.includes(text[token.end]!);
  // A closing mark that opens a word was typed for an opening one.
  if (CLOSING.includes(token.text)) return !isOpen && gapBefore && !gapAfter ? 'open' : 'close';
  if (token.text === '‘' || token.text === '‚') return 'open';
  if (token.text === '’') return isOpen && gapAfter ? 'close' : 'none';
  if (gapBefore && !gapAfter) return 'open';
  if (gapAfter && !gapBefore) return isOpen || isStraight(token.text) ? 'close' : 'none';
  return isStraight(token.text) ? (isOpen ? 'close' : 'open') : 'none';
}

const isStraight = (mark: string): boolean => mark === '"' || mark === "''";
