import { finding } from '../model/findings.js';
import type { Finding, Tombstone } from '../model/generated.js';
import { redirects } from '../model/redirects.js';
import type { PlaceOf, StatementRow } from './dataset.js';

/**
 * Rows whose embedded_in or restates named a row that left: the reference goes to what replaced it, or becomes null.
 * Each is told as information.
 */
export function mendReferences(
  rows: readonly StatementRow[],
  tombstones: readonly Tombstone[],
  placeOf: PlaceOf,
): { readonly rows: StatementRow[]; readonly findings: Finding[] } {
  const ids = new Set(rows.map((row) => row.statement_id));
  const leadsTo = redirects(tombstones);
  const findings: Finding[] = [];
  const mended = rows.map((row) => {
    const changes: Record<string, string | null> = {};
    for (const field of ['embedded_in', 'restates'] as const) {
      const id = row[field];
      if (id === null || ids.has(id)) continue;
      const successor = leadsTo(id);
      changes[field] = successor !== null && ids.has(successor) && successor !== row.statement_id ? successor : null;
      findings.push(
        finding('release/reference-cut', placeOf(row, field), `${field} named a row that is not released`, {
          severity: 'info',
          record_id: row.statement_id,
          field,
          value: id,
        }),
      );
    }
    return Object.keys(changes).length ? { ...row, ...changes } : row;
  });
  return { rows: mended, findings };
}
