import { compareText } from '../model/findings.js';
import type { PassedOver } from '../model/passed-over.js';
import type { CsvTable } from '../tables/csv-table.js';
import type { RowChange } from '../tables/table-join.js';
import { levelColumns } from './carried-columns.js';
import { decidedCell, isFilledIn, oneSidedRow, type OneSided } from './one-sided.js';
import { oneSidedIds } from './one-sided-ids.js';
import type { ReleaseSide } from './release-side.js';

/** The change without what is passed over; null where nothing is left of it. */
export type ChangeFilter = (change: RowChange) => RowChange | null;

/** A release and a dataset on common ground. */
export interface CommonGround {
  readonly before: readonly CsvTable[];
  readonly after: readonly CsvTable[];
  /** Begins the changes of a table, once more where they are taken anew. */
  readonly filterOf: (table: string) => ChangeFilter;
  /** What was passed over so far, by table. */
  readonly passed: () => readonly PassedOver[];
}

/** Whether one side is a release and the other a dataset: labels are resolved, and rows left out, on one only. */
export function isMixed(before: ReleaseSide, after: ReleaseSide): boolean {
  return before.kind !== after.kind;
}

/**
 * Brings a release and a dataset, in whatever order, on common ground: columns that only one can have are taken out, and
 * rows and cells are passed over that a release leaves out, fills in or decides. All of it is counted. The ids of what a
 * release leaves out are in memory; rows are not.
 */
export function commonGround(before: ReleaseSide, after: ReleaseSide): CommonGround {
  const [release, dataset] = before.kind === 'release' ? [before, after] : [after, before];
  const ids = oneSidedIds(release, dataset);
  const columns: PassedOver[] = [];
  const level = new Map<CsvTable, CsvTable>();
  for (const table of release.tables) {
    const own = dataset.tables.find(({ name }) => name === table.name);
    if (!own) continue;
    const found = levelColumns(table, own, dataset.meaning.codebook, (row, column) =>
      isFilledIn(table.name, column, row, ids),
    );
    level.set(table, found.release).set(own, found.dataset);
    for (const [side, names, why] of [
      ['dataset', found.neverCarried, 'no release has it'],
      ['release', found.alwaysThere, 'every release has it'],
    ] as const)
      for (const name of names)
        columns.push({ table: table.name, side, what: 'column', count: 1, why: `${name}: ${why}` });
  }
  const leveled = (tables: readonly CsvTable[]): CsvTable[] => tables.map((table) => level.get(table) ?? table);
  const counts = new Map<string, Map<string, PassedOver>>();
  const filterOf = (table: string): ChangeFilter => {
    const own = new Map<string, PassedOver>();
    counts.set(table, own);
    const passes = (what: 'row' | 'cell', found: OneSided | null): boolean => {
      if (found === null) return false;
      const key = `${what} ${found.side} ${found.why}`;
      own.set(key, { table, ...found, what, count: (own.get(key)?.count ?? 0) + 1 });
      return true;
    };
    return (change) => {
      const [released, working] =
        before.kind === 'release' ? [change.before, change.after] : [change.after, change.before];
      if (!released || !working) return passes('row', oneSidedRow(table, released, working, ids)) ? null : change;
      const cells = change.cells.filter(
        ({ column }) => !passes('cell', decidedCell(table, column, { released, working, ids })),
      );
      return cells.length ? { ...change, cells } : null;
    };
  };
  return {
    before: leveled(before.tables),
    after: leveled(after.tables),
    filterOf,
    passed: () => {
      const rank = ({ what }: PassedOver): number => ['column', 'row', 'cell'].indexOf(what);
      const order = (a: PassedOver, b: PassedOver): number =>
        rank(a) - rank(b) || compareText(a.side, b.side) || compareText(a.why, b.why);
      const names = new Set([...after.tables, ...before.tables].map(({ name }) => name));
      return [...names].flatMap((name) => [
        ...columns.filter(({ table }) => table === name),
        ...[...(counts.get(name)?.values() ?? [])].sort(order),
      ]);
    },
  };
}
