import { basename } from 'node:path';
import type { Table } from '../model/tables.js';
import { readCsv } from '../tables/csv-reader.js';
import { typedRows, type TypedRows } from '../tables/typed-rows.js';
import { readText } from './read.js';

/**
 * Reads a CSV file as rows of a table, with findings for what is wrong with it. `name` is what findings call the file
 * (default: its base name). Throws ReaderError when the file can't be read at all.
 */
export function readTable<T>(path: string, table: Table, name: string = basename(path)): TypedRows<T> {
  return typedRows<T>(readCsv(readText(path), name), table);
}
