import { schemas, type SchemaName } from '../model/generated.js';
import type { Check } from './check.js';
import { cellText, say } from './say.js';

/** Days that a calendar has: 2023-02-30 has the right form and does not exist. */
export const dates: Check = {
  name: 'dates',
  rules: ['date/calendar', 'date/precision'],
  tables: null,
  start: () => {
    const known = new Map<SchemaName, readonly string[]>();
    const columnsOf = (schema: SchemaName): readonly string[] => {
      let names = known.get(schema);
      if (!names) known.set(schema, (names = dateColumns(schema)));
      return names;
    };
    return {
      *row(placed, table) {
        const { row } = placed;
        for (const name of columnsOf(table.schema)) {
          const date = row[name];
          if (typeof date !== 'string' || !/^\d{4}(-\d{2}(-\d{2})?)?(T|$)/.test(date) || isDay(date)) continue;
          yield say('date/calendar', placed, table, name, `${date.slice(0, 10)} is no day of the calendar`, {
            value: date,
          });
        }
        const precision = row['date_precision'];
        if (typeof precision !== 'string' || !('date' in row)) return;
        const wanted = { day: 10, month: 7, year: 4, unknown: 0 }[precision];
        const date = cellText(row['date']);
        if (wanted === undefined || wanted === date.length) return;
        const message = `date "${date}" is not of precision "${precision}"`;
        yield say('date/precision', placed, table, 'date_precision', message, { value: precision });
      },
    };
  },
};

/** The columns whose form, by their schema, is that of a date. */
function dateColumns(schema: SchemaName): string[] {
  const properties = schemas[schema]['properties'] as Readonly<Record<string, { readonly pattern?: string }>>;
  return Object.keys(properties).filter((name) => properties[name]!.pattern?.startsWith('^\\d{4}'));
}

function isDay(date: string): boolean {
  const [year, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = year! % 4 === 0 && (year! % 100 !== 0 || year! % 400 === 0);
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}
