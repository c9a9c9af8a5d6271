import type { Check, CellFault } from './check.js';
import { cellText, shortened } from './say.js';
import { isMinted, mintedPrefix } from './minted-ids.js';
import { propertyCheckers, schemaRules, type SchemaError } from './schema-errors.js';
import { rememberedSuggestions } from './suggest-category.js';

/** Values against the schema: of the right type, among the values allowed, in form and range. */
export const values: Check = {
  name: 'values',
  rules: schemaRules,
  tables: null,
  copies: true,
  start: () => {
    const checkers = propertyCheckers();
    return {
      column: (column, { schema }) => {
        const check = checkers(schema, column.name);
        if (!check) return null;
        const prefix = mintedPrefix(schema, column.name);
        const suggest = rememberedSuggestions();
        return {
          ...(prefix === null ? {} : { clears: (bytes, from, to) => isMinted(bytes, from, to, prefix) }),
          judge: (value) => {
            const errors = check(value);
            return errors.length ? errors.map((error) => faultOf(error, column.name, suggest)) : null;
          },
        };
      },
    };
  },
};

function faultOf(
  { rule, message, value, allowed }: SchemaError,
  field: string,
  suggest: ReturnType<typeof rememberedSuggestions>,
): CellFault {
  const text = cellText(value);
  const said = text === '' || rule === 'table/empty-cell' ? `column "${field}" ` : `"${shortened(text)}" `;
  const suggestion =
    rule === 'table/value'
      ? suggest(
          text,
          allowed.map((one) => ({ value: one })),
        )
      : null;
  return {
    rule,
    message: `${said}${message}${said.startsWith('column') ? '' : ` (column ${field})`}`,
    details: { value: text === '' ? null : shortened(text, 200), allowed, suggestion },
  };
}
