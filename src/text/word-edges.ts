/** Where a stretch of whole words may begin and end, for every position of a text in UTF-16 units. */
export interface WordEdges {
  /** 1 where one may begin: no blank stands there, and no word is cut. */
  readonly starts: Uint8Array;
  /** 1 where one may end: no blank stands before, and no word is cut. */
  readonly ends: Uint8Array;
}

const BLANK = 0;
const WORD = 1;
const SIGN = 2;
/** A letter of a script that is written without blanks between words: each is an edge. */
const LETTER = 3;

const WORDS = /^[\p{L}\p{N}\p{M}]$/u;
const UNSPACED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]$/u;

/** The edges of the words of a text; punctuation stands by itself, letter by letter. */
export function wordEdges(text: string): WordEdges {
  const starts = new Uint8Array(text.length + 1);
  const ends = new Uint8Array(text.length + 1);
  let before = BLANK;
  for (let at = 0; at <= text.length;) {
    const code = text.codePointAt(at) ?? 0x20;
    const kind = kindOf(code);
    if (before !== WORD || kind !== WORD) {
      if (kind !== BLANK) starts[at] = 1;
      if (before !== BLANK) ends[at] = 1;
    }
    before = kind;
    at += code > 0xffff ? 2 : 1;
  }
  return { starts, ends };
}

function kindOf(code: number): number {
  if (code < 0x80) {
    if (code <= 0x20) return BLANK;
    const isWord = (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
    return isWord ? WORD : SIGN;
  }
  const character = String.fromCodePoint(code);
  if (/^\s$/.test(character)) return BLANK;
  if (!WORDS.test(character)) return SIGN;
  return code > 0xdff && UNSPACED.test(character) ? LETTER : WORD;
}
