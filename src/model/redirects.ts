import type { Tombstone } from './generated.js';

/**
 * Where a withdrawn id leads: the id that replaces it, through however many tombstones. A chain that ends in a tombstone
 * without a replacement leads nowhere (null), as does one that turns back on itself.
 */
export function redirects(tombstones: Iterable<Tombstone>): (id: string) => string | null {
  const next = new Map<string, string | null>();
  for (const { id, replaced_by } of tombstones) next.set(id, replaced_by);
  return (id) => {
    const seen = new Set<string>();
    let at: string | null = id;
    while (at !== null && next.has(at)) {
      if (seen.has(at)) return null;
      seen.add(at);
      at = next.get(at) ?? null;
    }
    return at;
  };
}
