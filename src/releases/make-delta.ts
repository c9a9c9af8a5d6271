import { compareText } from '../model/findings.js';
import type { CsvTable } from '../tables/csv-table.js';
import type { RowStore, StoredRows } from '../tables/row-store.js';
import { isInOrder } from '../tables/table-cursor.js';
import { compareTables, type RowCells, type RowChange, type TableJoin } from '../tables/table-join.js';
import { tombstoneReasons, type ReasonOf } from './change-reasons.js';
import type { ChangeReason, Delta, DeltaOp, DeltaTable } from './delta.js';
import type { ChangeFilter } from './pass-over.js';
import { isWithheld, NONE_WITHHELD, type Withheld } from './withheld.js';

/** What a delta is told besides the tables. */
export interface DeltaOptions {
  /** Versions of the two releases. */
  readonly from: string;
  readonly to: string;
  /** Keeps the changes, and sorts tables that are not in order. */
  readonly store: RowStore;
  /** Why a cell has changed (see `knownReasons`); by default nobody knows. */
  readonly reasonOf?: ReasonOf;
  /** SHA-256 of the new release's data/<table>.csv, by table. */
  readonly digests?: Readonly<Record<string, string>>;
  /** Why the changes can't make the new release from the one before; null where they can. */
  readonly notRebuilding?: string | null;
  /** What is in standoff/ only now; by default nothing. */
  readonly withheld?: Withheld;
  /** Begins the changes of a table, and takes from each what is not to be told; by default everything is. */
  readonly filterOf?: ((table: string) => ChangeFilter) | null;
}

/**
 * How a release differs from the one before, as changes of rows: tables in the order of the new release, then those that
 * only the old one has, by name. A withdrawn row's reason is its tombstone in the new release, or that it is in standoff/
 * only now. The changes go into the
 * store; tables are read once each, row beside row.
 */
export function makeDelta(
  previous: readonly CsvTable[],
  next: readonly CsvTable[],
  {
    from,
    to,
    store,
    reasonOf = () => null,
    digests = {},
    notRebuilding = null,
    withheld = NONE_WITHHELD,
    filterOf = null,
  }: DeltaOptions,
): Delta {
  const stones = tombstoneReasons(next, store);
  const gone = previous
    .filter(({ name }) => !next.some((one) => one.name === name))
    .sort((a, b) => compareText(a.name, b.name));
  const pairs = [
    ...next.map(
      (after) => [previous.find(({ name }) => name === after.name) ?? { ...after, bytes: [] }, after] as const,
    ),
    ...gone.map((before) => [before, { ...before, bytes: [] }] as const),
  ];
  const compared = pairs.map(([before, after]) => {
    const found = compareTables(before, after, {
      store,
      exact: notRebuilding === null,
      start: (join) => {
        const reasons = { reasonOf, tombstoneOf: stones.of, withheld };
        return collector(after.name, join, store, { reasons, filter: filterOf?.(after.name) ?? null });
      },
    });
    return { before, after, ...found };
  });
  stones.close();
  const unordered = compared.find(({ after, join, sorted }) => !isReleased(after, join, sorted.includes('after')));
  const reason =
    notRebuilding ??
    (unordered ? `the rows of data/${unordered.after.name}.csv are not in the order of a release` : null);
  const described = compared.map(({ after, join, result }): DeltaTable => {
    const { order } = after;
    return {
      table: after.name,
      columns: join.columnsAfter,
      columns_before: previous.some(({ name }) => name === after.name) ? join.columnsBefore : null,
      key: join.key.columns,
      order: order.columns,
      numbers: [...new Set([...join.key.numbers, ...order.numbers])],
      rows: result.rows,
      added: result.added,
      changed: result.changed,
      withdrawn: result.withdrawn,
      sha256: digests[after.name] ?? null,
    };
  });
  // What is left of a table that only one side has, where changes are passed over, may be nothing at all.
  const isThere = ({ table, added, withdrawn }: DeltaTable): boolean =>
    filterOf === null ||
    added + withdrawn > 0 ||
    [previous, next].every((tables) => tables.some(({ name }) => name === table));
  return {
    head: {
      delta: 1,
      from,
      to,
      rebuilds: reason === null,
      reason,
      tables: described.slice(0, next.length).filter(isThere),
      removed_tables: described
        .slice(next.length)
        .filter(isThere)
        .map(({ table, key, withdrawn }) => ({ table, key, rows: withdrawn })),
    },
    ops: {
      *[Symbol.iterator]() {
        for (const { result } of compared) yield* result.ops;
      },
    },
  };
}

/** Whether a table's rows stand as in a release; where that is the order of the comparison, it has seen it already. */
function isReleased(table: CsvTable, { key }: TableJoin, wasSorted: boolean): boolean {
  return table.order.columns.join() === key.columns.join() ? !wasSorted : isInOrder(table, table.order);
}

interface CollectedOps {
  readonly ops: StoredRows<DeltaOp>;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
}

interface Reasons {
  readonly reasonOf: ReasonOf;
  readonly tombstoneOf: (id: string) => ChangeReason | null;
  readonly withheld: Withheld;
}

function collector(
  table: string,
  { key, columnsBefore }: TableJoin,
  store: RowStore,
  { reasons, filter }: { readonly reasons: Reasons; readonly filter: ChangeFilter | null },
): { see(change: RowChange): void; end(rows: number): CollectedOps } {
  const out = store.writer<DeltaOp>();
  const counts = { added: 0, changed: 0, withdrawn: 0 };
  const ofDocument = columnsBefore.includes('document_id') && !key.columns.includes('document_id');
  return {
    see: (seen) => {
      const change = filter === null ? seen : filter(seen);
      if (change === null) return;
      counts[change.what]++;
      out.push(opOf(table, change, ofDocument, reasons));
    },
    end: (rows) => ({ ops: out.done(), rows, ...counts }),
  };
}

function opOf(table: string, change: RowChange, ofDocument: boolean, reasons: Reasons): DeltaOp {
  const { what, key, nth, before, after, cells } = change;
  const row = { table, key, ...(nth > 1 ? { nth } : {}) };
  if (what === 'added') return { op: 'ADD', ...row, row: filledCells(after!) };
  const known = ofDocument ? { ...row, document_id: before!.cell('document_id') } : row;
  if (what === 'withdrawn') return { op: 'DEL', ...known, reason: whyGone(key, before!, reasons) };
  return {
    op: 'MOD',
    ...known,
    cells: cells.map(({ column, old, new: now }) => ({
      column,
      old: old || null,
      new: now || null,
      reason: reasons.reasonOf({ table, key, column, old, new: now, before: before!, after: after! }),
    })),
  };
}

function whyGone(key: readonly string[], row: RowCells, { tombstoneOf, withheld }: Reasons): ChangeReason | null {
  const buried = key.length === 1 ? tombstoneOf(key[0]!) : null;
  if (buried || !withheld.documents.size) return buried;
  const cell = (column: string): string => (row.columns.includes(column) ? row.cell(column) : '');
  return isWithheld(cell, withheld) ? { from: 'withheld' } : null;
}

function filledCells(row: RowCells): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const column of row.columns) {
    const cell = row.cell(column);
    if (cell !== '') cells[column] = cell;
  }
  return cells;
}
