import type { CellFault, Check } from './check.js';

const INVISIBLE = /\u00ad|\u034f|\u061c|\u180e|[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f]|\ufeff/gu;
/** Letters that look alike in two scripts stand in one id. */
const LATIN = /\p{Script=Latin}/u;
const LOOK_ALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** Ids are compared as written: what can't be seen in them, or looks like another letter, breaks every reference. */
export const ids: Check = {
  name: 'ids',
  rules: ['table/invisible-character', 'table/look-alike'],
  tables: null,
  start: () => ({
    column: ({ name }, { table }) => {
      if (!table.key.includes(name) && !Object.hasOwn(table.references, name)) return null;
      return {
        clears: isPlain,
        judge: (value, text) => {
          // Nearly every id is plain ASCII: that is seen at once.
          if (!/[^\x21-\x7e]/.test(text)) return null;
          const faults = (Array.isArray(value) ? value : [value]).flatMap((id) => faultOf(id) ?? []);
          return faults.length ? faults : null;
        },
      };
    },
  }),
};

/** Letters, digits and signs of ASCII only. */
function isPlain(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at]! < 0x21 || bytes[at]! > 0x7e) return false;
  return true;
}

function faultOf(id: unknown): CellFault | null {
  if (typeof id !== 'string' || !/[^\x21-\x7e]/.test(id)) return null;
  const cleaned = id.replace(INVISIBLE, '').trim();
  if (cleaned !== id) {
    const found = id.match(INVISIBLE)?.map((c) => `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
    const what = found ? `a character without width (${found.join(', ')})` : 'a blank at an end';
    const suggestion = cleaned === '' ? null : { value: cleaned, safe: true };
    return {
      rule: 'table/invisible-character',
      message: `the id "${cleaned}" has ${what} in it`,
      details: { value: id, suggestion },
    };
  }
  if (!LATIN.test(id) || !LOOK_ALIKE.test(id)) return null;
  const message = `the id "${id}" mixes Latin letters with letters of another script that look alike`;
  return { rule: 'table/look-alike', message, details: { severity: 'warning', value: id } };
}
