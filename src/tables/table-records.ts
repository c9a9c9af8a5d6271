import type { CsvTable } from './csv-table.js';
import type { RowStore } from './row-store.js';
import { sortedTable } from './sorted-table.js';
import { isInOrder, TableCursor } from './table-cursor.js';

/** Cells of a row by the names of its columns, as text. */
export type TextRecord = Readonly<Record<string, string>>;

/** The rows of a table as records of text, in its order; one row is in memory at a time. Can be read again and again. */
export function tableRecords(table: Pick<CsvTable, 'bytes'>): Iterable<TextRecord> {
  return {
    *[Symbol.iterator]() {
      const cursor = new TableCursor(table, { columns: [], numbers: [] });
      try {
        while (cursor.next()) {
          const row: Record<string, string> = {};
          cursor.columns.forEach((column, cell) => (row[column] = cursor.text(cell)));
          yield row;
        }
      } finally {
        cursor.close();
      }
    },
  };
}

/** The table with its rows in the order of its key: as it is where they stand so, else sorted through the store. */
export function inKeyOrder(table: CsvTable, store: RowStore, key = table.key): CsvTable {
  return isInOrder(table, key) ? table : sortedTable(table, key, store);
}
