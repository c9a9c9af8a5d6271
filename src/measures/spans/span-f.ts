import { intersectionOverUnion } from '../../model/spans.js';
import { undefinedAgreement } from '../coefficient.js';
import { matchSpans } from './match-spans.js';
import { codedDocuments, type MarkedSpan, type SpanCoding } from './span-coding.js';
import { countReasons, SPAN_REASONS, type SpanStatistic } from './span-statistic.js';

/** When two spans count as the same: equal ends, any overlap, or intersection over union of at least a threshold. */
export interface SpanCriterion {
  readonly name: string;
  readonly likeness: (a: MarkedSpan, b: MarkedSpan) => number;
}

const iou = (a: MarkedSpan, b: MarkedSpan): number => intersectionOverUnion([a], [b]);

/** The three criteria in the order of reports; `threshold` is above 0 and at most 1. */
export function spanCriteria(threshold: number): SpanCriterion[] {
  return [
    { name: `iou >= ${threshold}`, likeness: (a, b) => (iou(a, b) >= threshold ? iou(a, b) : 0) },
    { name: 'exact', likeness: (a, b) => (a.start === b.start && a.end === b.end ? 1 : 0) },
    { name: 'overlap', likeness: iou },
  ];
}

/** Spans of two annotators and how many of them were matched. */
export interface SpanMatches {
  readonly first: number;
  readonly second: number;
  readonly matched: number;
}

export interface PairOfAnnotators {
  readonly annotators: readonly [number, number];
  /** Over the documents both read, each as often as it was drawn. */
  matches(frequency: Float64Array): SpanMatches;
  readonly documents: number;
}

export interface SpanF extends SpanStatistic {
  readonly pairs: readonly PairOfAnnotators[];
}

/** F of two annotators; null where neither marked anything. It is the same from either side. */
export function matchF({ first, second, matched }: SpanMatches): number | null {
  return first + second > 0 ? (2 * matched) / (first + second) : null;
}

/**
 * F of the spans of each two annotators, one taken as the truth of the other (it is symmetrical), over the documents
 * both read; and their plain mean over pairs. Spans are matched one to one, as many as can be. With `labelled` only
 * spans of the same label match. There is no correction for chance: where spans can lie anywhere, chance is near 0.
 * Source: Hripcsak and Rothschild (2005), Journal of the American Medical Informatics Association 12.
 */
export function spanF(coding: SpanCoding, { likeness }: SpanCriterion, { labelled = true } = {}): SpanF {
  const documents = codedDocuments(coding);
  const width = coding.annotatorIds.length;
  const same = (a: MarkedSpan, b: MarkedSpan): number => (labelled && a.label !== b.label ? 0 : likeness(a, b));
  const pairs = Array.from({ length: width }, (_, a) => a).flatMap((a) =>
    Array.from({ length: width - a - 1 }, (_, i): PairOfAnnotators => {
      const b = a + 1 + i;
      const counts = documents.flatMap(({ document, annotators, spans }) => {
        const [mine, theirs] = [spans[annotators.indexOf(a)], spans[annotators.indexOf(b)]];
        if (mine === undefined || theirs === undefined) return [];
        const matched = matchSpans(mine, theirs, same).length;
        return [{ document, first: mine.length, second: theirs.length, matched }];
      });
      return {
        annotators: [a, b],
        documents: counts.length,
        matches: (frequency) => ({
          first: counts.reduce((sum, one) => sum + frequency[one.document]! * one.first, 0),
          second: counts.reduce((sum, one) => sum + frequency[one.document]! * one.second, 0),
          matched: counts.reduce((sum, one) => sum + frequency[one.document]! * one.matched, 0),
        }),
      };
    }),
  );
  const alone = documents.filter(({ annotators }) => annotators.length < 2);
  return {
    pairs,
    documents: documents.length - alone.length,
    dropped: countReasons(alone.map(() => SPAN_REASONS.oneReader)),
    agreement(frequency) {
      const found = pairs.map((pair) => matchF(pair.matches(frequency))).filter((value) => value !== null);
      if (found.length === 0) return undefinedAgreement(SPAN_REASONS.nothing);
      const value = found.reduce((sum, one) => sum + one, 0) / found.length;
      return { value, observed: value, expected: null, reason: null };
    },
  };
}
