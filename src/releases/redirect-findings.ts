import { finding } from '../model/findings.js';
import type { Finding, Tombstone } from '../model/generated.js';
import { redirects } from '../model/redirects.js';
import { placeOf } from './dataset.js';

/**
 * Tombstones of statements that lead to no statement of the release: what replaced the withdrawn one is not released
 * (rejected, say, or left out as a teaser), or was withdrawn in its turn. Whoever follows them must know, so each is a
 * warning.
 */
export function* redirectFindings(
  tombstones: readonly Tombstone[],
  isReleased: (id: string) => boolean,
): Generator<Finding> {
  const leadsTo = redirects(tombstones);
  for (const row of tombstones) {
    const { id, replaced_by: next } = row;
    if (next === null || !next.startsWith('st_')) continue;
    const end = leadsTo(id);
    if (end !== null && isReleased(end)) continue;
    const message = `"${end ?? next}", to which "${id}" leads, is not in the release`;
    const details = { severity: 'warning', record_id: id, field: 'replaced_by', value: next } as const;
    yield finding('tombstone/replacement', placeOf(row), message, details);
  }
}
