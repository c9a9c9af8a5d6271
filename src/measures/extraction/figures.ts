import type { Interval } from '../result.js';
import { resample, type ResampleOptions } from '../scores/resample.js';

/** What was counted in one document, by name; a name that is missing counts 0. */
export type Counts = Readonly<Record<string, number>>;

/** A figure on counts that were added up over documents; null where it is undefined (nothing to divide by). */
export interface Figure {
  readonly name: string;
  readonly value: (of: (name: string) => number) => number | null;
}

/** A figure on a corpus, with its interval where documents were resampled. */
export interface MeasuredFigure {
  readonly name: string;
  readonly value: number | null;
  readonly interval: Interval | null;
}

/**
 * Figures on a corpus, each with a percentile interval: documents are drawn with replacement, as many as there are, and
 * the figure is computed on the counts of those drawn. No interval for one document, or without replicates.
 */
export function measureFigures(
  documents: readonly Counts[],
  figures: readonly Figure[],
  options: ResampleOptions = {},
): MeasuredFigure[] {
  const names = [...new Set(documents.flatMap((counts) => Object.keys(counts)))];
  const at = new Map(names.map((name, i) => [name, i]));
  const table = documents.map((counts) => Float64Array.from(names, (name) => counts[name] ?? 0));
  const values = (frequency: Float64Array): (number | null)[] => {
    const sums = new Float64Array(names.length);
    table.forEach((row, d) => {
      const times = frequency[d]!;
      if (times > 0) for (let i = 0; i < row.length; i++) sums[i]! += times * row[i]!;
    });
    const of = (name: string): number => sums[at.get(name) ?? -1] ?? 0;
    return figures.map((figure) => figure.value(of));
  };
  const sample = {
    patterns: documents.length,
    frequency: new Float64Array(documents.length).fill(1),
    patternOfUnit: Int32Array.from(documents, (_, d) => d),
  };
  const intervals = documents.length < 2 ? [] : resample(sample, values, null, options);
  return values(sample.frequency).map((value, i) => ({
    name: figures[i]!.name,
    value,
    interval: intervals[i] ? { ...intervals[i], method: 'bootstrap percentile by document' } : null,
  }));
}

/** A share; null of nothing. */
export const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** F1 of what was found rightly, found in all and to be found; null where there is nothing of either. */
export const f1 = (right: number, found: number, wanted: number): number | null => share(2 * right, found + wanted);

/** A tally that is filled while a document is read. */
export function tally(): { add(name: string, n?: number): void; readonly counts: Counts } {
  const counts: Record<string, number> = {};
  return { counts, add: (name, n = 1) => void (counts[name] = (counts[name] ?? 0) + n) };
}
