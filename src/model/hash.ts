import { hash } from 'node:crypto';

/** SHA-256 of a text (as UTF-8) or of bytes, in lower-case hexadecimal. */
export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex');
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * The first 80 bits of the SHA-256 of the parts, as 16 characters of Crockford's base 32 (no i, l, o, u).
 * Parts are joined by a unit separator, so that ['ab', 'c'] and ['a', 'bc'] differ.
 */
export function shortHash(parts: readonly string[]): string {
  const digest = sha256(parts.join('\u001f'));
  let out = '';
  // Five hexadecimal digits are four of base 32.
  for (let at = 0; at < 20; at += 5) {
    const bits = parseInt(digest.slice(at, at + 5), 16);
    out += ALPHABET[bits >> 15]! + ALPHABET[(bits >> 10) & 31]! + ALPHABET[(bits >> 5) & 31]! + ALPHABET[bits & 31]!;
  }
  return out;
}
