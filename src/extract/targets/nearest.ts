import type { FoundTarget } from '../resolve/targets.js';

/** The target nearest to the word that carries the position; the first one where there is no such word. */
export function nearest(found: readonly FoundTarget[], pivot: number | null): FoundTarget | null {
  if (pivot === null || found.length < 2) return found[0] ?? null;
  const distance = (target: FoundTarget): number => {
    const { first, last } = target.mention!;
    // What follows the evaluating word is more often what it is about.
    return pivot < first ? first - pivot : pivot > last ? (pivot - last) * 1.5 : 0;
  };
  return [...found].sort((a, b) => distance(a) - distance(b))[0]!;
}
