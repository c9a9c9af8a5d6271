/** A text addressed by Unicode code points, as all offsets of the tables are. */
export interface CodePoints {
  readonly text: string;
  /** Length in code points. */
  readonly length: number;
  /** The slice [start, end); what lies outside the text is left out. */
  readonly slice: (start: number, end: number) => string;
  /** Code point at which a position of the string (UTF-16 units) lies. */
  readonly indexOf: (position: number) => number;
}

/** Makes a text addressable by code points: at no cost where it holds no surrogate pair, else with one table of places. */
export function codePoints(text: string): CodePoints {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) {
    return {
      text,
      length: text.length,
      slice: (start, end) => text.slice(start, Math.max(start, end)),
      indexOf: (at) => at,
    };
  }
  const starts: number[] = [];
  for (let at = 0; at < text.length; at += text.codePointAt(at)! > 0xffff ? 2 : 1) starts.push(at);
  const unit = (index: number): number => starts[index] ?? text.length;
  return {
    text,
    length: starts.length,
    slice: (start, end) => text.slice(unit(start), unit(Math.max(start, end))),
    indexOf: (at) => lastAtOrBelow(starts, at),
  };
}

/** Index of the last of the rising numbers that is at or below `value`; -1 when all are above. */
export function lastAtOrBelow(rising: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
