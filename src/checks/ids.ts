import type { Table } from '../model/tables.js';
import type { Check } from './check.js';
import { say } from './say.js';

const INVISIBLE = /\u00ad|\u034f|\u061c|\u180e|[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f]|\ufeff/gu;
/** Letters that look alike in two scripts stand in one id. */
const LATIN = /\p{Script=Latin}/u;
const LOOK_ALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** Ids are compared as written: what can't be seen in them, or looks like another letter, breaks every reference. */
export const ids: Check = {
  name: 'ids',
  rules: ['table/invisible-character', 'table/look-alike'],
  tables: null,
  start: () => {
    const idColumns = new Map<Table, readonly string[]>();
    const columnsOf = (table: Table): readonly string[] => {
      let names = idColumns.get(table);
      if (!names) idColumns.set(table, (names = [...new Set([...table.key, ...Object.keys(table.references)])]));
      return names;
    };
    return {
      *row(placed, table) {
        for (const name of columnsOf(table.table)) {
          const value = placed.row[name];
          if (value === null || value === undefined) continue;
          for (const id of Array.isArray(value) ? value : [value]) {
            // Nearly every id is plain ASCII: that is seen at once.
            if (typeof id !== 'string' || !/[^\x21-\x7e]/.test(id)) continue;
            const cleaned = id.replace(INVISIBLE, '').trim();
            if (cleaned !== id) {
              const found = id
                .match(INVISIBLE)
                ?.map((c) => `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
              const message = `the id "${cleaned}" has ${found ? `a character without width (${found.join(', ')})` : 'a blank at an end'} in it`;
              yield say('table/invisible-character', placed, table, name, message, {
                value: id,
                suggestion: cleaned === '' ? null : { value: cleaned, safe: true },
              });
            } else if (LATIN.test(id) && LOOK_ALIKE.test(id)) {
              const message = `the id "${id}" mixes Latin letters with letters of another script that look alike`;
              yield say('table/look-alike', placed, table, name, message, { severity: 'warning', value: id });
            }
          }
        }
      },
    };
  },
};
