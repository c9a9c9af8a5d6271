import type { Span } from '../model/spans.js';
import type { HashedText } from '../text/hashed-text.js';
import type { KnownSpan } from './hydrate-spans.js';

/** How many code points a gap may have grown. */
const GROWN = 60;
/** Work for one span at most. */
const MOST = 100_000;

/**
 * Where a content that is broken by its attribution (“We will,” he said, “stay”) stands in a copy. Only its joined text
 * has a digest: it is sought with the gaps that it had, and where that finds nothing with other ones.
 */
export function brokenPlaces(span: KnownSpan, copy: HashedText): Span[][] {
  const lengths = span.segments.map(({ start, end }) => end - start);
  const gaps = span.segments.slice(1).map(({ start }, i) => start - span.segments[i]!.end);
  const until = copy.work() + MOST;
  const same = places((gap) => [gap, gap]);
  return same.length ? same : places((gap) => [1, Math.max(2 * gap, gap + GROWN)]);

  function places(range: (gap: number) => readonly [from: number, to: number]): Span[][] {
    const found: Span[][] = [];
    const extend = (segments: readonly Span[]): void => {
      if (copy.work() > until) return;
      const next = segments.length;
      if (next === lengths.length) {
        if (copy.holds(segments, span.sha256)) found.push([...segments]);
        return;
      }
      const [from, to] = range(gaps[next - 1]!);
      const before = segments[next - 1]!.end;
      for (let gap = from; gap <= to; gap++) {
        const segment = { start: before + gap, end: before + gap + lengths[next]! };
        if (segment.end > copy.length) return;
        if (copy.isWhole(segment.start, segment.end)) extend([...segments, segment]);
      }
    };
    for (let start = 0; start + lengths[0]! <= copy.length; start++) {
      const first = { start, end: start + lengths[0]! };
      if (copy.isWhole(first.start, first.end)) extend([first]);
    }
    return found;
  }
}
