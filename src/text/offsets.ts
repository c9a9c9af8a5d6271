/**
 * Counts a text's positions in Unicode code points (stored tables) and UTF-16 units (inside the program).
 * Texts without surrogate pairs, nearly all, need no table: both counts are the same.
 */
export interface Offsets {
  /** Code points before a UTF-16 position. */
  toCodePoints(position: number): number;
  /** UTF-16 position of a count of code points. */
  toUnits(codePoints: number): number;
  /** Length of the text in code points. */
  readonly length: number;
}

const SURROGATE = /[\ud800-\udbff][\udc00-\udfff]/g;

/** The two counts of one text. Positions inside a surrogate pair belong to its first unit. */
export function offsetsOf(text: string): Offsets {
  const pairs = [...text.matchAll(SURROGATE)].map((match) => match.index);
  if (!pairs.length) return { toCodePoints: (p) => p, toUnits: (p) => p, length: text.length };
  /** Number of pairs that begin before a position; `shift(i)` is where the i-th pair begins in the asked unit. */
  const before = (position: number, shift: (i: number) => number): number => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (shift(middle) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    toCodePoints: (position) => position - before(position, (i) => pairs[i]! + 1),
    toUnits: (codePoints) => codePoints + before(codePoints, (i) => pairs[i]! - i),
    length: text.length - pairs.length,
  };
}

/** The slice [start, end) of a text, counted in code points. */
export function sliceCodePoints(text: string, start: number, end: number, offsets: Offsets = offsetsOf(text)): string {
  return text.slice(offsets.toUnits(start), offsets.toUnits(end));
}
