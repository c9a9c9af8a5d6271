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

/**
 * The one candidate that a misspelt word most likely means: at most a third of its letters apart, and clearly nearer
 * than every other. Null when nothing is close or two candidates are equally close, so that no guess is forced.
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const folded = word.trim().toLowerCase();
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: editDistance(folded, candidate.toLowerCase()) }))
    .sort((x, y) => x.distance - y.distance);
  const [first, second] = ranked;
  if (!first || first.distance > Math.max(1, Math.floor(folded.length / 3))) return null;
  return second && second.distance === first.distance ? null : first.candidate;
}
