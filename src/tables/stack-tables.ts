import type { DiffRow, DiffTable } from './keyed-diff.js';

/** A file's part of a table. */
export interface TablePart {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly line: number }[];
}

/** One table of the rows of several files, whose columns may differ in number and order. */
export function stackTables(parts: readonly TablePart[]): DiffTable {
  const header = [...new Set(parts.flatMap((part) => part.header))];
  const rows = parts.flatMap((part) => {
    const places = header.map((column) => part.header.lastIndexOf(column));
    const asIs = places.every((place, i) => place === i);
    return part.rows.map(({ cells, line }): DiffRow => ({
      cells: asIs ? cells : places.map((place) => cells[place] ?? ''),
      file: part.file,
      line,
    }));
  });
  return { header, rows };
}
