const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Longest piece that is built letter by letter: for short ones that is faster than a decoder's call. */
const SHORT = 24;

/** A slice of UTF-8 bytes as text; bytes that are not UTF-8 become U+FFFD, a byte order mark stays. */
export function decodeUtf8(bytes: Uint8Array, from: number, to: number): string {
  if (to - from <= SHORT) {
    let at = from;
    while (at < to && bytes[at]! < 0x80) at++;
    if (at === to) return ascii(bytes, from, to);
  }
  return decoder.decode(bytes.subarray(from, to));
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++) text += ASCII[bytes[at]!]!;
  return text;
}

const ASCII = Array.from({ length: 128 }, (_, i) => String.fromCharCode(i));

/** Length in UTF-16 units of a slice of UTF-8 bytes; a byte that is not UTF-8 counts as the character it is shown as. */
export function utf16Length(bytes: Uint8Array, from: number, to: number): number {
  let units = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) units++;
    else return units + decoder.decode(bytes.subarray(at, to)).length;
  }
  return units;
}
