import { schemas, type SchemaName } from '../model/generated.js';
import type { Check } from './check.js';
import { cellText } from './say.js';

/** How long a date of each precision is. */
const LENGTHS = new Map([
  ['day', 10],
  ['month', 7],
  ['year', 4],
  ['unknown', 0],
]);

/** Days that a calendar has: 2023-02-30 has the right form and does not exist. */
export const dates: Check = {
  name: 'dates',
  rules: ['date/calendar', 'date/precision'],
  tables: null,
  start: () => ({
    column: ({ name }, { schema }) => {
      if (!isDate(schema, name)) return null;
      return {
        judge: (_, date) => {
          if (!/^\d{4}(-\d{2}(-\d{2})?)?(T|$)/.test(date) || isDay(date)) return null;
          const message = `${date.slice(0, 10)} is no day of the calendar`;
          return [{ rule: 'date/calendar', message, details: { value: date } }];
        },
      };
    },
    row: (row, say) => {
      const precision = row.values['date_precision'];
      if (typeof precision !== 'string' || !('date' in row.values)) return;
      const wanted = LENGTHS.get(precision);
      const date = cellText(row.values['date']);
      if (wanted === undefined || wanted === date.length) return;
      const message = `date "${date}" is not of precision "${precision}"`;
      say('date/precision', row, 'date_precision', message, { value: precision });
    },
  }),
};

/** Whether the form of a column, by its schema, is that of a date. */
function isDate(schema: SchemaName, name: string): boolean {
  const properties = schemas[schema]['properties'] as Readonly<Record<string, { readonly pattern?: string }>>;
  return Object.hasOwn(properties, name) && (properties[name]!.pattern?.startsWith('^\\d{4}') ?? false);
}

function isDay(date: string): boolean {
  const [year, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = year! % 4 === 0 && (year! % 100 !== 0 || year! % 400 === 0);
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}
