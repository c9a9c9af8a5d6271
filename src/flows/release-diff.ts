import type { Delta, DeltaOp, DeltaTable } from '../releases/delta.js';
import { knownReasons } from '../releases/change-reasons.js';
import { makeDelta } from '../releases/make-delta.js';
import { commonGround, isMixed } from '../releases/pass-over.js';
import type { ReleaseSide } from '../releases/release-side.js';
import { withheldSince } from '../releases/withheld.js';
import { compareVersions } from '../releases/version.js';
import { compareText } from '../model/findings.js';
import type { ReleaseDiffReport, TableDiff, ValueMove, WithdrawnRow } from '../reports/release-diff/diff-report.js';
import type { RowStore } from '../tables/row-store.js';
import { codebookChanges } from './codebook-changes.js';
import { shownChange } from './shown-change.js';
import { testDocuments, versionStep } from './version-step.js';

/** How two sides are compared. */
export interface ReleaseDiffOptions {
  /** Where tables that are not in order are sorted, and the changes are kept. */
  readonly store: RowStore;
  /** Changes of each table, withdrawn rows, and ids of each demand that the report names. */
  readonly most?: number;
}

/** The report, and every change. */
export interface ReleaseDiff {
  readonly report: ReleaseDiffReport;
  readonly delta: Delta;
}

/**
 * Compares two releases or datasets, table by table: what became of rows and cells, and how far the version must move.
 * Every table is read once; only the report is in memory.
 */
export function releaseDiff(
  before: ReleaseSide,
  after: ReleaseSide,
  { store, most = 10 }: ReleaseDiffOptions,
): ReleaseDiff {
  const bothReleases = before.kind === 'release' && after.kind === 'release';
  const ground = isMixed(before, after) ? commonGround(before, after) : null;
  const [old, now] = [ground?.before ?? before.tables, ground?.after ?? after.tables];
  const reasons = knownReasons(now, store);
  const delta = makeDelta(old, now, {
    from: before.version,
    to: after.version,
    store,
    reasonOf: reasons.reasonOf,
    // Of a dataset nothing is in standoff/ only: such rows are passed over.
    ...(ground ? { filterOf: ground.filterOf } : { withheld: withheldSince(old, now, after.standoff) }),
    notRebuilding: bothReleases ? null : 'a dataset is compared, not a release',
  });
  reasons.close();
  const step = versionStep(delta, {
    before: before.meaning,
    after: after.meaning,
    testDocuments: testDocuments(before.tables),
    most,
  });
  const tally = tallyOps(delta.ops, most);
  const name = ({ kind, path, version }: ReleaseSide) => ({ kind, path, version });
  const passed = ground?.passed() ?? [];
  const rowsPassed = (table: string, { kind }: ReleaseSide): number =>
    passed
      .filter((one) => one.table === table && one.what === 'row' && one.side === kind)
      .reduce((sum, { count }) => sum + count, 0);
  const passedRows = (table: string): PassedRows => ({
    before: ground ? rowsPassed(table, before) : 0,
    after: ground ? rowsPassed(table, after) : 0,
  });
  const [oldBook, newBook] = [before.meaning.codebook, after.meaning.codebook];
  return {
    delta,
    report: {
      before: name(before),
      after: name(after),
      tables: tableDiffs(delta, tally, passedRows),
      passed_over: passed,
      stance: moves(tally.stance),
      splits: moves(tally.splits),
      withdrawn: tally.withdrawn,
      withdrawn_rows: tally.withdrawnRows,
      withheld: [...tally.withheldStatements]
        .slice(0, most)
        .map(([document_id, rows]) => ({ document_id, statements: rows })),
      withheld_documents: tally.withheldStatements.size,
      codebook: oldBook && newBook ? codebookChanges(oldBook, newBook) : [],
      version: {
        ...step,
        enough: bothReleases ? compareVersions(after.version, step.least) >= 0 : null,
      },
      rows: [...tally.shown].map(([table, ops]) => ({ table, changes: ops.map(shownChange) })),
    },
  };
}

type Counts = Map<string, number>;

interface Tally {
  /** Changed cells by column, by table. */
  readonly cells: ReadonlyMap<string, Counts>;
  readonly stance: Counts;
  readonly splits: Counts;
  readonly withdrawn: readonly WithdrawnRow[];
  readonly withdrawnRows: number;
  /** Rows that are in standoff/ only now, by table. */
  readonly withheld: Counts;
  /** Documents that are there only now, with their statements. */
  readonly withheldStatements: Counts;
  readonly shown: ReadonlyMap<string, readonly DeltaOp[]>;
}

function tallyOps(ops: Iterable<DeltaOp>, most: number): Tally {
  const cells = new Map<string, Counts>();
  const [stance, splits] = [new Map<string, number>(), new Map<string, number>()];
  const withdrawn: WithdrawnRow[] = [];
  let withdrawnRows = 0;
  const [withheld, withheldStatements] = [new Map<string, number>(), new Map<string, number>()];
  const shown = new Map<string, DeltaOp[]>();
  for (const op of ops) {
    const { table } = op;
    const list = shown.get(table) ?? [];
    if (list.length === 0) shown.set(table, list);
    if (list.length < most) list.push(op);
    if (op.op === 'MOD') {
      const own = cells.get(table) ?? new Map<string, number>();
      cells.set(table, own);
      for (const { column, old, new: now } of op.cells) {
        add(own, column);
        if (table === 'statements' && column === 'stance') add(stance, pair(old, now));
        if (table === 'splits' && column === 'split') add(splits, pair(old, now));
      }
    } else if (op.op === 'DEL' && op.reason?.from === 'withheld') {
      add(withheld, table);
      if (table === 'documents') withheldStatements.set(op.key[0]!, withheldStatements.get(op.key[0]!) ?? 0);
      if (table === 'statements') add(withheldStatements, op.document_id ?? '');
    } else if (op.op === 'DEL') {
      const reason = op.reason?.from === 'tombstone' ? op.reason : null;
      if (table !== 'statements' && reason === null) continue;
      if (withdrawnRows++ >= most) continue;
      const { reason: why = null, replaced_by = null } = reason ?? {};
      withdrawn.push({ table, id: op.key.join(' '), reason: why, replaced_by });
    }
  }
  return { cells, stance, splits, withdrawn, withdrawnRows, withheld, withheldStatements, shown };
}

const add = (counts: Counts, name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
const pair = (old: string | null, now: string | null): string => JSON.stringify([old, now]);

function moves(counts: Counts): ValueMove[] {
  return [...counts]
    .map(([name, rows]): ValueMove => {
      const [old, now] = JSON.parse(name) as [string | null, string | null];
      return { old, new: now, rows };
    })
    .sort((a, b) => compareText(a.old ?? '', b.old ?? '') || compareText(a.new ?? '', b.new ?? ''));
}

/** Rows of a table that were passed over, as only the side before or the one after can have them. */
interface PassedRows {
  readonly before: number;
  readonly after: number;
}

function tableDiffs(
  { head }: Delta,
  { cells, withheld: moved }: Tally,
  passedRows: (table: string) => PassedRows,
): TableDiff[] {
  const present = head.tables.map((one: DeltaTable): TableDiff => {
    const { table, rows, added, changed, withdrawn, columns, columns_before: old } = one;
    const withheld = moved.get(table) ?? 0;
    const passed = passedRows(table);
    return {
      table,
      rows_before: rows - added - passed.after + withdrawn + passed.before,
      rows,
      added,
      changed,
      withdrawn: withdrawn - withheld,
      withheld,
      only: old === null ? 'after' : null,
      new_columns: columns.filter((column) => old !== null && !old.includes(column)),
      lost_columns: (old ?? []).filter((column) => !columns.includes(column)),
      cells: [...(cells.get(table) ?? [])]
        .map(([column, count]) => ({ column, cells: count }))
        .sort((a, b) => b.cells - a.cells || columns.indexOf(a.column) - columns.indexOf(b.column)),
    };
  });
  const gone = head.removed_tables.map(({ table, rows }): TableDiff => ({
    table,
    rows_before: rows + passedRows(table).before,
    rows: 0,
    added: 0,
    changed: 0,
    withdrawn: rows - (moved.get(table) ?? 0),
    withheld: moved.get(table) ?? 0,
    only: 'before',
    new_columns: [],
    lost_columns: [],
    cells: [],
  }));
  return [...present, ...gone];
}
