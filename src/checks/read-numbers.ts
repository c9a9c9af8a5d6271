const MINUS = 0x2d;
const ZERO = 0x30;
const SEMICOLON = 0x3b;

/** A segment of a text, in code points. */
interface Segment {
  readonly start: number;
  readonly end: number;
}

/** A whole number as it stands in a cell; NaN for what is none, is not in its one form (no "+", no leading zero) or has over 15 digits. */
export function readInteger(bytes: Uint8Array, from: number, to: number): number {
  const negative = bytes[from] === MINUS;
  const first = negative ? from + 1 : from;
  const digits = to - first;
  if (digits < 1 || digits > 15 || (digits > 1 && bytes[first] === ZERO) || (negative && bytes[first] === ZERO)) {
    return NaN;
  }
  let value = 0;
  for (let at = first; at < to; at++) {
    const digit = bytes[at]! - ZERO;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return negative ? -value : value;
}

/** Segments such as 120-180;200-240 as they stand in a cell; null for what is not plainly that. */
export function readSegments(bytes: Uint8Array, from: number, to: number): Segment[] | null {
  const segments: Segment[] = [];
  let start = -1;
  let value = 0;
  let digits = 0;
  for (let at = from; at <= to; at++) {
    const byte = at < to ? bytes[at]! : SEMICOLON;
    const digit = byte - ZERO;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      if (++digits > 9) return null;
    } else if (byte === MINUS && start < 0 && digits > 0) {
      start = value;
      value = digits = 0;
    } else if (byte === SEMICOLON && start >= 0 && digits > 0 && value > 0) {
      segments.push({ start, end: value });
      start = -1;
      value = digits = 0;
    } else return null;
  }
  return segments;
}
