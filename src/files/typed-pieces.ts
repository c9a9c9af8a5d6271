import type { Finding } from '../model/generated.js';
import type { Table } from '../model/tables.js';
import { readCsv } from '../tables/csv-reader.js';
import { typedRows } from '../tables/typed-rows.js';
import { csvPieces } from './csv-pieces.js';

/** A typed row and the physical line on which it begins. */
export interface LinedRow<T> {
  readonly row: T;
  readonly line: number;
}

/**
 * Rows of a CSV file as rows of a table, read piece by piece in little memory. What is wrong with the file goes into
 * `findings` as it is met, under the name `name`. Throws ReaderError where the file can't be read.
 */
export function* typedPieces<T>(
  path: string,
  table: Table,
  { name, findings }: { readonly name: string; readonly findings: Finding[] },
): Generator<LinedRow<T>, void, undefined> {
  for (const { header, body, lines } of csvPieces(path)) {
    const read = typedRows<T>(readCsv(`${header}${body}`, name), table);
    for (const found of read.findings) {
      const { line } = found;
      // What is said of the header is said once.
      if (lines === 0) findings.push(found);
      else if (line !== 1) findings.push(line === null ? found : { ...found, line: line + lines });
    }
    for (const { row, line } of read.rows) yield { row, line: line + lines };
  }
}

/** The columns of a CSV file that its table does not have and a project may add, in their order. */
export function customColumnsOf(path: string): string[] {
  for (const { header } of csvPieces(path)) return readCsv(header, path).header.filter((name) => name.startsWith('x_'));
  return [];
}
