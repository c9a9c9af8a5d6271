import type { Consensus } from './consensus.js';
import type { Votes } from './votes.js';

/** What becomes of a unit whose most probable categories are equally probable. */
export const TIE_RULES = ['none', 'first', 'commonest', 'random'] as const;

export type TieRule = (typeof TIE_RULES)[number];

/** The decision on one unit. */
export interface Decision {
  /** The category's code; −1 where a tie is left open. */
  readonly label: number;
  /** The categories that share the highest probability; one where there is no tie. */
  readonly best: readonly number[];
}

/** Closer than this, two probabilities are a tie: they differ by rounding alone. */
const SAME = 1e-9;

/** A number from a unit's id, the same on every machine and for every order of units (FNV-1a over code units). */
function hash(id: string, seed: number): number {
  let value = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < id.length; i++) value = Math.imul(value ^ id.charCodeAt(i), 0x01000193) >>> 0;
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 0;
  return (value ^ (value >>> 13)) >>> 0;
}

/**
 * The most probable category of each unit. Ties: `none` leaves the unit without a label, `first` takes the first in the
 * categories' order, `commonest` the one that is commoner over all units (then the first), `random` one drawn from the
 * unit's id and the seed, so that it does not depend on the order of units.
 */
export function decide(
  votes: Votes,
  { posterior, classPriors }: Pick<Consensus, 'posterior' | 'classPriors'>,
  { ties = 'none', seed = 1 }: { readonly ties?: TieRule; readonly seed?: number } = {},
): Decision[] {
  const size = votes.categories.length;
  const bestOfPattern = Array.from({ length: votes.patterns }, (_, pattern) => {
    const row = posterior.subarray(pattern * size, (pattern + 1) * size);
    const highest = row.reduce((most, p) => Math.max(most, p), 0);
    return Array.from(row.keys()).filter((k) => row[k]! >= highest - SAME);
  });
  const commonest = (best: readonly number[]): number =>
    best.reduce((a, b) => (classPriors[b]! > classPriors[a]! + SAME ? b : a));
  return votes.unitIds.map((id, unit) => {
    const best = bestOfPattern[votes.patternOfUnit[unit]!] ?? [];
    if (best.length < 2) return { label: best[0] ?? -1, best };
    const label = {
      none: () => -1,
      first: () => best[0]!,
      commonest: () => commonest(best),
      random: () => best[hash(id, seed) % best.length]!,
    }[ties]();
    return { label, best };
  });
}
