import type { PlacedRow } from '../tables/typed-rows.js';
import type { Check, Row } from './check.js';
import { cellText, recordId, relatedTo, say } from './say.js';

/** Keys are unique in a table, whatever the number of its files. A label file's double cell has a rule of its own. */
export const keys: Check = {
  name: 'keys',
  rules: ['table/duplicate-key', 'label/duplicate'],
  tables: null,
  start: () => {
    const seen = new Map<string, Map<string, PlacedRow<Row>>>();
    return {
      *row(placed, table) {
        const { key } = table.table;
        // Cues are told apart by columns of which one may be empty; a key without any value was reported as empty.
        if (!key.length || recordId(placed, table) === null) return;
        let rows = seen.get(table.name);
        if (!rows) seen.set(table.name, (rows = new Map()));
        const id =
          key.length === 1
            ? cellText(placed.row[key[0]!])
            : key.map((name) => cellText(placed.row[name])).join('\u001f');
        const first = rows.get(id);
        if (!first) {
          rows.set(id, placed);
          return;
        }
        const related = relatedTo(first, key[0]!);
        if (table.schema === 'label') {
          const { field, round } = placed.row;
          const message = `field "${cellText(field)}" of this statement was already labelled by "${cellText(placed.row['annotator_id'])}" in round ${cellText(round)}`;
          yield say('label/duplicate', placed, table, 'field', message, { value: cellText(field), related });
        } else {
          const message = `${key.join(' + ')} "${recordId(placed, table)}" stands twice in ${table.name}`;
          yield say('table/duplicate-key', placed, table, key[0]!, message, {
            value: cellText(placed.row[key[0]!]),
            related,
          });
        }
      },
    };
  },
};
