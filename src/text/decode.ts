import { detect } from 'chardet';

/** A decoded text with what had to be done to it; `text` is null when the bytes are no text at all. */
export interface Decoded {
  readonly text: string | null;
  /** Name of the encoding that was used. */
  readonly encoding: string;
  /** True when the encoding was only guessed from the bytes. */
  readonly guessed: boolean;
  /** What could not be decoded, as a sentence; null when all is well. */
  readonly fault: string | null;
}

const strict = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Share of control characters (tab, line feed, carriage return and form feed aside) in the first 4 KiB. */
function controlShare(bytes: Uint8Array): number {
  const head = bytes.subarray(0, 4096);
  let control = 0;
  for (const byte of head) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) control++;
  return head.length ? control / head.length : 0;
}

/**
 * Decodes bytes: byte order mark, then the encoding the document declares (`declared`, as in an HTML meta element), then
 * strict UTF-8, and only then a guess, which is said. Bytes with many control characters are no text.
 */
export function decode(bytes: Uint8Array, { declared = null }: { readonly declared?: string | null } = {}): Decoded {
  const mark = byteOrderMark(bytes);
  if (!mark && controlShare(bytes) > 0.02) {
    return { text: null, encoding: 'binary', guessed: false, fault: 'the file is binary, not text' };
  }
  for (const encoding of [mark, declared, 'utf-8']) {
    const text = encoding ? strict(bytes, encoding) : null;
    if (text !== null) return { text, encoding: encoding!, guessed: false, fault: null };
  }
  const guess = detect(bytes);
  const text = guess ? strict(bytes, guess) : null;
  if (text === null)
    return {
      text: null,
      encoding: 'unknown',
      guessed: true,
      fault: 'the file is in no encoding that could be told; save it as UTF-8',
    };
  return {
    text,
    encoding: guess!,
    guessed: true,
    fault: `the file is not UTF-8; it was read as ${guess}, which is a guess: look at names with accents, and save it as UTF-8`,
  };
}

/** The normalised form that all offsets refer to: no leading byte order mark, LF line ends, NFC. */
export function normalizeText(text: string): string {
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return (plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain).normalize('NFC');
}
