import { finding } from '../model/findings.js';
import type { Finding, Tombstone } from '../model/generated.js';
import { placeOf, type StatementRow } from './dataset.js';
import type { CsvTable } from '../tables/csv-table.js';
import type { ReleaseMeaning } from './release-meaning.js';
import type { VersionEntry } from './release.js';

/** The release before this one. */
export interface EarlierRelease {
  readonly version: string;
  /** Its data/*.csv. */
  readonly tables: readonly CsvTable[];
  readonly meaning: ReleaseMeaning;
  /** Why changes can't make a new release from it; null where they can. */
  readonly notRebuilding: string | null;
  /** Its statements with their documents, in order of their ids. */
  readonly statements: Iterable<{ readonly statement_id: string; readonly document_id: string }>;
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
 * The tombstones of a release as it is made: the earlier release's and the dataset's, and what is buried later. An id is
 * withdrawn once: the earliest release that says so is named.
 */
export class Graveyard {
  private readonly byId = new Map<string, Tombstone>();

  constructor(
    private readonly version: string,
    earlier: readonly Tombstone[],
    own: readonly Tombstone[],
  ) {
    for (const row of earlier) this.byId.set(row.id, row);
    for (const row of own) this.bury(row);
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  bury(row: Tombstone): void {
    const withdrawn_in = this.byId.get(row.id)?.withdrawn_in ?? row.withdrawn_in ?? this.version;
    // With its place: what it leads to is only known at the end.
    this.byId.set(row.id, { ...row, withdrawn_in });
  }

  /** Buries an id that was released and is gone without a word, with a warning. */
  buryVanished(id: string, released: string): Finding {
    this.bury({ id, withdrawn_in: null, reason: 'no longer in the dataset', replaced_by: null });
    const message = `the id was released in ${released} and is gone; it gets a tombstone`;
    return finding('release/vanished', { file: null }, message, { severity: 'warning', record_id: id });
  }

  /** The error of a row that would be released under an id that is withdrawn. */
  reused(row: StatementRow): Finding {
    const { withdrawn_in, reason } = this.byId.get(row.statement_id)!;
    const message = `"${row.statement_id}" was withdrawn in ${withdrawn_in} (${reason}); an id is never used again`;
    const details = { record_id: row.statement_id, field: 'statement_id', value: row.statement_id };
    return finding('tombstone/reused', placeOf(row), message, details);
  }

  get tombstones(): Tombstone[] {
    return [...this.byId.values()];
  }
}
