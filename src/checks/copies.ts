import { finding } from '../model/findings.js';
import { formatCell } from '../tables/cells.js';
import type { PlacedRow } from '../tables/typed-rows.js';
import type { Check, CheckContext, CheckedTable, Row } from './check.js';
import { cellText, recordId, relatedTo, say } from './say.js';

/** A table's copy in JSON Lines has the same rows as its CSV, in the same order. */
export const copies: Check = {
  name: 'copies',
  rules: ['table/copy-differs', 'table/copy-rows'],
  tables: ['statement', 'standoff-statement', 'turn', 'standoff-turn'],
  copies: true,
  start: (context) => {
    const originals = new Map<CheckedTable, CheckedTable>();
    const places = new Map<CheckedTable, number>();
    return {
      *table(table) {
        const original = table.copy ? originalOf(context, table) : undefined;
        if (!original) return;
        originals.set(table, original);
        if (original.rows.length === table.rows.length) return;
        const message = `the file has ${table.rows.length} rows, ${original.file} ${original.rows.length}`;
        yield finding('table/copy-rows', { file: table.file, line: 1, column: 1 }, message);
      },
      *row(placed, table) {
        const original = originals.get(table);
        if (!original) return;
        const at = places.get(table) ?? 0;
        places.set(table, at + 1);
        const other = original.rows[at];
        if (!other || recordId(other, original) !== recordId(placed, table)) {
          if (original.rows.length !== table.rows.length) return;
          const message = `row ${at + 1} is "${recordId(placed, table)}", in ${original.file} "${other ? recordId(other, original) : ''}"`;
          yield say('table/copy-differs', placed, table, table.table.key[0]!, message);
          return;
        }
        const field = differing(placed, other, table);
        if (field === null) return;
        const message = `"${field}" is "${formatCell(placed.row[field])}", in ${original.file} "${formatCell(other.row[field])}"`;
        yield say('table/copy-differs', placed, table, field, message, {
          value: cellText(placed.row[field]) || null,
          related: relatedTo(other, field),
        });
      },
    };
  },
};

function originalOf({ tables }: CheckContext, copy: CheckedTable): CheckedTable | undefined {
  return tables.find((table) => table.name === copy.name && !table.copy);
}

/** Name of the first column whose cells, written as CSV, are not the same; null when all are. */
function differing(a: PlacedRow<Row>, b: PlacedRow<Row>, table: CheckedTable): string | null {
  const own = [...Object.keys(a.row), ...Object.keys(b.row)].filter((name) => name.startsWith('x_'));
  for (const name of [...table.table.columns.map((column) => column.name), ...own]) {
    const [x, y] = [a.row[name], b.row[name]];
    if (x !== y && formatCell(x) !== formatCell(y)) return name;
  }
  return null;
}
