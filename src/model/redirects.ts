import type { Tombstone } from './generated.js';

/** Where a chain of replacements ends. */
export interface RedirectEnd {
  /** The last id of the chain: one that was not withdrawn, or whose tombstone names no successor. */
  readonly id: string;
  readonly withdrawn: boolean;
  /** True when the chain turns back on itself. */
  readonly loop: boolean;
}

/**
 * Follows a withdrawn id through however many tombstones. `replacedBy` gives what a tombstone says: null where it names
 * no successor, undefined for an id that was not withdrawn.
 */
export function followRedirects(id: string, replacedBy: (id: string) => string | null | undefined): RedirectEnd {
  const seen = new Set<string>();
  let at = id;
  for (;;) {
    if (seen.has(at)) return { id: at, withdrawn: true, loop: true };
    seen.add(at);
    const next = replacedBy(at);
    if (next === undefined) return { id: at, withdrawn: false, loop: false };
    if (next === null) return { id: at, withdrawn: true, loop: false };
    at = next;
  }
}

/**
 * Where a withdrawn id leads: the id that replaces it, through however many tombstones. A chain that ends in a tombstone
 * without a replacement leads nowhere (null), as does one that turns back on itself.
 */
export function redirects(tombstones: Iterable<Tombstone>): (id: string) => string | null {
  const next = new Map<string, string | null>();
  for (const { id, replaced_by } of tombstones) next.set(id, replaced_by);
  return (id) => {
    const end = followRedirects(id, (one) => next.get(one));
    return end.withdrawn ? null : end.id;
  };
}
