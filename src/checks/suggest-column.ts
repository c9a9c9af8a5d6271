import { foldSeparators } from '../text/fold-spelling.js';
import { nearest } from '../text/nearest.js';
import { areOppositeWords } from '../text/opposites.js';
import type { Suggestion } from './suggest-category.js';

/**
 * The missing column that an unknown one most likely is; null when none or more than one is close. Safe when only case,
 * accents, blanks, hyphens and characters without width differ: a letter more or less may be a column of its own. A
 * start is never taken for an end.
 */
export function suggestColumn(name: string, missing: readonly string[]): Suggestion | null {
  const folded = foldSeparators(name);
  const same = missing.filter((column) => foldSeparators(column) === folded);
  if (same.length) return same.length === 1 ? { value: same[0]!, safe: true } : null;
  const value = nearest(name, missing);
  const parts = name.split('_');
  const turned = value?.split('_').some((part, i) => areOppositeWords(parts[i] ?? part, part)) ?? true;
  return value === null || turned ? null : { value, safe: false };
}
