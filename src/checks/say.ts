import { finding, type FindingDetails } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { placeOf, type PlacedRow } from '../tables/typed-rows.js';
import type { CheckedTable, Row } from './check.js';

/** A finding about one cell of a row: place, record and field are filled in. `field` null = the row as a whole. */
export function say(
  rule: string,
  placed: PlacedRow<Row>,
  table: CheckedTable,
  field: string | null,
  message: string,
  details: FindingDetails = {},
): Finding {
  return finding(rule, placeOf(placed, field), message, { record_id: recordId(placed, table), field, ...details });
}

/** The row's key as one text; null when it has none. */
export function recordId(placed: PlacedRow<Row>, table: CheckedTable): string | null {
  const parts = table.table.key.map((name) => cellText(placed.row[name]));
  return parts.every((part) => part === '') ? null : parts.join(' ');
}

/** A value as text for keys and messages; '' for null. */
export function cellText(value: unknown): string {
  return value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A place as `related` wants it. */
export function relatedTo(placed: PlacedRow<Row>, field: string | null = null): NonNullable<FindingDetails['related']> {
  const { file, line = null, column = null } = placeOf(placed, field);
  return file === null ? [] : [{ file, line, column }];
}

/** At most `most` characters of a text, with an ellipsis where it was cut. */
export function shortened(text: string, most = 80): string {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
