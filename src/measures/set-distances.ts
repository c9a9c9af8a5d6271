import type { Distance } from './distances.js';

/** Distances between labels that are sets, by name. The two forms of MASI are different functions. */
export const SET_DISTANCE_NAMES = ['jaccard', 'masi_nltk', 'masi_dkpro'] as const;

export type SetDistanceName = (typeof SET_DISTANCE_NAMES)[number];

/** Whether a distance takes labels as sets. */
export function isSetDistance(name: string): name is SetDistanceName {
  return (SET_DISTANCE_NAMES as readonly string[]).includes(name);
}

const EMPTY = new Set(['{}', '[]', '∅']);

/**
 * The members of a set-valued label: parts between bars, "b|a|a" being {a, b}. The empty set is written "|", "{}", "[]"
 * or "∅"; an empty cell is a missing label, not an empty set.
 */
export function labelSet(label: string): ReadonlySet<string> {
  if (EMPTY.has(label.trim())) return new Set();
  return new Set(
    label
      .split('|')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
}

/** How two different sets lie to each other. */
function overlapOf(a: ReadonlySet<string>, b: ReadonlySet<string>): { shared: number; union: number; least: number } {
  const shared = [...a].filter((member) => b.has(member)).length;
  return { shared, union: a.size + b.size - shared, least: Math.min(a.size, b.size) };
}

const FORMULAS: Readonly<Record<SetDistanceName, (a: ReadonlySet<string>, b: ReadonlySet<string>) => number>> = {
  jaccard: (a, b) => {
    const { shared, union } = overlapOf(a, b);
    return union === 0 ? 0 : 1 - shared / union;
  },
  masi_nltk: (a, b) => {
    const { shared, union, least } = overlapOf(a, b);
    if (shared === union) return 0;
    const kind = shared === least ? 0.67 : shared > 0 ? 0.33 : 0;
    return 1 - (shared / union) * kind;
  },
  masi_dkpro: (a, b) => {
    const { shared, union, least } = overlapOf(a, b);
    if (shared === union) return 0;
    // The empty set is a subset of every other: a third, not one.
    const kind = shared === least ? 1 / 3 : shared > 0 ? 2 / 3 : 1;
    return kind * (1 - shared / union);
  },
};

/**
 * The named distance between set-valued labels (see `labelSet`), for alpha. Two empty sets are 0 apart; an empty and a
 * filled one are 1 apart in `jaccard` and `masi_nltk`, a third in `masi_dkpro`.
 * Source: Passonneau (2006), Measuring Agreement on Set-valued Items (similarity form, with the constants 0.67 and 0.33
 * of NLTK 3.8); DKPro Statistics 2.3.1, MASISetAnnotationDistanceFunction (product of two distances).
 */
export function setDistance(name: SetDistanceName, categories: readonly string[]): Distance {
  const sets = categories.map(labelSet);
  const cells = Float64Array.from(sets.flatMap((a) => sets.map((b) => FORMULAS[name](a, b))));
  return { name, level: null, fixed: true, matrix: () => cells };
}
