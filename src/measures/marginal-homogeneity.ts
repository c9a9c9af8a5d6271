import { chiSquareTest } from './hypothesis-test.js';
import type { HypothesisTest } from './result.js';

/** Whether two annotators use the categories equally often. Null with a reason where nothing can be tested. */
export interface MarginalHomogeneity {
  readonly stuart_maxwell: HypothesisTest | null;
  readonly bhapkar: HypothesisTest | null;
  readonly reason: string | null;
}

/** With more confused categories the cells hold next to nothing and the test costs more than all else. */
const MOST_CATEGORIES = 100;

/** Solves a x = b by elimination with the largest pivot; null where a is singular. Changes its arguments. */
function solve(a: number[][], b: number[]): number[] | null {
  const n = b.length;
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let row = i + 1; row < n; row++) if (Math.abs(a[row]![i]!) > Math.abs(a[pivot]![i]!)) pivot = row;
    if (Math.abs(a[pivot]![i]!) < 1e-12) return null;
    [a[i], a[pivot]] = [a[pivot]!, a[i]!];
    [b[i], b[pivot]] = [b[pivot]!, b[i]!];
    for (let row = i + 1; row < n; row++) {
      const factor = a[row]![i]! / a[i]![i]!;
      for (let column = i; column < n; column++) a[row]![column]! -= factor * a[i]![column]!;
      b[row]! -= factor * b[i]!;
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let column = i + 1; column < n; column++) b[i]! -= a[i]![column]! * b[column]!;
    b[i]! /= a[i]![i]!;
  }
  return b;
}

/** Categories that annotators confuse with one another, directly or through others; each alone is left out. */
function confusedGroups(cells: Float64Array, size: number): number[][] {
  const group = Array.from({ length: size }, (_, k) => k);
  const root = (k: number): number => (group[k] === k ? k : root(group[k]!));
  for (let k = 0; k < size; k++) {
    for (let l = k + 1; l < size; l++) {
      if (cells[k * size + l]! + cells[l * size + k]! > 0) group[root(k)] = root(l);
    }
  }
  const groups = new Map<number, number[]>();
  for (let k = 0; k < size; k++) groups.set(root(k), [...(groups.get(root(k)) ?? []), k]);
  return [...groups.values()].filter((members) => members.length > 1);
}

/**
 * Tests that two annotators use every category equally often, from their contingency table (`size` × `size`, first
 * annotator by row). Categories on which they never differ say nothing and are left out; where confusions fall apart
 * into groups that are never mixed, the degrees of freedom are those of the groups. Bhapkar's statistic is
 * Stuart and Maxwell's with the variance under the data instead of under the hypothesis.
 * Source: Stuart (1955), Biometrika 42; Maxwell (1970), British Journal of Psychiatry 116; Bhapkar (1966), Journal of
 * the American Statistical Association 61.
 */
export function marginalHomogeneity(cells: Float64Array, size: number): MarginalHomogeneity {
  const none = (reason: string): MarginalHomogeneity => ({ stuart_maxwell: null, bhapkar: null, reason });
  const units = cells.reduce((sum, count) => sum + count, 0);
  if (units === 0) return none('no unit has two labels');
  const groups = confusedGroups(cells, size);
  if (groups.length === 0) return none('the two never differ');
  if (groups.some((members) => members.length > MOST_CATEGORIES)) return none('too many categories to test');
  const sum = (at: (l: number) => number): number => {
    let total = 0;
    for (let l = 0; l < size; l++) total += cells[at(l)]!;
    return total;
  };
  const row = (k: number): number => sum((l) => k * size + l);
  const column = (k: number): number => sum((l) => l * size + k);
  let statistic = 0;
  let df = 0;
  for (const members of groups) {
    const free = members.slice(0, -1);
    const difference = free.map((k) => row(k) - column(k));
    const spread = free.map((k) =>
      free.map((l) =>
        k === l ? row(k) + column(k) - 2 * cells[k * size + k]! : -(cells[k * size + l]! + cells[l * size + k]!),
      ),
    );
    const solved = solve(spread, [...difference]);
    if (solved === null) return none('the table of differences is singular');
    statistic += solved.reduce((total, value, i) => total + value * difference[i]!, 0);
    df += free.length;
  }
  const stuart = Math.max(0, statistic);
  const share = 1 - stuart / units;
  return {
    stuart_maxwell: chiSquareTest(stuart, df),
    bhapkar: share > 1e-12 ? chiSquareTest(stuart / share, df) : null,
    reason: share > 1e-12 ? null : 'every unit moved between categories: Bhapkar is infinite',
  };
}
