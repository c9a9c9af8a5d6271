import { isCapitalised } from '../../text/letters.js';
import type { Token } from '../../text/tokens.js';
import type { Mention } from '../parse/context.js';
import type { NameEntry, Names } from './names.js';
import type { RoleHit, Roles } from './roles.js';

const ORDER: readonly NameEntry['kind'][] = ['person', 'organization', 'group', 'country', 'capital', 'demonym'];

/** The likeliest of the things a name may mean; null when two different actors of one kind bear it. */
export function bestEntry(entries: readonly NameEntry[]): NameEntry | null {
  const sorted = [...entries].sort(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || Number(b.exact) - Number(a.exact),
  );
  const first = sorted[0] ?? null;
  return first && sorted.some((e) => e.kind === first.kind && e.actor_id !== first.actor_id) ? null : first;
}

/** The office or title named in a mention; offices before posts before other words, honorifics never. */
export function roleIn(tokens: readonly Token[], mention: Mention, roles: Roles): RoleHit | null {
  const hits = roles.within(tokens, mention.first, mention.last).filter((hit) => hit.kind !== 'honorific');
  return hits.find((hit) => hit.kind === 'office') ?? hits.find((hit) => hit.kind === 'post') ?? hits[0] ?? null;
}

/** The state that a mention names by name, demonym, capital or one of its bodies, as alpha-3; null when none is. */
export function stateIn(tokens: readonly Token[], mention: Mention, names: Names): string | null {
  for (const hit of names.within(tokens, mention.first, mention.last)) {
    const state = hit.entries.find((e) => e.kind === 'country' || e.kind === 'demonym' || e.kind === 'capital');
    const entry = state ?? hit.entries.find((e) => e.kind === 'organization');
    if (entry?.country) return entry.country;
  }
  return null;
}

/** Last token of a mention's head: what stands behind "in", "at", "from" only places it. */
export function headEnd(tokens: readonly Token[], mention: Mention): number {
  for (let i = mention.first + 1; i <= mention.last; i++) {
    if (/^(?:in|at|from|on|who|,)$/.test(tokens[i]!.lower)) return i - 1;
  }
  return mention.last;
}

/** True when a capitalised word that no registry knows follows the role: somebody else of that office is named. */
export function hasUnknownName(
  tokens: readonly Token[],
  mention: Mention,
  names: Names,
  role: RoleHit | null,
): boolean {
  if (!role || role.kind === 'honorific') return false;
  const known = names.within(tokens, mention.first, mention.last).map((hit) => hit.last);
  for (let i = role.last + 1; i <= mention.last; i++)
    if (isCapitalised(tokens[i]!.text) && !known.includes(i)) return true;
  return false;
}
