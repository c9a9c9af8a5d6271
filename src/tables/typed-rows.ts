import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import type { Column, Table } from '../model/tables.js';
import { isFault, parseCell, type Value } from './cells.js';
import type { CsvFile, CsvRow } from './csv-reader.js';

/** A row of a table with typed values, and where it stands. */
export interface PlacedRow<T> {
  readonly row: T;
  readonly file: string;
  /** Physical line, header = 1. */
  readonly line: number;
  /** Character of each column's cell in its line, by column name. */
  readonly columns: Readonly<Record<string, number>>;
}

/** Rows of one file, and what was wrong with its cells' types. */
export interface TypedRows<T> {
  readonly rows: readonly PlacedRow<T>[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the rows of a CSV file as rows of a table: cells become typed values by the schema's columns. Missing columns
 * and cells of the wrong type are findings (the cell is read as null); columns the schema does not know are kept as
 * text when they begin with x_, else reported. Rows are never left out. Categories and keys are checked elsewhere.
 */
export function typedRows<T>(csv: CsvFile, table: Table): TypedRows<T> {
  const findings: Finding[] = [...csv.findings];
  if (!csv.header.length) return { rows: [], findings };
  const known = new Map(table.columns.map((column) => [column.name, column]));
  reportColumns(csv, table, known, findings);
  const columns = csv.header.map((name): Column => known.get(name) ?? custom(name));
  const missing = table.columns.filter((column) => !csv.header.includes(column.name));
  return { rows: csv.rows.map((row) => typedRow<T>(row, csv.file, columns, missing, table, findings)), findings };
}

const custom = (name: string): Column => ({
  name,
  type: 'string',
  nullable: true,
  values: null,
  codebook: null,
  description: '',
});

const emptyValue = (column: Column): Value => (column.type === 'list' || column.type === 'segments' ? [] : null);

function reportColumns(csv: CsvFile, table: Table, known: ReadonlyMap<string, Column>, findings: Finding[]): void {
  for (const column of table.columns) {
    if (csv.header.includes(column.name)) continue;
    findings.push(
      finding('table/missing-column', { file: csv.file, line: 1, column: 1 }, `column "${column.name}" is missing`, {
        field: column.name,
        severity: column.nullable || column.type === 'list' ? 'warning' : 'error',
        allowed: table.columns.map((c) => c.name),
      }),
    );
  }
  csv.header.forEach((name, i) => {
    if (name === '' || known.has(name) || name.startsWith('x_')) return;
    findings.push(
      finding('table/unknown-column', { file: csv.file, ...csv.headerPlaces[i] }, `column "${name}" is not in the schema; custom columns begin with x_`, {
        field: name,
        value: name,
        severity: 'warning',
        allowed: table.columns.map((c) => c.name),
      }),
    );
  });
}

function typedRow<T>(
  row: CsvRow,
  file: string,
  columns: readonly Column[],
  missing: readonly Column[],
  table: Table,
  findings: Finding[],
): PlacedRow<T> {
  const values: Record<string, Value> = {};
  const places: Record<string, number> = {};
  columns.forEach((column, i) => {
    if (column.name === '') return;
    const cell = row.cells[i] ?? '';
    const value = parseCell(column, cell);
    places[column.name] = row.places[i]?.column ?? 1;
    if (!isFault(value)) {
      values[column.name] = value;
      return;
    }
    values[column.name] = emptyValue(column);
    findings.push(
      finding('table/type', { file, ...row.places[i] }, `"${cell}" ${value.fault} (column ${column.name})`, {
        field: column.name,
        value: cell,
        record_id: recordId(row, columns, table),
      }),
    );
  });
  for (const column of missing) values[column.name] = emptyValue(column);
  return { row: values as T, file, line: row.line, columns: places };
}

function recordId(row: CsvRow, columns: readonly Column[], table: Table): string | null {
  const ids = table.key.map((key) => row.cells[columns.findIndex((column) => column.name === key)] ?? '');
  return ids.every((id) => id === '') ? null : ids.join(' ');
}
