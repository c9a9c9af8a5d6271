/** A half-open interval [start, end). The unit (code points in tables, UTF-16 units inside the program) is the caller's. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Length of the overlap of two spans, 0 when they are apart. */
export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** True when `inner` lies within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Total length of spans that do not overlap each other. */
export function totalLength(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + span.end - span.start, 0);
}

/** Intersection over union of two sets of spans, each without overlaps inside itself; 0 when both are empty. */
export function intersectionOverUnion(a: readonly Span[], b: readonly Span[]): number {
  let shared = 0;
  for (const x of a) for (const y of b) shared += overlap(x, y);
  const union = totalLength(a) + totalLength(b) - shared;
  return union > 0 ? shared / union : 0;
}

/** The hull of spans in order; null when there are none. */
export function hull(spans: readonly Span[]): Span | null {
  const first = spans[0];
  const last = spans.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}
