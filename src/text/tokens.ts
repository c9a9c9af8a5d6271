import { foldName, isDigit, isLetter, isSpace } from './letters.js';

/** What a token is: a word, a number, a quotation mark, or other punctuation. */
export type TokenKind = 'word' | 'number' | 'quote' | 'mark';

/** A piece of text that grammar rules see as one: [start, end) in UTF-16 units. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  /** Under which names and phrases are looked up: lower case without marks, apostrophes and full stops. */
  readonly key: string;
  readonly kind: TokenKind;
  /** Word class in its sentence, set once the sentence is known (a bit of WORD in extract/parse); 0 before. */
  word: number;
}

const APOSTROPHE = /['’]/;
const DOUBLE_MARKS = '"“”„«»';

/**
 * Cuts a stretch of text into tokens. Clitics stand alone ("Azerbaijan" + "’s", "we" + "’ll"), initialisms keep their
 * full stops ("U.S."), hyphenated words and negated auxiliaries stay whole ("air-defence", "didn’t").
 */
export function tokenize(text: string, from = 0, to: number = text.length): Token[] {
  const tokens: Token[] = [];
  const spellings = new Map<string, Spelling>();
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      at++;
      continue;
    }
    const end = tokenEnd(text, at, to, code);
    const { text: piece, lower, key, kind } = spellingOf(spellings, text.slice(at, end), code);
    tokens.push({ start: at, end, text: piece, lower, key, kind, word: 0 });
    at = end;
  }
  return tokens;
}

/** What a token's letters alone tell of it. */
type Spelling = Pick<Token, 'text' | 'lower' | 'key' | 'kind'>;

/** The spelling of a piece; few words make up most of every text, so what was found for one is kept for the next. */
function spellingOf(spellings: Map<string, Spelling>, piece: string, code: number): Spelling {
  const known = spellings.get(piece);
  if (known) return known;
  const plain = piece.toLowerCase();
  const spelling: Spelling = {
    text: piece,
    // The horizontal bar is a dash to every rule.
    lower: plain === '―' ? '—' : plain.includes('’') ? plain.replace('’', "'") : plain,
    key: isPlain(plain) || isDigit(code) ? plain : isLetter(code) ? foldName(piece) : '',
    kind: kindOf(piece, code),
  };
  spellings.set(piece, spelling);
  return spelling;
}

/** Only letters from a to z: nothing to fold, as for nearly all words of English. */
function isPlain(lower: string): boolean {
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i);
    if (code < 97 || code > 122) return false;
  }
  return true;
}

function kindOf(piece: string, code: number): TokenKind {
  if (isLetter(code)) return 'word';
  if (isDigit(code)) return 'number';
  if (piece.length === 1 && (DOUBLE_MARKS.includes(piece) || "‘’‚‹›'".includes(piece))) return 'quote';
  if (piece === "''" || piece === '``') return 'quote';
  return APOSTROPHE.test(piece[0]!) && piece.length > 1 ? 'word' : 'mark';
}

function tokenEnd(text: string, at: number, to: number, code: number): number {
  if (isLetter(code)) return wordEnd(text, at, to);
  if (isDigit(code)) return numberEnd(text, at, to);
  // Two typewriter apostrophes, or two grave accents, are one double mark.
  if ((code === 39 || code === 96) && text.charCodeAt(at + 1) === code && at + 2 <= to) return at + 2;
  if (code === 39 || code === 0x2019) {
    const clitic = /^['’](?:s|S|ll|re|ve|d|m)(?![\p{L}\p{N}])/u.exec(text.slice(at, at + 4));
    if (clitic && at > 0 && isLetter(text.charCodeAt(at - 1))) return Math.min(to, at + clitic[0].length);
  }
  if (code === 46) {
    let end = at;
    while (end < to && text.charCodeAt(end) === 46) end++;
    return end;
  }
  return at + 1;
}

function wordEnd(text: string, at: number, to: number): number {
  let end = at;
  for (;;) {
    while (end < to && (isLetter(text.charCodeAt(end)) || isDigit(text.charCodeAt(end)))) end++;
    const code = text.charCodeAt(end);
    const next = text.charCodeAt(end + 1);
    if (end + 1 >= to || !(isLetter(next) || (code === 45 && isDigit(next)))) break;
    if (code === 45 || code === 0x2010 || code === 0x2011 || code === 38) end++;
    else if (code === 46 && isInitial(text, at, end)) end++;
    else if ((code === 39 || code === 0x2019) && !isClitic(text, end, to)) end++;
    else break;
  }
  // "U.S." keeps its last full stop, "Ltd." does not: a single letter before the stop tells them apart.
  if (
    end < to &&
    text.charCodeAt(end) === 46 &&
    (end - at === 1 ? isInitial(text, at, end) : text.charCodeAt(end - 2) === 46)
  )
    end++;
  return end;
}

/** A single capital letter, or letters already joined by full stops, stand before this full stop. */
function isInitial(text: string, at: number, stop: number): boolean {
  const length = stop - at;
  if (length === 1) return /\p{Lu}/u.test(text[at]!) || text[stop + 2] === '.';
  return text.charCodeAt(stop - 2) === 46;
}

function isClitic(text: string, at: number, to: number): boolean {
  const next = text.slice(at + 1, Math.min(to, at + 4)).toLowerCase();
  const letter = (i: number): boolean => isLetter(next.charCodeAt(i) || 32);
  if (/^[sdm]/.test(next) && !letter(1)) return true;
  return /^(?:ll|re|ve)/.test(next) && !letter(2);
}

function numberEnd(text: string, at: number, to: number): number {
  let end = at;
  for (;;) {
    while (end < to && (isDigit(text.charCodeAt(end)) || isLetter(text.charCodeAt(end)))) end++;
    const code = text.charCodeAt(end);
    const joins = code === 46 || code === 44 || code === 58 || code === 45 || code === 47;
    if (!joins || end + 1 >= to || !isDigit(text.charCodeAt(end + 1))) return end;
    end++;
  }
}
