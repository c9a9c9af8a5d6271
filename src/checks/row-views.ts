import type { Place } from '../model/findings.js';
import type { SchemaName } from '../model/generated.js';
import { customColumn, type Column, type Table } from '../model/tables.js';
import type { ByteRows } from '../tables/byte-rows.js';
import { formatCell, type Value } from '../tables/cells.js';
import { jsonPlaces } from '../tables/json-places.js';
import type { Row, RowView, TableFile } from './check.js';
import type { ColumnState } from './column-state.js';
import { KEY_SEPARATOR, keyBytes } from './lookups.js';
import { cellText } from './say.js';

const EMPTY = new Uint8Array(0);
const encoder = new TextEncoder();
const SEPARATOR = KEY_SEPARATOR.charCodeAt(0);

/** The row of a CSV file that is being looked at; its values are read from its bytes when they are asked for. */
export class CsvRowView implements RowView {
  readonly values: Row;
  index = -1;
  keyBytes: Uint8Array = EMPTY;
  keyStart = 0;
  private scratch: Uint8Array = new Uint8Array(512);
  private readonly cells = new Map<string, number>();

  constructor(
    readonly file: TableFile,
    private readonly rows: ByteRows,
    states: ReadonlyMap<string, ColumnState>,
  ) {
    // Where a column stands twice the last one counts.
    file.header?.forEach((name, cell) => this.cells.set(name, cell));
    this.values = lazyRow(file.table, states);
  }

  get line(): number {
    return this.rows.line;
  }

  placeOf(field: string | null): Place {
    const cell = field === null ? undefined : this.cells.get(field);
    if (cell !== undefined) {
      // A cell that a short row lacks is said to stand where its last cell does.
      return { file: this.file.path, ...this.rows.placeOf(Math.min(cell, this.rows.count - 1)) };
    }
    const { rows } = this;
    return { file: this.file.path, line: rows.line, column: 1, byte_offset: rows.offsetOf(rows.rowStart) };
  }

  recordId(instead: Readonly<Record<string, string>> = {}): string | null {
    const parts = this.file.table.key.map((name) => {
      if (Object.hasOwn(instead, name)) return instead[name]!;
      const cell = this.cells.get(name);
      return cell === undefined || cell >= this.rows.count ? '' : this.rows.text(cell);
    });
    return parts.every((part) => part === '') ? null : parts.join(' ');
  }

  key(fields: readonly string[]): number {
    const { rows } = this;
    if (fields.length === 1) {
      const cell = this.cells.get(fields[0]!) ?? -1;
      if (cell < 0 || cell >= rows.count) return 0;
      if (rows.isSlice(cell)) {
        // The cell's own bytes will do.
        this.keyBytes = rows.bytes;
        this.keyStart = rows.starts[cell]!;
        return rows.ends[cell]! - this.keyStart;
      }
    }
    this.keyStart = 0;
    this.keyBytes = this.scratch;
    let length = 0;
    for (let i = 0; i < fields.length; i++) {
      if (i > 0) this.keyBytes[length++] = SEPARATOR;
      const cell = this.cells.get(fields[i]!) ?? -1;
      if (cell < 0 || cell >= rows.count) continue;
      const [start, end] = [rows.starts[cell]!, rows.ends[cell]!];
      const written = rows.isSlice(cell) ? null : keyBytes([rows.text(cell)]);
      const size = written ? written.length : end - start;
      if (length + size + fields.length > this.keyBytes.length) {
        const larger = new Uint8Array(2 * (length + size + fields.length));
        larger.set(this.keyBytes);
        this.keyBytes = this.scratch = larger;
      }
      if (written) this.keyBytes.set(written, length);
      else for (let at = start; at < end; at++) this.keyBytes[length + at - start] = rows.bytes[at]!;
      length += size;
    }
    return length === fields.length - 1 ? 0 : length;
  }
}

/** An object with the table's columns as properties, each read from the present cell; columns that the file lacks are empty. */
function lazyRow(table: Table, states: ReadonlyMap<string, ColumnState>): Row {
  const columns = new Map<string, Column>(table.columns.map((column) => [column.name, column]));
  for (const name of states.keys()) if (name !== '' && !columns.has(name)) columns.set(name, customColumn(name));
  const properties = [...columns].map(([name, { type }]): [string, PropertyDescriptor] => {
    const state = states.get(name);
    const none: Value = type === 'list' || type === 'segments' ? [] : null;
    return [name, state ? { enumerable: true, get: () => state.value } : { enumerable: true, value: none }];
  });
  // As a prototype the object is one of those whose properties the engine finds fast.
  return Object.create(Object.create({}, Object.fromEntries(properties)) as object) as Row;
}

/** A line of JSON that is being looked at as a row. */
export class JsonRowView implements RowView {
  keyBytes: Uint8Array = EMPTY;
  readonly keyStart = 0;

  constructor(
    readonly file: TableFile,
    readonly index: number,
    readonly line: number,
    readonly values: Row,
    private readonly source: string,
    private readonly byteOffset: number,
  ) {}

  placeOf(field: string | null): Place {
    const { line } = this;
    const place = field === null ? undefined : jsonPlaces(this.source).places.get(`/${field}`);
    const column = place?.column ?? 1;
    const byte_offset = this.byteOffset + encoder.encode(this.source.slice(0, column - 1)).length;
    return { file: this.file.path, line, column, byte_offset };
  }

  recordId(instead: Readonly<Record<string, string>> = {}): string | null {
    const parts = this.file.table.key.map((name) =>
      Object.hasOwn(instead, name) ? instead[name]! : cellText(this.values[name]),
    );
    return parts.every((part) => part === '') ? null : parts.join(' ');
  }

  key(fields: readonly string[]): number {
    const values = fields.map((name) => this.values[name]);
    this.keyBytes = keyBytes(values);
    return values.every((value) => formatCell(value) === '') ? 0 : this.keyBytes.length;
  }
}

/** The schema's table, or one without columns for files that are no table (findings.jsonl). */
export function tableOrNone(table: Table | undefined, schema: SchemaName, file: string): Table {
  return table ?? { schema, file, columns: [], key: [], references: {} };
}
