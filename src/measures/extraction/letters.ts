import { totalLength, type Span } from '../../model/spans.js';

/** The letters and digits of a text, countable in any of its spans; blanks, marks and punctuation do not count. */
export interface Letters {
  /** How many lie in the spans; one that lies in two of them counts once. */
  count(spans: readonly Span[]): number;
  /** How many lie in both lists of spans. */
  shared(a: readonly Span[], b: readonly Span[]): number;
}

const LETTER = /[\p{L}\p{N}]/u;

/** Counts the letters of a text once, so that any span is counted in a step. Offsets are code points. */
export function lettersOf(text: string): Letters {
  const before = [0];
  for (const character of text) before.push(before.at(-1)! + (LETTER.test(character) ? 1 : 0));
  const upTo = (offset: number): number => before[Math.min(Math.max(offset, 0), before.length - 1)]!;
  const count = (spans: readonly Span[]): number =>
    united(spans).reduce((sum, { start, end }) => sum + upTo(end) - upTo(start), 0);
  return { count, shared: (a, b) => count(common(a, b)) };
}

/** Spans in order, those that touch or overlap joined, empty ones left out. */
export function united(spans: readonly Span[]): Span[] {
  const out: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (end <= start) continue;
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}

/** What two lists of spans have in common, as spans that do not overlap. */
export function common(a: readonly Span[], b: readonly Span[]): Span[] {
  const others = united(b);
  return united(a).flatMap((one) =>
    others.flatMap((other) => {
      const start = Math.max(one.start, other.start);
      const end = Math.min(one.end, other.end);
      return start < end ? [{ start, end }] : [];
    }),
  );
}

/** How many code points two lists of spans have in common. */
export const sharedLength = (a: readonly Span[], b: readonly Span[]): number => totalLength(common(a, b));
