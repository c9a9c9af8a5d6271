import type { Check } from './check.js';
import { shortened } from './say.js';

/** What a formula begins with in a spreadsheet. */
const BEGINS = '=+@\t\r-';
/** A spreadsheet runs a cell that begins so; a number with its sign is no formula. */
const FORMULA = /^[=+@\t\r-](?![\d.]+(?:e[+-]?\d+)?$)./isu;

/** Texts that a spreadsheet would take for a formula: named, never changed, as a guard would corrupt the data. */
export const formulas: Check = {
  name: 'formulas',
  rules: ['table/formula'],
  tables: null,
  start: () => ({
    column: ({ type }, { header }) => {
      if (!header || (type !== 'string' && type !== 'list')) return null;
      return {
        begins: BEGINS,
        judge: (_, text) => {
          if (!FORMULA.test(text)) return null;
          const message = `"${shortened(text, 40)}" would be run as a formula by a spreadsheet; import the column as text there`;
          return [{ rule: 'table/formula', message, details: { severity: 'warning', value: shortened(text, 200) } }];
        },
      };
    },
  }),
};
