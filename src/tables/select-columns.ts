import { cellsAsCsv, type CsvTable } from './csv-table.js';
import { columnsOf } from './table-cursor.js';
import { tableRecords } from './table-records.js';

/** The table with these of its columns, in this order; the very table where it has just those. */
export function selectColumns(table: CsvTable, columns: readonly string[]): CsvTable {
  if (columnsOf(table).join() === columns.join()) return table;
  const rows: Iterable<readonly string[]> = {
    *[Symbol.iterator]() {
      for (const row of tableRecords(table)) yield columns.map((column) => row[column] ?? '');
    },
  };
  return { ...table, bytes: cellsAsCsv(columns, rows) };
}
