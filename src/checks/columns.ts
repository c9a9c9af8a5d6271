import { finding } from '../model/findings.js';
import type { Check } from './check.js';
import { codebookFields } from './codebook-field.js';

/** Names of columns that hold what must not be published about an annotator or reader; x_ before them changes nothing. */
const PRIVATE =
  /^(?:x_)?(?:ip|ip_?addr(?:ess)?|.*e_?mail(?:_?addr(?:ess)?)?|phone(?:_?number)?|telephone|user_?agent|cookie|session_?id|device_?id|worker_?id|prolific_?(?:p?id)|mturk_?.*|real_?name|first_?name|last_?name|full_?name|birth_?date|date_of_birth|postal_?address|latitude|longitude)$/i;

/** Columns: in the schema's order, none private, custom ones declared in the codebook. */
export const columns: Check = {
  name: 'columns',
  rules: ['table/column-order', 'table/private-column', 'codebook/undeclared-column'],
  tables: null,
  start: ({ codebook }) => ({
    *table({ header, headerPlaces, table, file }) {
      if (!header) return;
      const order = table.columns.map((column) => column.name);
      const known = header.filter((name) => order.includes(name));
      const place = (name: string): { file: string; line: number; column: number } => {
        const at = headerPlaces[header.indexOf(name)] ?? { line: 1, column: 1 };
        return { file, line: at.line, column: at.column };
      };
      const sorted = order.filter((name) => known.includes(name));
      const moved = sorted.find((name, i) => known[i] !== name);
      if (moved !== undefined && new Set(known).size === known.length) {
        const first = known[sorted.indexOf(moved)]!;
        yield finding(
          'table/column-order',
          place(first),
          `column "${first}" stands where "${moved}" should: the columns are not in the schema's order`,
          {
            severity: 'warning',
            field: first,
            allowed: order,
          },
        );
      }
      const fields = codebookFields(codebook);
      for (const name of header) {
        if (PRIVATE.test(name) && !order.includes(name)) {
          const message = `column "${name}" looks like personal data of a contributor; take it out before you share the file`;
          yield finding('table/private-column', place(name), message, { field: name, value: name });
        } else if (name.startsWith('x_') && codebook && !fields.has(name)) {
          const message = `column "${name}" is not declared in codebook ${codebook.version}`;
          yield finding('codebook/undeclared-column', place(name), message, {
            severity: 'warning',
            field: name,
            value: name,
            allowed: [...fields.keys()].filter((field) => field.startsWith('x_')),
          });
        }
      }
    },
  }),
};
