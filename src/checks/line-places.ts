import type { Finding } from '../model/generated.js';
import { lastAtOrBelow } from './code-points.js';

/** Finds lines and columns in a text; lines end with LF, CR or CRLF. */
export interface LinePlaces {
  /** Line and column (both from 1) of a position in the text, UTF-16 units. */
  readonly placeOf: (position: number) => { line: number; column: number };
  /** Byte offset, in UTF-8, of a line and column; null when the text has no such line. */
  readonly byteOffset: (line: number, column: number) => number | null;
}

/** Notes where the lines of a text begin. A leading byte order mark belongs to no column. */
export function linePlaces(text: string): LinePlaces {
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const starts = [bom];
  const end = /\r\n?|\n/g;
  while (end.exec(text)) starts.push(end.lastIndex);
  let bytes: number[] | null = null;
  // Places are mostly asked for in their order: a line with many is gone through once.
  const last = { line: 0, column: 1, bytes: 0 };
  return {
    placeOf: (position) => {
      const line = Math.max(0, lastAtOrBelow(starts, position));
      return { line: line + 1, column: Math.max(1, position - starts[line]! + 1) };
    },
    byteOffset: (line, column) => {
      bytes ??= byteStarts(text, starts);
      const from = starts[line - 1];
      if (from === undefined) return null;
      if (line !== last.line || column < last.column) Object.assign(last, { line, column: 1, bytes: bytes[line - 1]! });
      last.bytes += utf8Length(text, from + last.column - 1, from + column - 1);
      last.column = column;
      return last.bytes;
    },
  };
}

/** A finding with the byte offset of its place in the text, where it has none yet. */
export function withByteOffset(found: Finding, places: LinePlaces): Finding {
  const { line, column, byte_offset } = found;
  if (byte_offset !== null || line === null || column === null) return found;
  return { ...found, byte_offset: places.byteOffset(line, column) };
}

function byteStarts(text: string, starts: readonly number[]): number[] {
  let bytes = 0;
  let before = 0;
  return starts.map((start) => {
    bytes += utf8Length(text, before, start);
    before = start;
    return bytes;
  });
}

function utf8Length(text: string, from: number, to: number): number {
  let bytes = 0;
  for (let i = from; i < to && i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Each half of a surrogate pair counts two of the pair's four bytes.
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
  }
  return bytes;
}
