import { finding, type FindingDetails, type Place } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { customColumn, type Column, type Table } from '../model/tables.js';
import { isFault, parseCell, type Value } from './cells.js';
import type { CsvFile, CsvRow } from './csv-reader.js';

/** A row of a table with typed values, and where it stands. */
export interface PlacedRow<T> {
  readonly row: T;
  readonly file: string;
  /** Physical line on which the row begins, header = 1. */
  readonly line: number;
  /** Character of each column's cell in its line, by column name. */
  readonly columns: Readonly<Record<string, number>>;
  /** Line and character of a column's cell; absent where every cell stands on `line`. */
  readonly cellPlace?: (field: string) => { readonly line: number; readonly column: number } | undefined;
}

/** Rows of one file, and what was wrong with its cells' types. */
export interface TypedRows<T> {
  readonly rows: readonly PlacedRow<T>[];
  readonly findings: readonly Finding[];
}

/** How a table is read; `suggest` proposes the column that a misspelt header cell means. */
export interface TypedRowsOptions {
  readonly suggest?: (
    word: string,
    candidates: readonly string[],
  ) => { readonly value: string; readonly safe: boolean } | null;
}

/** Where a row's cell of a field stands; the row's beginning for a field that the file has no column for. */
export function placeOf(placed: PlacedRow<unknown>, field: string | null = null): Place {
  const { file, line } = placed;
  if (field === null) return { file, line, column: 1 };
  if (placed.cellPlace) return { file, ...(placed.cellPlace(field) ?? { line, column: 1 }) };
  return { file, line, column: placed.columns[field] ?? 1 };
}

/**
 * Reads the rows of a CSV file as rows of a table: cells become typed values by the schema's columns. Missing columns,
 * cells of the wrong type (read as null) and empty cells that must be filled are findings; columns the schema does not
 * know are kept as text when they begin with x_, else reported. Rows are never left out. Categories, ranges and keys
 * are checked elsewhere.
 */
export function typedRows<T>(
  csv: CsvFile,
  table: Table,
  { suggest = () => null }: TypedRowsOptions = {},
): TypedRows<T> {
  const findings: Finding[] = [...csv.findings];
  if (!csv.header.length) return { rows: [], findings };
  const known = new Map(table.columns.map((column) => [column.name, column]));
  const missing = table.columns.filter((column) => !csv.header.includes(column.name));
  findings.push(...columnFindings(csv, table, suggest));
  const columns = csv.header.map((name): Column => known.get(name) ?? customColumn(name));
  const blank = blankRow([...columns, ...missing]);
  return { rows: csv.rows.map((row) => typedRow<T>(row, csv, columns, blank, table, findings)), findings };
}

const isList = (column: Column): boolean => column.type === 'list' || column.type === 'segments';

/** Going through JSON makes one object of known shape; its copies share that shape, which keeps wide rows small. */
function blankRow(columns: readonly Column[]): Readonly<Record<string, Value>> {
  const entries = columns
    .filter((column) => column.name !== '')
    .map((column) => [column.name, isList(column) ? [] : null]);
  return JSON.parse(JSON.stringify(Object.fromEntries(entries))) as Record<string, Value>;
}

/** A header, and where its cells stand. */
type PlacedHeader = Pick<CsvFile, 'file' | 'header'> & { readonly headerPlaces: readonly Omit<Place, 'file'>[] };

/** Columns of the schema that a header lacks, and columns that the schema does not know. */
export function columnFindings(
  csv: PlacedHeader,
  table: Table,
  suggest: NonNullable<TypedRowsOptions['suggest']>,
): Finding[] {
  const missing = table.columns.filter((column) => !csv.header.includes(column.name));
  const allowed = table.columns.map((column) => column.name);
  const absent = missing.map((column) => {
    const severity = column.nullable || column.type === 'list' ? 'warning' : 'error';
    const details = { field: column.name, severity, allowed } as const;
    return finding(
      'table/missing-column',
      { file: csv.file, line: 1, column: 1 },
      `column "${column.name}" is missing`,
      details,
    );
  });
  const unknown = csv.header.flatMap((name, i) => {
    if (name === '' || allowed.includes(name) || name.startsWith('x_')) return [];
    const suggestion = suggest(
      name,
      missing.map((column) => column.name),
    );
    const details: FindingDetails = {
      field: name,
      value: name,
      severity: 'warning',
      allowed,
      suggestion,
    };
    const message = `column "${name}" is not in the schema; custom columns begin with x_`;
    return [finding('table/unknown-column', { ...csv.headerPlaces[i], file: csv.file }, message, details)];
  });
  return [...absent, ...unknown];
}

function typedRow<T>(
  row: CsvRow,
  csv: CsvFile,
  columns: readonly Column[],
  blank: Readonly<Record<string, Value>>,
  table: Table,
  findings: Finding[],
): PlacedRow<T> {
  const values: Record<string, Value> = { ...blank };
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i]!;
    if (column.name === '') continue;
    const cell = row.cells[i]!;
    const value = parseCell(column, cell);
    if (!isFault(value)) {
      values[column.name] = value;
      if (cell !== '' || column.nullable || column.type === 'list') continue;
    }
    const [rule, message] = isFault(value)
      ? ['table/type', `"${cell}" ${value.fault} (column ${column.name})`]
      : ['table/empty-cell', `column "${column.name}" is empty; it must be filled`];
    const meant = isFault(value) ? value.meant : undefined;
    findings.push(
      finding(rule, { file: csv.file, ...csv.placesOf(row)[i] }, message, {
        field: column.name,
        value: cell === '' ? null : cell,
        record_id: recordId(row, columns, table),
        suggestion: meant === undefined ? null : { value: meant, safe: true },
      }),
    );
  }
  // Only what is needed to find the places again is kept: the row's cells need not outlive its values.
  const { line, at } = row;
  const { file, placesOf } = csv;
  return {
    row: values as T,
    file,
    line,
    get columns() {
      const places = placesOf({ line, at });
      return Object.fromEntries(columns.map((column, i) => [column.name, places[i]!.column]));
    },
    cellPlace: (field) => placesOf({ line, at })[columns.findIndex((column) => column.name === field)],
  };
}

function recordId(row: CsvRow, columns: readonly Column[], table: Table): string | null {
  const ids = table.key.map((key) => row.cells[columns.findIndex((column) => column.name === key)] ?? '');
  return ids.every((id) => id === '') ? null : ids.join(' ');
}
