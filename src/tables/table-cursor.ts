import { ByteRows } from './byte-rows.js';
import { csvLine } from './csv-rows.js';
import type { CsvTable } from './csv-table.js';
import { compareCells, type RowOrder } from './row-order.js';
import { separatorOf } from './separator.js';
import { decodeUtf8 } from './utf8.js';

const MARK = [0xef, 0xbb, 0xbf];
const QUOTE = 0x22;

/**
 * Walks over a CSV table, row after row, in memory that does not grow with it. Quotation marks are taken at their word:
 * a guess at marks that were forgotten, as validation makes it, could misread a cell that is written right. Rows are known by their cells in the
 * order's columns and by how many of the same key stand before them; cells become texts only when asked for.
 * A class because a hot loop shares its state between small steps.
 */
export class TableCursor {
  /** The header. Of two columns with one name the last is meant. */
  readonly columns: readonly string[];
  /** Cells of the row in the order's columns, "" where the table lacks one. */
  key: readonly string[] = [];
  /** 1 for the first row of a key, 2 for the next row with the same, …. */
  nth = 0;
  /** False once a row has come that belongs before the one read last. */
  inOrder = true;
  /** Rows read. */
  count = 0;
  private readonly rows: ByteRows;
  private readonly source: Iterator<Uint8Array>;
  private readonly keyCells: readonly number[];
  private readonly compare: (a: readonly string[], b: readonly string[]) => number;
  private readonly plain: boolean;

  constructor({ bytes }: Pick<CsvTable, 'bytes'>, order: RowOrder) {
    const source = (this.source = bytes[Symbol.iterator]());
    const first = source.next();
    const head = first.done ? new Uint8Array(0) : first.value;
    const start = MARK.every((byte, i) => head[i] === byte) ? MARK.length : 0;
    const separator = separatorOf(head, start);
    this.plain = separator === ',';
    this.rows = new ByteRows(after(head, source), separator.charCodeAt(0), { start });
    const hasHeader = this.rows.next();
    this.columns = hasHeader ? Array.from({ length: this.rows.count }, (_, cell) => this.rows.text(cell).trim()) : [];
    this.keyCells = order.columns.map((column) => this.columns.lastIndexOf(column));
    this.compare = compareCells(order);
  }

  /** Reads the next row; false at the end. Blank lines are passed over. */
  next(): boolean {
    const { rows } = this;
    do {
      if (!rows.next()) return false;
    } while (rows.count === 1 && rows.rowStart === rows.rowEnd && this.columns.length > 1);
    const key = this.keyCells.map((cell) => this.text(cell));
    const order = this.count++ === 0 ? 1 : this.compare(key, this.key);
    if (order < 0) this.inOrder = false;
    this.nth = order === 0 ? this.nth + 1 : 1;
    this.key = key;
    return true;
  }

  /** A cell's text; "" where the row or the table (-1) has none. */
  text(cell: number): string {
    return cell >= 0 && cell < this.rows.count ? this.rows.text(cell) : '';
  }

  /** A cell's text by its column's name. */
  cell(column: string): string {
    return this.text(this.columns.lastIndexOf(column));
  }

  /** All cells of the row, as many as the header has. */
  cells(): string[] {
    return this.columns.map((_, cell) => this.text(cell));
  }

  /** The row as a line of CSV in its one form; a row that has it already is not taken apart. */
  line(): string {
    const { bytes, rowStart, rowEnd } = this.rows;
    return this.hasOneForm() ? `${decodeUtf8(bytes, rowStart, rowEnd)}\n` : csvLine(this.cells());
  }

  /** Whether all cells are there, parted by commas, and just those in quotation marks that have to be. */
  private hasOneForm(): boolean {
    const { rows, plain, columns } = this;
    if (!plain || rows.faults.length > 0 || rows.count !== columns.length) return false;
    const { bytes, starts, ends, rowStart } = rows;
    for (let cell = 0; cell < rows.count; cell++) {
      const start = starts[cell]!;
      const quoted = rows.isSlice(cell) && start > rowStart && bytes[start - 1] === QUOTE;
      if (quoted && !needsQuotes(bytes, start, ends[cell]!)) return false;
    }
    return true;
  }

  /** The bytes that the row is written with, without its line end; valid until the next row. */
  written(): Uint8Array {
    return this.rows.bytes.subarray(this.rows.rowStart, this.rows.rowEnd);
  }

  /** True when two rows are written with the same bytes; rows that are not may still have the same cells. */
  isWrittenAs(other: TableCursor): boolean {
    const [a, b] = [this.rows, other.rows];
    const length = a.rowEnd - a.rowStart;
    return length === b.rowEnd - b.rowStart && same(a.bytes, a.rowStart, b.bytes, b.rowStart, length);
  }

  /** True when a cell has the same text as a cell of another row; -1 stands for an empty one. */
  isSame(cell: number, other: TableCursor, otherCell: number): boolean {
    const [a, b] = [this.rows, other.rows];
    if (
      cell < 0 ||
      otherCell < 0 ||
      cell >= a.count ||
      otherCell >= b.count ||
      !a.isSlice(cell) ||
      !b.isSlice(otherCell)
    )
      return this.text(cell) === other.text(otherCell);
    const length = a.ends[cell]! - a.starts[cell]!;
    return (
      length === b.ends[otherCell]! - b.starts[otherCell]! &&
      same(a.bytes, a.starts[cell]!, b.bytes, b.starts[otherCell]!, length)
    );
  }

  /** Ends the reading before the end of the table: a file is closed. */
  close(): void {
    this.source.return?.();
  }
}

/** A cell with marks inside is not one slice of its bytes, and is not asked about. */
function needsQuotes(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] === 0x2c || bytes[at] === 0x0a || bytes[at] === 0x0d) return true;
  return false;
}

function* after(first: Uint8Array, rest: Iterator<Uint8Array>): Generator<Uint8Array> {
  yield first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}

function same(a: Uint8Array, from: number, b: Uint8Array, other: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (a[from + i] !== b[other + i]) return false;
  return true;
}

/** The header of a table; none for an empty file. */
export function columnsOf(table: Pick<CsvTable, 'bytes'>): readonly string[] {
  const cursor = new TableCursor(table, { columns: [], numbers: [] });
  cursor.close();
  return cursor.columns;
}

/** True when the rows of a table stand in an order. */
export function isInOrder(table: Pick<CsvTable, 'bytes'>, order: RowOrder): boolean {
  const cursor = new TableCursor(table, order);
  try {
    while (cursor.inOrder && cursor.next());
    return cursor.inOrder;
  } finally {
    cursor.close();
  }
}
