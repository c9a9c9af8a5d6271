import { createHash, hash } from 'node:crypto';

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

/** A SHA-256 of bytes that come in pieces. */
export interface HashStream {
  update(bytes: Uint8Array): void;
  /** The digest of all that came, in lower-case hexadecimal; may be asked for once. */
  digest(): string;
}

/** Starts a digest of bytes that come in pieces. */
export function hashStream(): HashStream {
  const sha = createHash('sha256');
  return { update: (bytes) => void sha.update(bytes), digest: () => sha.digest('hex') };
}
