import { finding } from '../model/findings.js';
import type { Finding, Tombstone } from '../model/generated.js';
import { noPlace, type PlaceOf, type StatementRow } from './dataset.js';
import type { ReleaseTable, VersionEntry } from './release.js';
import { sameCell } from './statement-fields.js';

/** The release before this one, as far as ids, counts and history go. */
export interface EarlierRelease {
  readonly version: string;
  readonly statements: readonly StatementRow[];
  readonly tombstones: readonly Tombstone[];
  /** Newest first. */
  readonly history: readonly VersionEntry[];
}

/** A row that leaves, with the reason for its tombstone. */
export interface LeavingRow {
  readonly row: StatementRow;
  readonly reason: string;
}

/**
 * The tombstones of a release: the dataset's and the earlier release's, one for each row that leaves, and one, with a
 * warning, for each id that was released before and is gone without a word. An id is withdrawn once: the earliest
 * release that says so is named.
 */
export function tombstonesOf(
  tombstones: readonly Tombstone[],
  leaving: readonly LeavingRow[],
  known: ReadonlySet<string>,
  version: string,
  { earlier = null, placeOf = noPlace }: { readonly earlier?: EarlierRelease | null; readonly placeOf?: PlaceOf } = {},
): { readonly tombstones: Tombstone[]; readonly findings: Finding[] } {
  const findings: Finding[] = [];
  const out = new Map<string, Tombstone>((earlier?.tombstones ?? []).map((row) => [row.id, row]));
  const bury = (row: Tombstone): void => {
    out.set(row.id, { ...row, withdrawn_in: out.get(row.id)?.withdrawn_in ?? row.withdrawn_in ?? version });
  };
  tombstones.forEach(bury);
  for (const { row, reason } of leaving) {
    bury({ id: row.statement_id, withdrawn_in: null, reason, replaced_by: null });
  }
  for (const row of earlier?.statements ?? []) {
    if (known.has(row.statement_id) || out.has(row.statement_id)) continue;
    const message = `the id was released in ${earlier!.version} and is gone; it gets a tombstone`;
    findings.push(
      finding('release/vanished', placeOf(row, 'statement_id'), message, {
        severity: 'warning',
        record_id: row.statement_id,
      }),
    );
    bury({ id: row.statement_id, withdrawn_in: null, reason: 'no longer in the dataset', replaced_by: null });
  }
  return { tombstones: [...out.values()], findings };
}

/** This version's entry in the history, its statements counted against the earlier release's. */
export function versionEntry(
  version: string,
  date: string | null,
  tables: readonly ReleaseTable[],
  earlier: EarlierRelease | null,
): VersionEntry {
  const rows = Object.fromEntries(tables.map((one) => [one.name, one.rows.count]));
  const released = tables.find((one) => one.name === 'statements');
  if (!earlier || !released) return { version, date, rows, added: null, changed: null, withdrawn: null };
  const before = new Map(earlier.statements.map((row) => [row.statement_id, row]));
  const columns = [...released.table.columns.map((column) => column.name), ...released.custom];
  const differs = (row: StatementRow): boolean =>
    columns.some((name) => !sameCell(row[name], before.get(row.statement_id)?.[name]));
  const statements = [...released.rows] as StatementRow[];
  const kept = statements.filter((row) => before.has(row.statement_id));
  return {
    version,
    date,
    rows,
    added: statements.length - kept.length,
    changed: kept.filter(differs).length,
    withdrawn: before.size - kept.length,
  };
}
