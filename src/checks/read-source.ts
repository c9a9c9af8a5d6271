import type { Finding } from '../model/generated.js';
import { tables, type Table } from '../model/tables.js';
import { readCsv } from '../tables/csv-reader.js';
import { readJsonLines } from '../tables/json-lines.js';
import { typedRows } from '../tables/typed-rows.js';
import type { CheckedTable, Row } from './check.js';
import { jsonRows } from './json-rows.js';
import { tableName } from './recognise.js';
import { suggestColumn } from './suggest-column.js';
import type { SourceFile } from './validation-input.js';

/** A table file read, and what reading found. */
export interface ReadSource {
  readonly table: CheckedTable;
  readonly findings: readonly Finding[];
}

/** Reads a decoded CSV or JSON Lines file as rows of its table; `copy` as in CheckedTable. */
export function readSource(source: SourceFile, text: string, { copy = false } = {}): ReadSource {
  const { path: file, schema, lookup = false } = source;
  const table: Table = tables[schema] ?? { schema, file, columns: [], key: [], references: {} };
  const base = { schema, table, name: tableName(schema), file, lookup, copy };
  if (file.endsWith('.jsonl')) {
    const { lines, findings } = readJsonLines(text, file);
    const read = jsonRows(lines, schema, file);
    return {
      table: { ...base, header: null, headerPlaces: [], rows: read.rows },
      findings: [...findings, ...read.findings],
    };
  }
  const csv = readCsv(text, file);
  const read = typedRows<Row>(csv, table, { suggest: suggestColumn });
  return {
    table: { ...base, header: csv.header, headerPlaces: csv.headerPlaces, rows: read.rows },
    findings: read.findings,
  };
}
