import { compareText } from '../model/findings.js';
import type { Basis } from './decide-value.js';

/** How many statements have each labelled field from where. */
export interface FieldBasis {
  readonly field: string;
  readonly basis: Basis;
  readonly statements: number;
}

/** Counts where resolved values come from, statement after statement. */
export interface BasisCounter {
  /** `bases` says where the value of each labelled field of one statement comes from. */
  add(bases: ReadonlyMap<string, Basis>): void;
  /** The counts so far, by field, then by basis, both in byte order. */
  counts(): FieldBasis[];
}

/** A counter of bases: what a release keeps of the millions of decisions it made. */
export function basisCounter(): BasisCounter {
  const fields = new Map<string, Map<Basis, number>>();
  return {
    add(bases) {
      for (const [field, basis] of bases) {
        let counts = fields.get(field);
        if (counts === undefined) fields.set(field, (counts = new Map()));
        counts.set(basis, (counts.get(basis) ?? 0) + 1);
      }
    },
    counts: () =>
      [...fields.keys()].sort(compareText).flatMap((field) => {
        const counts = fields.get(field)!;
        return [...counts.keys()].sort(compareText).map((basis) => ({ field, basis, statements: counts.get(basis)! }));
      }),
  };
}
