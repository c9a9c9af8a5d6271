import { foldSeparators } from './fold-spelling.js';
import { typingDistance } from './typing-distance.js';

/** Number of single-letter insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      current.push(cost);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length]!;
}

/** How far a word of so many letters may be typed wrong and still be recognised: a third of them, one at least. */
export function reachOf(folded: string): number {
  return Math.max(1, Math.floor(folded.length / 3));
}

/**
 * The one candidate that a misspelt word most likely means: within its reach, and nearer than every other. Case, accents,
 * blanks, hyphens, underscores and characters without width do not count; a key beside the right one counts half. Null
 * when nothing is close or two candidates are equally close, so that no guess is forced.
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const folded = foldSeparators(word);
  const reach = reachOf(folded);
  let best: string | null = null;
  let least = Infinity;
  let alone = true;
  for (const candidate of candidates) {
    const other = foldSeparators(candidate);
    // Every letter that one of them has more counts at least a half.
    if (Math.abs(other.length - folded.length) > 2 * reach) continue;
    const distance = typingDistance(folded, other);
    if (distance > reach || distance > least) continue;
    alone = distance < least;
    least = distance;
    best = candidate;
  }
  return alone ? best : null;
}
