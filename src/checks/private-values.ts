import type { Check } from './check.js';
import { PRIVATE } from './columns.js';

/** Columns in which contributors write freely, or are named. */
const COLUMNS = ['comment', 'reason', 'annotator_id', 'decided_by', 'training'];
/** An address of the web is public, whatever numbers it holds. */
const URLS = /\b[a-z][a-z0-9+.-]*:\/\/\S+|\bwww\.\S+/gi;
const BYTE = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';

/** What tells a person or a machine of theirs, and how it is called. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['an e-mail address', /[\p{L}\d._%+-]+@(?:[\p{L}\d-]+\.)+\p{L}{2,}/u],
  ['an IP address', new RegExp(`(?<![\\w.])(?:${BYTE}\\.){3}${BYTE}(?![\\w]|\\.\\d)`)],
  [
    'an IP address',
    /(?<![\w:])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?=[0-9a-f:]*\d)(?:[0-9a-f]{1,4}:){2,6}(?::[0-9a-f]{1,4}){1,5})(?![\w:])/i,
  ],
  ['a worker id of Prolific', /\b(?=[a-f]*\d)[0-9a-f]{24}\b/],
  ['a worker id of Mechanical Turk', /\bA(?=[A-Z]*\d[A-Z]*\d)[0-9A-Z]{12,}\b/],
  ['a telephone number', /(?<![\w.+])\+\d{1,3}(?:[ ./-]?\(?\d{1,4}\)?){2,5}(?!\w)/],
  ['a telephone number', /(?<![\w.-])(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\w-])/],
  ['a telephone number', /(?<![\w.-])0\d{2,4}[ /-]\d{5,8}(?![\w-])/],
];

/** Addresses, numbers and ids of persons in cells that contributors fill; never in the words of documents. */
export const privateValues: Check = {
  name: 'private values',
  rules: ['table/private-value'],
  tables: null,
  start: () => ({
    column: ({ name, type }) => {
      if (type !== 'string' || !(COLUMNS.includes(name) || name.startsWith('x_'))) return null;
      // A column that is named as private as a whole needs no finding a cell.
      if (PRIVATE.test(name)) return null;
      return {
        clears: hasNone,
        judge: (_, text) => {
          const own = text.replace(URLS, ' ');
          const kind = KINDS.find(([, form]) => form.test(own))?.[0];
          if (kind === undefined) return null;
          // The value itself is not said: findings are printed in public logs.
          const message = `${name} holds what looks like ${kind}; take it out before you share the file`;
          return [{ rule: 'table/private-value', message, details: { severity: 'warning' } }];
        },
      };
    },
  }),
};

/** Whether a cell has no "@", at most one digit and one colon: then it can hold none of these. */
function hasNone(bytes: Uint8Array, from: number, to: number): boolean {
  let digits = 0;
  let colons = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte === 0x40) return false;
    if (byte === 0x3a) colons++;
    else if (byte >= 0x30 && byte <= 0x39) digits++;
  }
  return digits < 2 && colons < 2;
}
