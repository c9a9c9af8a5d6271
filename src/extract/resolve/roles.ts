import type { Membership, Role } from '../../model/generated.js';
import type { Lexicons } from '../../model/lexicons.js';
import { tokenize, type Token } from '../../text/tokens.js';
import { phraseIndex } from './phrase-index.js';

/** A role found in a text: tokens first to last and the canonical role. */
export interface RoleHit {
  readonly first: number;
  readonly last: number;
  readonly role: string;
  readonly kind: Role['kind'];
}

/** The words for offices, and who held them when. */
export interface Roles {
  within(tokens: readonly Token[], first: number, last: number): RoleHit[];
  /** Offices that an actor held on a date (YYYY[-MM[-DD]]); without a date, all he ever held, the latest first. */
  held(actorId: string, date: string | null): readonly Membership[];
  /** Actors who held an office of a state on a date (YYYY[-MM[-DD]]). */
  holders(role: string, country: string, date: string): readonly string[];
  /** The canonical word of a membership's role as roles.csv has it ("foreign minister"); the role itself if none fits. */
  canonical(role: string): string;
}

/** Makes the look-ups from roles.csv and memberships.csv. */
export function rolesOf(lexicons: Lexicons): Roles {
  const canonical = new Map<string, Role>();
  for (const role of lexicons.roles)
    for (const word of [role.role, ...role.aliases])
      if (!canonical.has(word.toLowerCase())) canonical.set(word.toLowerCase(), role);
  const index = phraseIndex([...canonical].map(([word, role]) => ({ tokens: tokenize(word), value: role })));
  const canonicalOf = (role: string): string => {
    const lower = role.toLowerCase();
    const known = canonical.get(lower);
    if (known) return known.role;
    // "state department spokesperson", "ambassador to the united states": the head word names the role.
    const words = lower.split(' ');
    for (let from = 0; from < words.length; from++) {
      for (let to = words.length; to > from; to--) {
        const part = canonical.get(words.slice(from, to).join(' '));
        if (part && part.kind !== 'honorific') return part.role;
      }
    }
    return lower;
  };
  const byActor = new Map<string, Membership[]>();
  const byRole = new Map<string, Membership[]>();
  for (const membership of lexicons.memberships) {
    push(byActor, membership.actor_id, membership);
    push(byRole, canonicalOf(membership.role), membership);
  }
  for (const list of byActor.values()) list.sort((a, b) => ((a.start_date ?? '') < (b.start_date ?? '') ? 1 : -1));
  return {
    canonical: canonicalOf,
    within: (tokens, first, last) => {
      const hits: RoleHit[] = [];
      for (let i = first; i <= last; i++) {
        const found = index.at(tokens, i, last);
        const role = found?.values[0];
        if (!found || !role) continue;
        hits.push({ first: i, last: found.last, role: role.role, kind: role.kind });
        i = found.last;
      }
      return hits;
    },
    held: (actorId, date) => (byActor.get(actorId) ?? []).filter((m) => date === null || covers(m, date)),
    holders: (role, country, date) => {
      const list = (byRole.get(role) ?? []).filter((m) => m.country === country && covers(m, date));
      return [...new Set(list.map((m) => m.actor_id))];
    },
  };
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** True when a membership covers a date of any precision: partial dates overlap when one is a prefix of the other. */
export function covers(membership: Membership, date: string): boolean {
  const { start_date: start, end_date: end } = membership;
  const starts = start === null || start.slice(0, date.length) <= date.slice(0, start.length) || start <= date;
  const ends = end === null || date.slice(0, end.length) <= end.slice(0, date.length);
  return starts && ends;
}
