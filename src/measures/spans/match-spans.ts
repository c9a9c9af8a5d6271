import { overlap, type Span } from '../../model/spans.js';
import { bestAssignment } from './assignment.js';

/**
 * Pairs the spans of two annotators of one text one to one: as many pairs as can be, and among these the most alike.
 * `likeness` says how alike two overlapping spans are, from 0 (no pair) to 1; it is asked only for spans that overlap.
 * Returns indices into the two lists.
 */
export function matchSpans<T extends Span, U extends Span>(
  first: readonly T[],
  second: readonly U[],
  likeness: (a: T, b: U) => number,
): [number, number][] {
  const pairs: [number, number][] = [];
  for (const { rows, columns } of clusters(first, second)) {
    // One pair more outweighs any likeness: the likenesses of all pairs together add up to less than one.
    const size = Math.min(rows.length, columns.length) + 1;
    const weights = rows.map((row) =>
      columns.map((column) => {
        const [a, b] = [first[row]!, second[column]!];
        const found = overlap(a, b) > 0 ? likeness(a, b) : 0;
        return found > 0 ? 1 + found / size : 0;
      }),
    );
    for (const [row, column] of bestAssignment(weights)) pairs.push([rows[row]!, columns[column]!]);
  }
  return pairs.sort(([a], [b]) => a - b);
}

/** Spans that hang together by overlapping, directly or through others: each cluster is matched on its own. */
function clusters(first: readonly Span[], second: readonly Span[]): { rows: number[]; columns: number[] }[] {
  const all = [
    ...first.map((span, index) => ({ span, index, mine: true })),
    ...second.map((span, index) => ({ span, index, mine: false })),
  ].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const found: { rows: number[]; columns: number[] }[] = [];
  let end = -Infinity;
  for (const { span, index, mine } of all) {
    if (span.start >= end) found.push({ rows: [], columns: [] });
    end = Math.max(end, span.end);
    found.at(-1)![mine ? 'rows' : 'columns'].push(index);
  }
  return found.filter(({ rows, columns }) => rows.length > 0 && columns.length > 0);
}
