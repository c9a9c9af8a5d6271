import { compareText } from '../model/findings.js';
import type { Registry, StatementRow } from './dataset.js';

/** The columns that follow from a field when people change it. */
export const dependentColumns: Readonly<Record<string, readonly string[]>> = {
  target_id: ['target_kind', 'target_countries', 'target_inferred', 'target_distance'],
  speaker_id: ['speaker_role', 'speaker_country', 'speaker_method', 'speaker_confidence'],
};

/**
 * The columns that follow from a target id when people change it: kind, states, and no longer carried over. A column
 * that was itself labelled (`given`) is left as it is.
 */
export function followTarget(row: StatementRow, registry: Registry, given: ReadonlySet<string>): StatementRow {
  const id = row.target_id;
  const target = registry.targets.find((one) => one.target_id === id);
  const country = registry.countries.find((one) => one.actor_id === id);
  const actor = registry.actors.find((one) => one.actor_id === id);
  const states = target?.countries ?? (country ? [country.country] : actor?.country ? [actor.country] : []);
  return {
    ...row,
    target_kind: given.has('target_kind') ? row['target_kind'] : (target?.kind ?? (id === null ? 'none' : 'actor')),
    target_countries: given.has('target_countries') ? row['target_countries'] : [...states].sort(compareText),
    target_inferred: given.has('target_inferred') ? row['target_inferred'] : false,
    target_distance: given.has('target_distance') ? row['target_distance'] : null,
  };
}

/**
 * The columns that follow from a speaker id when people change it: the office held on the statement's date, where
 * exactly one is known, and the certainty of a decision by people.
 */
export function followSpeaker(row: StatementRow, registry: Registry, given: ReadonlySet<string>): StatementRow {
  const id = row.speaker_id;
  const held = registry.memberships.filter((one) => one.actor_id === id && holdsOn(one, row.date));
  const office = held.length === 1 ? held[0]! : null;
  const own =
    registry.countries.find((one) => one.actor_id === id)?.country ??
    registry.actors.find((one) => one.actor_id === id)?.country ??
    null;
  return {
    ...row,
    speaker_role: given.has('speaker_role') ? row['speaker_role'] : (office?.role ?? null),
    speaker_country: given.has('speaker_country') ? row['speaker_country'] : (office?.country ?? own),
    speaker_method: given.has('speaker_method') ? row['speaker_method'] : id === null ? 'none' : 'exact',
    speaker_confidence: given.has('speaker_confidence') ? row['speaker_confidence'] : id === null ? 0 : 1,
  };
}

/** True when an office was held on a date; dates may be cut to month or year. A statement without a date knows none. */
function holdsOn(
  office: { readonly start_date: string | null; readonly end_date: string | null },
  date: string | null,
): boolean {
  if (date === null) return false;
  const after =
    office.start_date === null || date.slice(0, office.start_date.length) >= office.start_date.slice(0, date.length);
  const before =
    office.end_date === null || date.slice(0, office.end_date.length) <= office.end_date.slice(0, date.length);
  return after && before;
}
