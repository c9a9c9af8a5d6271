import type { Check, CheckedTable, Row } from './check.js';
import { codebookFields, valueFault } from './codebook-field.js';
import { say } from './say.js';

/** Columns whose categories the codebook gives (stance, speech act) and the project's own x_ columns. */
export const categories: Check = {
  name: 'categories',
  rules: ['codebook/unknown-category', 'codebook/value'],
  tables: ['statement', 'standoff-statement'],
  start: ({ codebook }) => {
    const fields = codebookFields(codebook);
    const known = new Map<CheckedTable, readonly (readonly [string, string])[]>();
    const labelled = (table: CheckedTable, row: Row): readonly (readonly [string, string])[] => {
      const before = known.get(table);
      if (before) return before;
      const columns = table.table.columns.flatMap(({ name, codebook: field }) =>
        field ? [[name, field] as const] : [],
      );
      const own = (table.header ?? Object.keys(row)).filter((name) => name.startsWith('x_'));
      const all = [...columns, ...own.map((name) => [name, name] as const)];
      // Rows of JSON Lines may have different keys.
      if (table.header) known.set(table, all);
      return all;
    };
    return {
      *row(placed, table) {
        if (!codebook) return;
        for (const [name, fieldName] of labelled(table, placed.row)) {
          const value = placed.row[name];
          const field = fields.get(fieldName);
          if (value === null || value === undefined || !field) continue;
          const fault = valueFault(field, value, codebook.version);
          if (!fault) continue;
          const rule = fault.unknownCategory ? 'codebook/unknown-category' : 'codebook/value';
          yield say(rule, placed, table, name, fault.message, { ...fault.details, field: name });
        }
      },
    };
  },
};
