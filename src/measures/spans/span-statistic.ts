import type { Agreement } from '../coefficient.js';

/**
 * A figure on spans as a function of how often each document is drawn: the same code for the data (each once) and for
 * the replicates of a bootstrap by document.
 */
export interface SpanStatistic {
  agreement(frequency: Float64Array): Agreement;
  /** Documents that cannot enter, by the reason. */
  readonly dropped: Readonly<Record<string, number>>;
  /** Documents that enter. */
  readonly documents: number;
  /** Of what the annotators marked, the share that the figure is about; only where it is about a part. */
  coverage?(frequency: Float64Array): number | null;
}

/** Counts reasons. */
export function countReasons(reasons: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

/** Why documents and figures on spans are left out, in the same words everywhere. */
export const SPAN_REASONS = {
  noLength: 'documents of unknown length',
  oneReader: 'documents read by one annotator',
  overlap: 'documents in which an annotator marked overlapping spans',
  noDocument: 'no document was read by two annotators, with known length and without overlapping spans',
  nothing: 'nobody marked anything',
  oneKind: 'all segments are of one kind',
  oneLabel: 'there is only one label where spans meet',
  noMeeting: 'no spans meet',
} as const;
