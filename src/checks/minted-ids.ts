import { schemas, type SchemaName } from '../model/generated.js';

/** Letters of minted ids (Crockford's base 32, lower case), by byte. */
const LETTERS = new Uint8Array(256);
for (const letter of '0123456789abcdefghjkmnpqrstvwxyz') LETTERS[letter.charCodeAt(0)] = 1;

/** The form that a schema asks of minted ids, with their prefix. */
const PATTERN = /^\^([a-z]{2})_\[0-9a-hjkmnp-tv-z\]\{16\}\(-\[0-9\]\+\)\?\$$/;

/** The two letters with which the ids of a column begin; null when it holds no minted ids. */
export function mintedPrefix(schema: SchemaName, column: string): string | null {
  const properties = schemas[schema]['properties'] as Readonly<Record<string, { readonly pattern?: string }>>;
  const pattern = Object.hasOwn(properties, column) ? properties[column]!.pattern : undefined;
  return PATTERN.exec(pattern ?? '')?.[1] ?? null;
}

/** Whether a cell is a minted id without the number that tells rivals apart: two letters, "_" and sixteen more. */
export function isMinted(bytes: Uint8Array, from: number, to: number, prefix: string): boolean {
  if (to - from !== 19 || bytes[from + 2] !== 0x5f) return false;
  if (bytes[from] !== prefix.charCodeAt(0) || bytes[from + 1] !== prefix.charCodeAt(1)) return false;
  for (let at = from + 3; at < to; at++) if (LETTERS[bytes[at]!] === 0) return false;
  return true;
}
