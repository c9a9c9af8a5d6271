export const QUOTE = 0x22;
export const LF = 0x0a;
export const CR = 0x0d;

/** Kinds of bytes of a CSV file: the end of a cell; a quotation mark; worth a second look. 0 = part of a cell. */
export const END = 1;
export const MARK = 2;
export const LOOK = 3;

/**
 * Bytes that begin a character which may be spoilt, composed or invisible: NUL, the leads of combining marks and of all
 * blocks that Unicode's composed form (NFC) can change, U+FFFD, and C3, behind which bad decoding shows.
 */
const LEADS = [0, 0xc3, 0xcc, 0xcd, 0xce, 0xcf, ...range(0xd6, 0xe3), 0xea, 0xee, 0xef, ...range(0xf0, 0xff)];
/** Second bytes behind C3 with which words begin that are UTF-8 read as Windows-1252: Â Ã Ä Å Ð Ñ â. */
const SPOILT = new Set([0x82, 0x83, 0x84, 0x85, 0x90, 0x91, 0xa2]);

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** The kind of each byte in a file with this separator. */
export function byteKinds(separator: number): Uint8Array {
  const kinds = new Uint8Array(256);
  for (const lead of LEADS) kinds[lead] = LOOK;
  for (const end of [separator, LF, CR]) kinds[end] = END;
  kinds[QUOTE] = MARK;
  return kinds;
}

/** Whether the character that begins at a byte of kind LOOK makes its row worth a look at its characters. */
export function isNoticeable(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at]!;
  if (byte === 0xc3) return SPOILT.has(bytes[at + 1]!);
  // General punctuation (quotation marks, dashes) has nothing to compose but in its first characters.
  return !(byte === 0xe2 && bytes[at + 1] === 0x80 && bytes[at + 2]! >= 0x90);
}

/** Cells on the last line of `bytes[from..to)`, whatever marks it has. */
export function cellsOnLastLine(bytes: Uint8Array, from: number, to: number, separator: number): number {
  let cells = 1;
  for (let at = to - 1; at >= from && bytes[at] !== LF && bytes[at] !== CR; at--) if (bytes[at] === separator) cells++;
  return cells;
}
