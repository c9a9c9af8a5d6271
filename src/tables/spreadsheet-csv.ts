import { stringify } from 'csv-stringify/sync';
import type { Column } from '../model/tables.js';
import { formatCell } from './cells.js';
import { isFormula } from './formula.js';
import { inPieces } from './in-pieces.js';

/** By this spreadsheets know that a file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
/** Spreadsheets take what follows for text, and do not show the mark. */
const GUARD = "'";

/**
 * A table as CSV for spreadsheets, for people to look at and not for programs to read: with a byte order mark and line
 * ends CR LF, and an apostrophe before each text that would be run as a formula. Numbers stay as they are, also those
 * in columns of text. Made anew on each reading.
 */
export function spreadsheetPieces(columns: readonly Column[], rows: Iterable<object>): Iterable<string> {
  const write = (group: readonly (readonly string[])[]): string =>
    stringify(group as string[][], { record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
  const cells = (row: object): string[] =>
    columns.map(({ name, type }) => {
      const cell = formatCell((row as Readonly<Record<string, unknown>>)[name]);
      return (type === 'string' || type === 'list') && isFormula(cell) ? `${GUARD}${cell}` : cell;
    });
  const header = columns.map((column) => column.name);
  return inPieces(rows, (group) => write(group.map(cells)), { first: `${BYTE_ORDER_MARK}${write([header])}` });
}
