import { finding } from '../model/findings.js';
import type { Finding, Tombstone } from '../model/generated.js';
import { redirects } from '../model/redirects.js';
import { placeOf, type StatementRow } from './dataset.js';

/** What a row's references become; null for a row that names no row that left. */
export type Mend = (row: StatementRow) => StatementRow | null;

/**
 * Mends rows whose embedded_in or restates names a row that left: the reference goes to what replaced it, where that is
 * released (`stays`), or becomes null.
 */
export function mending(
  left: ReadonlySet<string>,
  tombstones: readonly Tombstone[],
  stays: (id: string) => boolean,
): Mend {
  const leadsTo = redirects(tombstones);
  return (row) => {
    const changes: Record<string, string | null> = {};
    for (const field of ['embedded_in', 'restates'] as const) {
      const id = row[field];
      if (id === null || !left.has(id)) continue;
      const successor = leadsTo(id);
      changes[field] = successor !== null && stays(successor) && successor !== row.statement_id ? successor : null;
    }
    return Object.keys(changes).length ? { ...row, ...changes } : null;
  };
}

/** Tells, as information, which references of a row were mended. */
export function mendFindings(row: StatementRow, mended: StatementRow): Finding[] {
  return (['embedded_in', 'restates'] as const)
    .filter((field) => row[field] !== mended[field])
    .map((field) =>
      finding('release/reference-cut', placeOf(row), `${field} named a row that is not released`, {
        severity: 'info',
        record_id: row.statement_id,
        field,
        value: row[field],
      }),
    );
}
