import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { hashStream } from '../model/hash.js';
import { csvLine } from '../tables/csv-rows.js';
import { linesAsBytes, type CsvTable } from '../tables/csv-table.js';
import { compareCells, type RowOrder } from '../tables/row-order.js';
import type { RowStore } from '../tables/row-store.js';
import { sortedTable } from '../tables/sorted-table.js';
import { columnsOf, TableCursor } from '../tables/table-cursor.js';
import { inKeyOrder } from '../tables/table-records.js';
import type { Delta, DeltaOp, DeltaTable } from './delta.js';

/** Most findings that are told: a delta of another release does not fit anywhere. */
const MOST = 100;

/** A table that was rebuilt: its path in the release, and its bytes, which can be read once. */
export interface RebuiltFile {
  readonly path: string;
  readonly content: Iterable<Uint8Array>;
}

/** Where rows are sorted that have to be, and what is told of changes that do not fit. */
export interface ApplyOptions {
  readonly store: RowStore;
  readonly tell: (found: Finding) => void;
}

/**
 * Makes every table of a release from those of the release before and the changes: file after file, each to be read to
 * its end before the next is asked for, in memory that does not grow with them. Every old value is compared; what does
 * not fit is told (rule release/delta-mismatch) and the result is then not the release. A delta that can not rebuild is
 * refused with its reason (rule release/delta-refused), and there are no files.
 */
export function* applyDelta(
  { head, ops }: Delta,
  previous: readonly CsvTable[],
  { store, tell }: ApplyOptions,
): Generator<RebuiltFile> {
  if (!head.rebuilds) {
    const message = `${head.from} and these changes do not make ${head.to}: ${head.reason ?? 'no reason is given'}`;
    tell(finding('release/delta-refused', { file: null }, message));
    return;
  }
  let told = 0;
  const say = (found: Finding): void => {
    if (told++ < MOST) tell(found);
  };
  const rest = new OpReader(ops);
  try {
    for (const table of head.tables) {
      const old = previous.find(({ name }) => name === table.table);
      const content = rebuilt(table, old ?? null, rest, { store, tell: say });
      yield { path: `data/${table.table}.csv`, content };
      for (const piece of content) void piece;
    }
    const gone = new Set(head.removed_tables.map(({ table }) => table));
    for (let op = rest.take(null); op; op = rest.take(null)) {
      if (!gone.has(op.table)) say(mismatch(op, `the head names no table "${op.table}", or its changes come too late`));
    }
  } finally {
    rest.close();
  }
}

/** Hands out changes as long as they are of the table that is asked for. */
class OpReader {
  private readonly source: Iterator<DeltaOp>;
  private next: DeltaOp | null = null;
  private started = false;

  constructor(ops: Iterable<DeltaOp>) {
    this.source = ops[Symbol.iterator]();
  }

  /** The next change, if it is of the table; null asks for any. */
  peek(table: string | null): DeltaOp | null {
    if (!this.started) this.step();
    return this.next !== null && (table === null || this.next.table === table) ? this.next : null;
  }

  take(table: string | null): DeltaOp | null {
    const op = this.peek(table);
    if (op !== null) this.step();
    return op;
  }

  close(): void {
    this.source.return?.();
  }

  private step(): void {
    this.started = true;
    const { done, value } = this.source.next() as { done?: boolean; value: DeltaOp };
    this.next = done ? null : value;
  }
}

function* rebuilt(
  table: DeltaTable,
  old: CsvTable | null,
  ops: OpReader,
  { store, tell }: ApplyOptions,
): Generator<Uint8Array> {
  const order = orderOf(table, table.order);
  const key = orderOf(table, table.key);
  const before: CsvTable = inKeyOrder(old ?? { name: table.table, key, order, bytes: [] }, store, key);
  const file = `data/${table.table}.csv`;
  const wrong = columnFault(table, old === null ? null : columnsOf(before));
  if (wrong !== null) tell(finding('release/delta-mismatch', { file }, wrong));
  const hash = hashStream();
  const lines = merged(table, before, key, ops, tell);
  const asIs = table.order.join() === table.key.join();
  const bytes = linesAsBytes(csvLine(table.columns), lines);
  const sorted = asIs ? bytes : sortedTable({ ...before, bytes }, order, store).bytes;
  for (const piece of sorted) {
    hash.update(piece);
    yield piece;
  }
  if (table.sha256 !== null && hash.digest() !== table.sha256)
    tell(finding('release/delta-mismatch', { file }, `the rebuilt ${file} is not the release's: its SHA-256 differs`));
}

function orderOf({ numbers }: DeltaTable, columns: readonly string[]): RowOrder {
  return { columns, numbers: numbers.filter((column) => columns.includes(column)) };
}

function columnFault({ table, columns_before: expected }: DeltaTable, found: readonly string[] | null): string | null {
  if (expected?.join() === found?.join()) return null;
  const said = (columns: readonly string[] | null | undefined): string =>
    columns ? `the columns ${columns.join(', ')}` : 'no such table';
  return `${table}: the release before has ${said(found)}; the delta was made from ${said(expected)}`;
}

/** The lines of a rebuilt table, in the order of the key. */
function* merged(
  table: DeltaTable,
  before: CsvTable,
  key: RowOrder,
  ops: OpReader,
  tell: (found: Finding) => void,
): Generator<string> {
  const row = new TableCursor(before, key);
  const compare = compareCells(key);
  const places = table.columns.map((column) => row.columns.lastIndexOf(column));
  const kept = places.length === row.columns.length && places.every((place, cell) => place === cell);
  try {
    let has = row.next();
    for (;;) {
      const op = ops.peek(table.table);
      if (op === null && !has) return;
      const order = op === null ? -1 : !has ? 1 : compare(row.key, op.key) || row.nth - (op.nth ?? 1);
      if (op === null || order < 0) {
        yield kept ? row.line() : csvLine(places.map((place) => row.text(place)));
        has = row.next();
        continue;
      }
      ops.take(table.table);
      const isThere = order === 0;
      if (isThere && op.op === 'ADD') tell(mismatch(op, 'a row with this key is there already'));
      if (!isThere && op.op !== 'ADD') tell(mismatch(op, 'there is no row with this key'));
      if (op.op === 'ADD') yield csvLine(table.columns.map((column) => op.row[column] ?? ''));
      if (op.op === 'MOD' && isThere) yield csvLine(changedRow(op, table, row, places, tell));
      if (isThere) has = row.next();
    }
  } finally {
    row.close();
  }
}

function changedRow(
  op: Extract<DeltaOp, { op: 'MOD' }>,
  { columns }: DeltaTable,
  row: TableCursor,
  places: readonly number[],
  tell: (found: Finding) => void,
): string[] {
  const cells = places.map((place) => row.text(place));
  for (const { column, old, new: now } of op.cells) {
    const at = columns.lastIndexOf(column);
    if (at < 0) tell(mismatch(op, `the release has no column "${column}"`, column));
    else if (cells[at] !== (old ?? '')) {
      const message = `expected ${shown(old ?? '')}, found ${shown(cells[at]!)}`;
      tell(mismatch(op, message, column, cells[at]));
    } else cells[at] = now ?? '';
  }
  return cells;
}

const shown = (cell: string): string => (cell === '' ? 'an empty cell' : `"${cell}"`);

function mismatch(op: DeltaOp, message: string, column: string | null = null, value: string | null = null): Finding {
  const id = op.key.join(' ');
  const where = [op.table, id, ...(column === null ? [] : [column])].join(', ');
  const file = `data/${op.table}.csv`;
  return finding('release/delta-mismatch', { file }, `${where}: ${message}`, { record_id: id, field: column, value });
}
