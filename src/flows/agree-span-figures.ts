import { undefinedAgreement } from '../measures/coefficient.js';
import type { Result } from '../measures/result.js';
import { documentIntervals, type DocumentIntervalOptions } from '../measures/spans/document-intervals.js';
import { matchF } from '../measures/spans/span-f.js';
import type { SpanLevel } from '../reports/span-comparison.js';

/** What was found in one place of a document by each coding and by both. */
export interface Found {
  readonly document: string;
  readonly first: number;
  readonly second: number;
  readonly both: number;
}

/** The counts of a level with its F, and an interval that draws documents. */
export type LevelFigure = Omit<SpanLevel, 'level' | 'question' | 'units' | 'results'>;

/** Adds up what was found, document by document, and computes F. */
export function levelFigure(places: readonly Found[], options: DocumentIntervalOptions): LevelFigure {
  const index = new Map<string, number>();
  for (const { document } of places) if (!index.has(document)) index.set(document, index.size);
  const sums = {
    first: new Float64Array(index.size),
    second: new Float64Array(index.size),
    both: new Float64Array(index.size),
  };
  for (const { document, first, second, both } of places) {
    const at = index.get(document)!;
    sums.first[at]! += first;
    sums.second[at]! += second;
    sums.both[at]! += both;
  }
  const total = (counts: Float64Array, frequency: Float64Array): number =>
    counts.reduce((sum, count, document) => sum + count * frequency[document]!, 0);
  const statistic = {
    agreement(frequency: Float64Array) {
      const [first, second] = [total(sums.first, frequency), total(sums.second, frequency)];
      const value = matchF({ first, second, matched: total(sums.both, frequency) });
      return value === null ? undefinedAgreement('neither found anything') : { value };
    },
  };
  const once = new Float64Array(index.size).fill(1);
  const { value } = statistic.agreement(once);
  const interval = value === null ? undefined : documentIntervals(index.size, statistic, value, options).at(-1);
  const [first, second, both] = [total(sums.first, once), total(sums.second, once), total(sums.both, once)];
  return {
    first,
    second,
    both,
    only_first: first - both,
    only_second: second - both,
    f: value,
    ci: interval?.ci ?? null,
    ci_method: interval?.method ?? null,
    reason: value === null ? 'neither found anything' : null,
  };
}

/** F of spans under one criterion, as a result like any other. */
export function spanFResult(
  criterion: string,
  figure: LevelFigure,
  documents: number,
): Result & { readonly criterion: string } {
  const { f, ci, ci_method, first, second, reason } = figure;
  return {
    coefficient: 'span_f',
    weights: null,
    distance: null,
    level: null,
    criterion,
    value: f,
    observed: f,
    expected: null,
    se: null,
    ci,
    ci_method,
    p_value: null,
    p_log10: null,
    p_sided: null,
    units: first + second,
    pairable_units: documents,
    dropped: {},
    reason,
    convention: 'Hripcsak and Rothschild (2005): utterances matched one to one, as many as can be',
    intervals: [],
  };
}
