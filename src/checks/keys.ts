import type { Place } from '../model/findings.js';
import { tables } from '../model/tables.js';
import type { Check, RowView, Say } from './check.js';
import { FirstRows } from './first-rows.js';
import { tableName } from './recognise.js';
import { cellText, relatedTo } from './say.js';

/** Keys are unique in a table, whatever the number of its files. A label file's double cell has a rule of its own. */
export const keys: Check = {
  name: 'keys',
  rules: ['table/duplicate-key', 'label/duplicate'],
  tables: null,
  start: ({ lookups }) => {
    // Ids are in the lookups anyway: a million of them need not be kept twice.
    const single = new Map(
      Object.values(tables).flatMap(({ schema, key }) => {
        const name = tableName(schema);
        return key.length === 1 ? [[name, lookups.of(`${name}.${key[0]!}`)] as const] : [];
      }),
    );
    const composed = new Map<string, FirstRows>();
    return {
      row: (row, say) => {
        const { name, table } = row.file;
        if (!table.key.length) return;
        const known = single.get(name);
        if (known) {
          if (known.repeats) repeated(row, known.first()!, say);
          return;
        }
        let rows = composed.get(name);
        if (!rows) composed.set(name, (rows = new FirstRows()));
        // Cues are told apart by columns of which one may be empty; a key without any value was reported as empty.
        const first = rows.add(table.key, row);
        if (first) repeated(row, first, say);
      },
    };
  },
};

function repeated(row: RowView, first: Place, say: Say): void {
  const { values, file } = row;
  const { key } = file.table;
  const related = relatedTo(first);
  if (file.schema === 'label') {
    const field = cellText(values['field']);
    const message = `field "${field}" of this statement was already labelled by "${cellText(values['annotator_id'])}" in round ${cellText(values['round'])}`;
    say('label/duplicate', row, 'field', message, { value: field, related });
    return;
  }
  const message = `${key.join(' + ')} "${row.recordId()}" stands twice in ${file.name}`;
  say('table/duplicate-key', row, key[0]!, message, { value: cellText(values[key[0]!]), related });
}
