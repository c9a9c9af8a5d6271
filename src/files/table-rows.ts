import { customColumn, type Column, type Table } from '../model/tables.js';
import type { Placed } from '../releases/dataset.js';
import { isFault, parseCell, type Value } from '../tables/cells.js';
import { blankRecord } from '../tables/blank-record.js';
import { readCsv } from '../tables/csv-reader.js';
import { csvPieces } from './csv-pieces.js';

/**
 * The rows of a CSV file as typed rows of a table, read piece by piece each time that they are asked for, each knowing
 * its place; `name` is what findings call the file. For files that were validated: a cell that is not of its column's
 * type is null, a missing column too. Custom columns (x_) are text. Throws ReaderError where the file can't be read.
 */
export function tableRows<T>(path: string, table: Table, name: string): Iterable<T & Placed> {
  return {
    *[Symbol.iterator]() {
      const known = new Map(table.columns.map((column) => [column.name, column]));
      for (const { header, body, lines } of csvPieces(path)) {
        const csv = readCsv(`${header}${body}`, name);
        const columns = csv.header.map((own): Column => known.get(own) ?? customColumn(own));
        const missing = table.columns.filter((column) => !csv.header.includes(column.name));
        const blank = blankRecord([
          ...new Set([...csv.header, ...missing.map(({ name: own }) => own), '$file', '$line']),
        ]);
        for (const { cells, line } of csv.rows) {
          const row: Record<string, Value | string | number> = { ...blank };
          for (let i = 0; i < columns.length; i++) {
            const column = columns[i]!;
            const value = parseCell(column, cells[i] ?? '');
            row[column.name] = isFault(value) ? emptyValue(column) : value;
          }
          for (const column of missing) row[column.name] = emptyValue(column);
          row['$file'] = name;
          row['$line'] = line + lines;
          yield row as T & Placed;
        }
      }
    },
  };
}

const emptyValue = (column: Column): Value => (column.type === 'list' || column.type === 'segments' ? [] : null);
