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
  const digest = hash('sha256', parts.join('\u001f'), 'buffer');
  let bits = 0;
  let value = 0;
  let out = '';
  for (let i = 0; out.length < 16; i++) {
    value = (value << 8) | digest[i]!;
    bits += 8;
    while (bits >= 5 && out.length < 16) {
      bits -= 5;
      out += ALPHABET[(value >> bits) & 31]!;
    }
    value &= (1 << bits) - 1;
  }
  return out;
}
