import { FORMULA_BEGINS, isFormula } from '../tables/formula.js';
import type { Check } from './check.js';
import { shortened } from './say.js';

/** Texts that a spreadsheet would take for a formula: named, never changed, as a guard would corrupt the data. */
export const formulas: Check = {
  name: 'formulas',
  rules: ['table/formula'],
  tables: null,
  start: () => ({
    column: ({ type }, { header }) => {
      if (!header || (type !== 'string' && type !== 'list')) return null;
      return {
        begins: FORMULA_BEGINS,
        judge: (_, text) => {
          if (!isFormula(text)) return null;
          const message = `"${shortened(text, 40)}" would be run as a formula by a spreadsheet; import the column as text there`;
          return [{ rule: 'table/formula', message, details: { severity: 'warning', value: shortened(text, 200) } }];
        },
      };
    },
  }),
};
