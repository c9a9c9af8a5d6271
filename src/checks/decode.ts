import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';

/** A file's bytes as text; null when they are no text at all. */
export interface Decoded {
  readonly text: string | null;
  readonly findings: readonly Finding[];
}

/**
 * Decodes a file that must be UTF-8. A file with foreign bytes is read all the same (each becomes U+FFFD) with one
 * finding that says where the first stands and how many lines have any; UTF-16 and binary files give no text.
 * A byte order mark is kept: the readers name and skip it.
 */
export function decode(bytes: Uint8Array, file: string): Decoded {
  const binary = noText(bytes, file);
  if (binary) return { text: null, findings: [binary] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), findings: [] };
  } catch {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    return { text, findings: [foreignBytes(bytes, text, file)] };
  }
}

/** A finding for a file whose beginning shows that it is no UTF-8 text at all; null when it may be. */
export function noText(head: Uint8Array, file: string): Finding | null {
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (!utf16 && !looksBinary(head)) return null;
  const message = utf16 ? 'the file is UTF-16; save it as UTF-8' : 'the file is binary, not text';
  return finding('file/encoding', { file, line: 1, column: 1, byte_offset: 0 }, message);
}

/** Many NUL bytes near the beginning: an image, a workbook, UTF-16 without its mark. A single one is a finding of its own. */
function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  let nul = 0;
  for (const byte of head) if (byte === 0) nul++;
  return nul > head.length / 20;
}

function foreignBytes(bytes: Uint8Array, text: string, file: string): Finding {
  const at = Math.max(0, firstForeignByte(bytes, 0, bytes.length));
  let line = 1;
  let lineStart = 0;
  for (let i = 0; i < at; i++) {
    if (bytes[i] !== 0x0a && !(bytes[i] === 0x0d && bytes[i + 1] !== 0x0a)) continue;
    line++;
    lineStart = i + 1;
  }
  const column = new TextDecoder('utf-8').decode(bytes.subarray(lineStart, at)).length + 1;
  const lines = text.split(/\r\n?|\n/).filter((one) => one.includes('\ufffd')).length;
  const value = `0x${bytes[at]!.toString(16).padStart(2, '0')}`;
  return finding(
    'file/encoding',
    { file, line, column, byte_offset: at },
    `the byte ${value} is not UTF-8 (${lines} ${lines === 1 ? 'line has' : 'lines have'} such bytes); save the file as UTF-8`,
    { value },
  );
}

/** Where in `bytes[from..to)` the first byte stands that is no part of well-formed UTF-8 (The Unicode Standard 15, table 3-7); −1 for none. */
export function firstForeignByte(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to;) {
    if (bytes[at]! < 0x80) {
      at++;
      continue;
    }
    const length = sequenceLength(bytes, at);
    if (length === 0 || at + length > to) return at;
    at += length;
  }
  return -1;
}

/** Bytes of the well-formed sequence that begins here; 0 when none does. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  const second = bytes[at + 1] ?? 0;
  const goesOn = (n: number): boolean => ((bytes[at + n] ?? 0) & 0xc0) === 0x80;
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return goesOn(1) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const overlong = first === 0xe0 && second < 0xa0;
    const surrogate = first === 0xed && second > 0x9f;
    return goesOn(1) && goesOn(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const outside = (first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f);
    return goesOn(1) && goesOn(2) && goesOn(3) && !outside ? 4 : 0;
  }
  return 0;
}
