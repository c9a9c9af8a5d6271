import type { CellChange } from './keyed-diff.js';
import type { CsvTable } from './csv-table.js';
import type { RowStore } from './row-store.js';
import { compareCells, type RowOrder } from './row-order.js';
import { sortedTable } from './sorted-table.js';
import { columnsOf, TableCursor } from './table-cursor.js';
import { uncommonRows } from './uncommon-rows.js';

/** The cells of a row, by the names of its columns; "" where there is none. Valid until the next change is asked for. */
export interface RowCells {
  readonly columns: readonly string[];
  cell(column: string): string;
}

/** What became of a row. */
export interface RowChange {
  readonly what: 'added' | 'changed' | 'withdrawn';
  /** Cells of the columns by which rows are known again. */
  readonly key: readonly string[];
  /** 2 for the second row with the same key, …; 1 wherever keys are what they should be. */
  readonly nth: number;
  /** The row before and after; null where there was or is none. */
  readonly before: RowCells | null;
  readonly after: RowCells | null;
  /** Cells that differ, of the columns that the table has now; empty for a row that was added or withdrawn. */
  readonly cells: readonly CellChange[];
}

/** How a comparison ended: the number of rows that the table has now, or the side whose rows are out of order. */
export type JoinEnd = { readonly rows: number } | { readonly unordered: 'before' | 'after' };

/** How two versions of a table are compared. */
export interface TableJoin {
  /** The columns by which rows are known again: those of the table's key that both versions have. */
  readonly key: RowOrder;
  readonly columnsBefore: readonly string[];
  readonly columnsAfter: readonly string[];
  /** The changes in the order of the key; they end early where the rows of a side are not in that order. */
  changes(): Generator<RowChange, JoinEnd>;
}

/**
 * Compares two versions of a table whose rows stand in the order of their key, each read once, row beside row, in
 * memory that does not grow with them. Cells are compared as text by the names of their columns. Rows with the same key
 * are told apart by their number: the second one of the old version is compared with the second one of the new.
 */
export function joinTables(before: CsvTable, after: CsvTable): TableJoin {
  const [columnsBefore, columnsAfter] = [columnsOf(before), columnsOf(after)];
  const common = (columns: readonly string[]): string[] =>
    columns.filter((column) => columnsBefore.includes(column) && columnsAfter.includes(column));
  const isEmpty = columnsBefore.length === 0 || columnsAfter.length === 0;
  // Behind an empty table there is nothing to lack.
  const key = isEmpty ? after.key : { columns: common(after.key.columns), numbers: common(after.key.numbers) };
  return { key, columnsBefore, columnsAfter, changes: () => changes(before, after, key) };
}

/** Takes the changes of a table one after another, and ends with what it makes of them. */
export interface ChangeCollector<T> {
  see(change: RowChange): void;
  /** `rows` is the number of rows that the table has now. */
  end(rows: number): T;
}

/** What came of comparing two versions of a table. */
export interface ComparedTable<T> {
  readonly join: TableJoin;
  readonly result: T;
  /** Sides that had to be sorted first. */
  readonly sorted: readonly ('before' | 'after')[];
}

/** How two versions of a table are compared, besides the versions. */
export interface CompareOptions<T> {
  readonly store: RowStore;
  /** Asked for the collector of the changes, and once more for a new one when the first attempt met disorder. */
  readonly start: (join: TableJoin) => ChangeCollector<T>;
  /**
   * Rows of one key are paired by their number, as applying the changes needs it. Without it, rows that are equal are
   * set aside first where a table is not in order: that is quicker, and differs only where a key stands twice.
   */
  readonly exact?: boolean;
}

/**
 * Compares two versions of a table, which are sorted through the store where their rows are not in the order of the key.
 * That shows only on the way: what the first collector has taken is void then.
 */
export function compareTables<T>(
  before: CsvTable,
  after: CsvTable,
  { store, start, exact = true }: CompareOptions<T>,
): ComparedTable<T> {
  let [old, now, common] = [before, after, 0];
  const sorted: ('before' | 'after')[] = [];
  for (;;) {
    const join = joinTables(old, now);
    const collector = start(join);
    const changes = join.changes();
    let next = changes.next();
    for (; !next.done; next = changes.next()) collector.see(next.value);
    const { value: end } = next;
    const result = collector.end('rows' in end ? end.rows + common : 0);
    if ('rows' in end) return { join, result, sorted };
    const { unordered } = end;
    if (sorted.includes(unordered)) throw new Error(`the rows of ${after.name} stay out of order when sorted`);
    if (!exact && join.columnsBefore.join() === join.columnsAfter.join()) {
      sorted.push('before', 'after');
      ({ before: old, after: now, common } = uncommonRows(old, now, join.key, store));
      continue;
    }
    sorted.push(unordered);
    if (unordered === 'before') old = sortedTable(old, join.key, store);
    else now = sortedTable(now, join.key, store);
  }
}

function* changes(before: CsvTable, after: CsvTable, key: RowOrder): ReturnType<TableJoin['changes']> {
  const [old, now] = [new TableCursor(before, key), new TableCursor(after, key)];
  const compare = compareCells(key);
  const places = now.columns.map((column) => old.columns.lastIndexOf(column));
  const sameHeader = places.length === old.columns.length && places.every((place, cell) => place === cell);
  try {
    let [hasOld, hasNew] = [old.next(), now.next()];
    while (hasOld || hasNew) {
      const order = !hasOld ? 1 : !hasNew ? -1 : compare(old.key, now.key);
      if (order < 0) yield { what: 'withdrawn', key: old.key, nth: old.nth, before: old, after: null, cells: [] };
      else if (order > 0) yield { what: 'added', key: now.key, nth: now.nth, before: null, after: now, cells: [] };
      else if (!sameHeader || !old.isWrittenAs(now)) {
        const cells = changedCells(old, now, places);
        if (cells.length) yield { what: 'changed', key: now.key, nth: now.nth, before: old, after: now, cells };
      }
      if (order <= 0) hasOld = old.next();
      if (order >= 0) hasNew = now.next();
      if (!old.inOrder) return { unordered: 'before' };
      if (!now.inOrder) return { unordered: 'after' };
    }
    return { rows: now.count };
  } finally {
    old.close();
    now.close();
  }
}

function changedCells(old: TableCursor, now: TableCursor, places: readonly number[]): CellChange[] {
  const cells: CellChange[] = [];
  for (let cell = 0; cell < places.length; cell++) {
    if (now.isSame(cell, old, places[cell]!)) continue;
    cells.push({ column: now.columns[cell]!, old: old.text(places[cell]!), new: now.text(cell) });
  }
  return cells;
}
