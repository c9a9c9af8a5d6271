import { ByteWriter, ParquetWriter, type ColumnSource, type SchemaElement } from 'hyparquet-writer';
import type { Column } from '../model/tables.js';
import { groupsOf } from './in-pieces.js';

/** Rows of a group: what is in memory at a time, and what a reader fetches at least. */
export const ROW_GROUP = 10_000;

/** Stands in the file as its maker. A constant, as nothing of a file may depend on the machine; a test compares it. */
export const CREATED_BY = 'hyparquet-writer version 0.17.0';

type Cells = Readonly<Record<string, unknown>>;

/**
 * A table as a Parquet file, made group by group while it is read, and made anew on each reading: the same rows give
 * the same bytes. Columns stand in the given order. Texts are UTF-8; whole numbers are 64 bits wide, or 32 where the
 * schema bounds them; lists are lists of texts, and segments are lists of {start, end}. Columns that may not be null
 * are required. Throws when such a column holds null. Pages are compressed by Snappy.
 */
export function parquetPieces(
  columns: readonly Column[],
  rows: Iterable<object>,
  { group = ROW_GROUP }: { readonly group?: number } = {},
): Iterable<Uint8Array> {
  return {
    *[Symbol.iterator]() {
      const bytes = new ByteWriter();
      const writer = new ParquetWriter({
        writer: bytes,
        schema: parquetSchema(columns),
        createdBy: CREATED_BY,
        kvMetadata: [{ key: 'row_group_rows', value: String(group) }],
      });
      for (const some of groupsOf(rows as Iterable<Cells>, { size: group })) {
        void writer.write({ columnData: columns.map((column) => source(column, some)), rowGroupSize: group });
        yield taken(bytes);
      }
      void writer.finish();
      yield taken(bytes);
    },
  };
}

/** What was written since the last time; the writer goes on counting, but its buffer begins anew. */
function taken(bytes: ByteWriter): Uint8Array {
  const piece = bytes.getBytes().slice();
  bytes.index = 0;
  return piece;
}

/** The columns as elements of a Parquet schema, in depth-first order, the root first. */
export function parquetSchema(columns: readonly Column[]): SchemaElement[] {
  return [{ name: 'root', num_children: columns.length }, ...columns.flatMap(elements)];
}

const REQUIRED = { repetition_type: 'REQUIRED' } as const;
const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } } as const;

function elements(column: Column): SchemaElement[] {
  const { name, type, nullable } = column;
  const own = { name, repetition_type: nullable ? 'OPTIONAL' : 'REQUIRED' } as const;
  const members = (...element: readonly SchemaElement[]): SchemaElement[] => [
    { ...own, converted_type: 'LIST', logical_type: { type: 'LIST' }, num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    ...element,
  ];
  switch (type) {
    case 'string':
      return [{ ...own, ...TEXT }];
    case 'integer':
      return [{ ...own, type: isShort(column) ? 'INT32' : 'INT64' }];
    case 'number':
      return [{ ...own, type: 'DOUBLE' }];
    case 'boolean':
      return [{ ...own, type: 'BOOLEAN' }];
    case 'list':
      return members({ name: 'element', ...REQUIRED, ...TEXT });
    case 'segments':
      return members(
        { name: 'element', ...REQUIRED, num_children: 2 },
        { name: 'start', ...REQUIRED, type: 'INT64' },
        { name: 'end', ...REQUIRED, type: 'INT64' },
      );
  }
}

/** True for whole numbers that the schema keeps within 32 bits. */
function isShort({ minimum, maximum }: Column): boolean {
  return minimum >= -(2 ** 31) && maximum < 2 ** 31;
}

/** The cells of a column as the writer takes them. */
function source(column: Column, rows: readonly Cells[]): ColumnSource {
  const { name } = column;
  const stored = storedAs(column);
  return { name, data: rows.map((row) => (isNull(row[name]) ? empty(column, row) : stored(row[name]))) };
}

const isNull = (value: unknown): boolean => value === null || value === undefined;

function empty({ name, nullable }: Column, row: Cells): null {
  if (!nullable) throw new Error(`column ${name} is null, which its schema forbids, in ${JSON.stringify(row)}`);
  return null;
}

function storedAs(column: Column): (value: unknown) => unknown {
  switch (column.type) {
    case 'integer':
      return isShort(column) ? (value) => value : (value) => BigInt(value as number);
    case 'number':
      // The sign of a zero is lost in CSV and JSON, and is here.
      return (value) => (value === 0 ? 0 : value);
    case 'segments':
      return (value) => {
        const list = (value as readonly { readonly start: number; readonly end: number }[]).map(({ start, end }) => ({
          start: BigInt(start),
          end: BigInt(end),
        }));
        return list;
      };
    default:
      return (value) => value;
  }
}
