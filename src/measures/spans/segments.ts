/** A stretch of a text in one annotator's eyes: a marked span (`label`) or the gap between two (null). */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly label: number | null;
}

/** Spans in order that do not overlap, with the gaps between them: the whole text from 0 to `length`. */
export function withGaps(spans: readonly Segment[], length: number): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.start > at) segments.push({ start: at, end: span.start, label: null });
    segments.push(span);
    at = span.end;
  }
  if (at < length) segments.push({ start: at, end: length, label: null });
  return segments;
}

/** Calls `visit` for every two segments of two partitions of the same text that have a stretch in common. */
export function eachIntersection(
  first: readonly Segment[],
  second: readonly Segment[],
  visit: (a: Segment, b: Segment, length: number) => void,
): void {
  for (let i = 0, j = 0; i < first.length && j < second.length;) {
    const a = first[i]!;
    const b = second[j]!;
    visit(a, b, Math.min(a.end, b.end) - Math.max(a.start, b.start));
    if (a.end <= b.end) i++;
    if (b.end <= a.end) j++;
  }
}
