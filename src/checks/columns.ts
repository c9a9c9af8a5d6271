import { finding, type Place } from '../model/findings.js';
import type { Check } from './check.js';
import { codebookFields } from './codebook-field.js';

/** Names of columns that hold what must not be published about an annotator or reader; x_ before them changes nothing. */
export const PRIVATE =
  /^(?:x_)?(?:ip|ip_?addr(?:ess)?|.*e_?mail(?:_?addr(?:ess)?)?|phone(?:_?number)?|telephone|user_?agent|cookie|session_?id|device_?id|worker_?id|prolific_?(?:p?id)|mturk_?.*|real_?name|first_?name|last_?name|full_?name|birth_?date|date_of_birth|postal_?address|latitude|longitude)$/i;

/** Columns: in the schema's order, none private, custom ones declared in the codebook. */
export const columns: Check = {
  name: 'columns',
  rules: ['table/column-order', 'table/private-column', 'codebook/undeclared-column'],
  tables: null,
  start: ({ codebook }) => ({
    table({ header, headerPlaces, table, path }, tell) {
      if (!header) return;
      const order = table.columns.map((column) => column.name);
      const known = header.filter((name) => order.includes(name));
      const place = (name: string): Place => headerPlaces[header.indexOf(name)] ?? { file: path, line: 1, column: 1 };
      const sorted = order.filter((name) => known.includes(name));
      const moved = sorted.find((name, i) => known[i] !== name);
      if (moved !== undefined && new Set(known).size === known.length) {
        const first = known[sorted.indexOf(moved)]!;
        const message = `column "${first}" stands where "${moved}" should: the columns are not in the schema's order`;
        const details = { severity: 'warning', field: first, allowed: order } as const;
        tell(finding('table/column-order', place(first), message, details));
      }
      const fields = codebookFields(codebook);
      for (const name of header) {
        if (PRIVATE.test(name) && !order.includes(name)) {
          const message = `column "${name}" looks like personal data of a contributor; take it out before you share the file`;
          tell(finding('table/private-column', place(name), message, { field: name, value: name }));
        } else if (name.startsWith('x_') && codebook && !fields.has(name)) {
          const message = `column "${name}" is not declared in codebook ${codebook.version}`;
          const allowed = [...fields.keys()].filter((field) => field.startsWith('x_'));
          const details = { severity: 'warning', field: name, value: name, allowed } as const;
          tell(finding('codebook/undeclared-column', place(name), message, details));
        }
      }
    },
  }),
};
