import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Column } from '../model/tables.js';
import { parquetGroups, type ParquetGroup } from '../tables/parquet-groups.js';
import { cellHolds, sameValue } from '../tables/same-cells.js';
import { strictRows } from '../tables/strict-csv.js';
import { csvPieces, textPieces } from './csv-pieces.js';

/** A file that holds the rows of a table in some form, which its ending names, and the columns that it must have. */
export interface RowsFile {
  readonly path: string;
  readonly columns: readonly Column[];
}

type Row = Readonly<Record<string, unknown>>;
/** A row of a file: whether it holds a value in a column, by number. */
type Holds = (column: number, value: unknown) => boolean;
type Groups = Iterable<Iterable<Holds>> | AsyncIterable<Iterable<Holds>>;
/** Reads rows in groups: to wait for each row by itself would take longer than to read it. */
type Reader = (path: string, columns: readonly Column[]) => Groups;

const readers: Readonly<Record<string, Reader>> = {
  csv: csvRows,
  json: jsonRows,
  jsonl: jsonRows,
  parquet: parquetRows,
};

/**
 * Reads files of a folder back and makes sure that they hold the same rows as the one of JSON Lines among them: the
 * same values of the same types, null apart from empty, in the same order. Some rows of each, of a Parquet file a
 * group, are in memory at a time. Throws a plain error, as that is a fault of the program, with the first row and
 * column that differ.
 */
export async function checkSameRows(folder: string, files: readonly RowsFile[]): Promise<void> {
  const base = files.find(({ path }) => path.endsWith('.jsonl'));
  if (!base) return;
  const others = files
    .filter((file) => file !== base)
    .map(({ path, columns }) => {
      const read = readers[path.slice(path.lastIndexOf('.') + 1)]!(join(folder, path), columns);
      return {
        path,
        groups: Symbol.iterator in read ? read[Symbol.iterator]() : read[Symbol.asyncIterator](),
        rows: [][Symbol.iterator]() as Iterator<Holds>,
      };
    });
  type Other = (typeof others)[number];
  /** Goes on to a group that has rows; null at the end of the file. */
  const further = async (other: Other): Promise<Holds | null> => {
    for (;;) {
      const group = await other.groups.next();
      if (group.done) return null;
      other.rows = group.value[Symbol.iterator]();
      const row = other.rows.next();
      if (!row.done) return row.value;
    }
  };
  const names = base.columns.map((column) => column.name);
  let count = 0;
  for (const row of jsonObjects(join(folder, base.path))) {
    count++;
    const values = valuesOf(row, names, base.path);
    for (const other of others) {
      const next = other.rows.next();
      const holds = next.done ? await further(other) : next.value;
      const wrong = holds ? values.findIndex((value, column) => !holds(column, value)) : -2;
      if (wrong === -1) continue;
      const what = holds ? `has another ${names[wrong]} than ${JSON.stringify(values[wrong])}` : 'has ended before';
      throw new Error(
        `${other.path} and ${base.path} differ in row ${count}, ${String(values[0])}: the former ${what}`,
      );
    }
  }
  for (const other of others) {
    if (!other.rows.next().done || (await further(other)))
      throw new Error(`${other.path} has more rows than ${base.path}, which has ${count}`);
  }
}

/** The values of a row in the order of its columns, which must be all that it has. */
function valuesOf(row: Row, names: readonly string[], path: string): unknown[] {
  const values: unknown[] = [];
  for (const name in row) {
    if (name !== names[values.length]) throw new Error(`${path} has a row with ${name} in column ${values.length + 1}`);
    values.push(row[name]);
  }
  if (values.length !== names.length) throw new Error(`${path} has a row without ${names[values.length]}`);
  return values;
}

/** The rows of JSON Lines, or of a JSON array with its marks and each of its rows on a line of their own. */
function* jsonObjects(path: string): Generator<Row> {
  for (const piece of textPieces(path)) yield* rowsOfLines(piece);
}

function* rowsOfLines(piece: string): Generator<Row> {
  for (const line of piece.trimEnd().split('\n')) {
    if (line === '' || line === '[' || line === ']') continue;
    yield JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line) as Row;
  }
}

function* jsonRows(path: string, columns: readonly Column[]): Generator<Iterable<Holds>> {
  const names = columns.map((column) => column.name);
  function* rows(piece: string): Generator<Holds> {
    for (const row of rowsOfLines(piece)) yield (column, value) => sameValue(row[names[column]!], value);
  }
  for (const piece of textPieces(path)) yield rows(piece);
}

function* csvRows(path: string, columns: readonly Column[]): Generator<Iterable<Holds>> {
  const names = columns.map((column) => column.name).join();
  function* rows(body: string): Generator<Holds> {
    for (const cells of strictRows(body)) {
      if (cells.length !== columns.length)
        throw new Error(`${path} has a row of ${cells.length} cells: ${cells.join()}`);
      yield (column, value) => cellHolds(columns[column]!, cells[column]!, value);
    }
  }
  for (const { header, body, lines } of csvPieces(path)) {
    if (lines === 0 && header !== `${names}\n`) throw new Error(`${path} has other columns: ${header}`);
    yield rows(body);
  }
}

async function* parquetRows(path: string, columns: readonly Column[]): AsyncGenerator<Iterable<Holds>> {
  const file = openSync(path, 'r');
  try {
    const byteLength = fstatSync(file).size;
    const slice = (start: number, end = byteLength): ArrayBuffer => {
      const bytes = new Uint8Array(end - start);
      readSync(file, bytes, 0, bytes.length, start);
      return bytes.buffer;
    };
    const names = columns.map((column) => column.name);
    for await (const group of parquetGroups(names, { byteLength, slice })) yield rowsOfGroup(group);
  } finally {
    closeSync(file);
  }
}

function* rowsOfGroup({ rows, columns }: ParquetGroup): Generator<Holds> {
  for (let row = 0; row < rows; row++) yield (column, value) => sameValue(columns[column]![row], value);
}
