import type { CsvTable } from '../tables/csv-table.js';
import type { RowStore } from '../tables/row-store.js';
import type { RowCells } from '../tables/table-join.js';
import { inKeyOrder, tableRecords, type TextRecord } from '../tables/table-records.js';
import { ascendingRows, type AscendingRows } from './ascending-rows.js';
import type { ChangeReason } from './delta.js';

/** A changed cell, and the row that it stands in; valid while it is asked about. */
export interface ChangedCell {
  readonly table: string;
  readonly key: readonly string[];
  readonly column: string;
  readonly old: string;
  readonly new: string;
  readonly before: RowCells;
  readonly after: RowCells;
}

/** Says why a cell has changed; null where nobody knows. Rows are asked about in the order of their keys. */
export type ReasonOf = (change: ChangedCell) => ChangeReason | null;

/** Reasons that the tables of the new release say themselves; `close` ends their reading. */
export interface KnownReasons {
  readonly reasonOf: ReasonOf;
  close(): void;
}

/**
 * Reasons for changed cells of statements: the adjudication that decided the new value, else for the stance the labels
 * that it was resolved from, as stance_basis and n_labels of the new row have it.
 */
export function knownReasons(tables: readonly CsvTable[], store: RowStore): KnownReasons {
  const decisions = rowsById(tables, 'adjudication', 'statement_id', store);
  return {
    reasonOf: ({ table, column, new: value, after }) => {
      if (table !== 'statements') return null;
      const own = decisions?.of(after.cell('statement_id')) ?? [];
      const decision = own.find((row) => row['field'] === column && row['value'] === value);
      if (decision) return { from: 'adjudication', ...textsOf(decision, ['reason', 'rule_id', 'decided_by']) };
      const basis = column === 'stance' ? after.cell('stance_basis') : '';
      if (basis !== 'majority' && basis !== 'single') return null;
      return { from: 'labels', basis, labels: Number(after.cell('n_labels')) };
    },
    close: () => decisions?.close(),
  };
}

/** Why a row was withdrawn, by its id: what its tombstone says; null without a tombstone. Ids are asked for in order. */
export function tombstoneReasons(
  tables: readonly CsvTable[],
  store: RowStore,
): { readonly of: (id: string) => ChangeReason | null; close(): void } {
  const stones = rowsById(tables, 'tombstones', 'id', store);
  return {
    of: (id) => {
      const stone = stones?.of(id)[0];
      return stone ? { from: 'tombstone', ...textsOf(stone, ['reason', 'replaced_by']) } : null;
    },
    close: () => stones?.close(),
  };
}

function rowsById(
  tables: readonly CsvTable[],
  name: string,
  column: string,
  store: RowStore,
): AscendingRows<TextRecord> | null {
  const table = tables.find((one) => one.name === name);
  if (!table) return null;
  return ascendingRows(tableRecords(inKeyOrder(table, store)), (row) => row[column] ?? '');
}

/** Some cells of a record, null where empty. */
function textsOf<K extends string>(row: TextRecord, columns: readonly K[]): Record<K, string | null> {
  return Object.fromEntries(columns.map((column) => [column, row[column] || null])) as Record<K, string | null>;
}
