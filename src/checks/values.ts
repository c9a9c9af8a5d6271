import type { Check } from './check.js';
import { cellText, say, shortened } from './say.js';
import { schemaChecker, schemaRules } from './schema-errors.js';
import { suggestCategory } from './suggest-category.js';

/**
 * Values against the schema: filled where they must be, of the right type, among the values allowed, in form and range.
 * What reading has already said about a cell (its type, its emptiness) is taken out later, where both are known.
 */
export const values: Check = {
  name: 'values',
  rules: schemaRules,
  tables: null,
  copies: true,
  start: () => {
    const check = schemaChecker();
    return {
      *row(placed, table) {
        for (const error of check(table.schema, placed.row)) {
          const field = error.property ?? error.pointer.split('/')[1] ?? null;
          // A CSV file has one header: a column too many or too few was reported there, once.
          if (table.header && (error.property !== null || !table.header.includes(field ?? ''))) continue;
          const value = error.property === null ? cellText(error.value) : '';
          const said = value === '' || error.rule === 'table/empty-cell' ? '' : `"${shortened(value)}" `;
          const column = error.property === null && said === '' ? `column "${field}" ` : said;
          const message =
            error.property === null
              ? `${column}${error.message}${said === '' ? '' : ` (column ${field})`}`
              : `field "${field}" ${error.message}`;
          const suggestion =
            error.rule === 'table/value'
              ? suggestCategory(
                  value,
                  error.allowed.map((one) => ({ value: one })),
                )
              : null;
          yield say(error.rule, placed, table, field, message, {
            value: value === '' ? null : shortened(value, 200),
            allowed: error.allowed,
            suggestion,
          });
        }
      },
    };
  },
};
