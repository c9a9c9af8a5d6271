import type { Check } from './check.js';
import { say, shortened } from './say.js';

/** A spreadsheet runs a cell that begins so; a number with its sign is no formula. */
const FORMULA = /^[=+@\t\r-](?![\d.]+(?:e[+-]?\d+)?$)./isu;

/** Texts that a spreadsheet would take for a formula: named, never changed, as a guard would corrupt the data. */
export const formulas: Check = {
  name: 'formulas',
  rules: ['table/formula'],
  tables: null,
  start: () => ({
    *row(placed, table) {
      if (!table.header) return;
      for (const name of table.header) {
        const value = placed.row[name];
        const text = Array.isArray(value) ? value[0] : value;
        if (typeof text !== 'string' || !FORMULA.test(text)) continue;
        const message = `"${shortened(text, 40)}" would be run as a formula by a spreadsheet; import the column as text there`;
        yield say('table/formula', placed, table, name, message, { severity: 'warning', value: shortened(text, 200) });
      }
    },
  }),
};
