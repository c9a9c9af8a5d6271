import { finding, type Place } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import type { Table } from '../model/tables.js';
import { isFault, parseCell } from '../tables/cells.js';
import { foldSeparators } from '../text/fold-spelling.js';
import { propertyCheckers } from './schema-errors.js';

/** Ids that programs mint: nobody names a column so. */
const MINTED = /^(?:st|ut|tu)_[0-9a-hjkmnp-tv-z]{16}(?:-\d+)?$/;
/** A date, a number, a truth value, segments. */
const VALUE = /^(?:\d{4}-\d\d(?:-\d\d)?|-?\d+(?:\.\d+)?|true|false|\d+-\d+(?:;\d+-\d+)*)$/;
/** What a column could be named. */
const NAME = /^[\p{L}_ -]*$/u;

/** A file whose first row is data. */
export interface MissingHeader {
  readonly finding: Finding;
  /** The columns that its cells are read as; null where their number does not tell. */
  readonly columns: readonly string[] | null;
}

/**
 * Tells whether the first row of a table's file is data: (nearly) none of its cells is a column of the schema, and
 * cells have the form of values. `custom` are own columns that may stand behind the schema's. Null for a header, also
 * a misspelt one, and for a row of which nothing can be told, as every cell could be a name.
 */
export function missingHeader(
  cells: readonly string[],
  table: Table,
  place: Place,
  { custom = [] }: { readonly custom?: readonly string[] } = {},
): MissingHeader | null {
  const names = new Set([...table.columns.map(({ name }) => name), ...custom].map(foldSeparators));
  const known = cells.filter((cell) => names.has(foldSeparators(cell))).length;
  if (!table.columns.length || known * 10 > cells.length) return null;
  const own = table.columns.map(({ name }) => name);
  const columns = [own, [...own, ...custom]].find(({ length }) => length === cells.length) ?? null;
  if (!(columns ? fitsColumns(cells, table) : looksLikeValues(cells))) return null;
  const read = columns
    ? 'it is read with the columns of the schema, in their order'
    : `it has ${cells.length} cells and the schema ${own.length} columns, so that the file was not checked further`;
  const message = `the first row is data, not the names of the columns; ${read}`;
  return { finding: finding('table/no-header', place, message, { allowed: columns ?? own }), columns };
}

/** Whether cells are values of the columns in whose places they stand: where that can be told, hardly one is not. */
function fitsColumns(cells: readonly string[], { columns, schema }: Table): boolean {
  const checkers = propertyCheckers();
  let fits = 0;
  let misfits = 0;
  columns.forEach((column, i) => {
    const cell = cells[i]!;
    if (cell === '') return;
    const check = checkers(schema, column.name);
    const value = parseCell(column, cell);
    if (isFault(value) || check?.(value).length) misfits++;
    else if (MINTED.test(cell) || (column.type !== 'string' && column.type !== 'list')) fits++;
    // An id such as "night-ferry" could be a column's name, a value from a closed list could not.
    else if (check && (column.values || !NAME.test(cell))) fits++;
  });
  return fits > 3 * misfits;
}

function looksLikeValues(cells: readonly string[]): boolean {
  return cells.some((cell) => MINTED.test(cell)) || cells.filter((cell) => VALUE.test(cell)).length > 2;
}
