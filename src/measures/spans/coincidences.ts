import { eachIntersection, withGaps } from './segments.js';
import { codedDocuments, haveOverlap, type DocumentCoding, type SpanCoding } from './span-coding.js';
import { countReasons, SPAN_REASONS } from './span-statistic.js';

/**
 * Lengths of what two annotators' segments have in common, by their labels; the last index stands for gaps. What a
 * document contributes, or the sum over documents.
 */
export interface Coincidences {
  /** labels + 1. */
  readonly size: number;
  /** size × size, Krippendorff's ℓ_ck. */
  readonly lengths: Float64Array;
  /** For each label Σ of squared lengths of its units; for gaps Σ of their lengths: pairs of a segment with itself. */
  readonly own: Float64Array;
  /** The same over only those parts of units that meet units of others. */
  readonly ownMeeting: Float64Array;
}

const emptyCoincidences = (labels: number): Coincidences => ({
  size: labels + 1,
  lengths: new Float64Array((labels + 1) ** 2),
  own: new Float64Array(labels + 1),
  ownMeeting: new Float64Array(labels + 1),
});

function ofDocument({ length, spans }: DocumentCoding, labels: number): Coincidences {
  const found = emptyCoincidences(labels);
  const { size, lengths, own, ownMeeting } = found;
  const partitions = spans.map((marked) => withGaps(marked, length!));
  const pairs = partitions.length - 1;
  partitions.forEach((first, i) => {
    const meeting = new Map(first.map((segment) => [segment, 0]));
    partitions.forEach((second, j) => {
      if (i === j) return;
      eachIntersection(first, second, (a, b, shared) => {
        lengths[(a.label ?? labels) * size + (b.label ?? labels)]! += shared / pairs;
        if (a.label !== null && b.label !== null) meeting.set(a, meeting.get(a)! + shared / pairs);
      });
    });
    for (const segment of first) {
      const extent = segment.end - segment.start;
      own[segment.label ?? labels]! += segment.label === null ? extent : extent ** 2;
      if (segment.label !== null) ownMeeting[segment.label]! += meeting.get(segment)! ** 2;
    }
  });
  return found;
}

/** Coincidences of documents, to be summed as often as each is drawn. */
export interface DocumentCoincidences {
  readonly documents: number;
  readonly dropped: Readonly<Record<string, number>>;
  sum(frequency: Float64Array): Coincidences;
}

/**
 * The coincidences of every document that two annotators read, whose length is known and in which nobody's spans
 * overlap; the others are counted by reason.
 * Source: Krippendorff, Mathet, Bouvry and Widlöcher (2016), Quality & Quantity 50, 2347-2364.
 */
export function documentCoincidences(coding: SpanCoding): DocumentCoincidences {
  const lost: string[] = [];
  const parts = codedDocuments(coding).flatMap((document) => {
    if (document.annotators.length < 2) lost.push(SPAN_REASONS.oneReader);
    else if (document.length === null) lost.push(SPAN_REASONS.noLength);
    else if (document.spans.some(haveOverlap)) lost.push(SPAN_REASONS.overlap);
    else return [{ document: document.document, found: ofDocument(document, coding.labels.length) }];
    return [];
  });
  return {
    documents: parts.length,
    dropped: countReasons(lost),
    sum(frequency) {
      const whole = emptyCoincidences(coding.labels.length);
      for (const { document, found } of parts) {
        const times = frequency[document]!;
        if (times === 0) continue;
        addTimes(whole.lengths, found.lengths, times);
        addTimes(whole.own, found.own, times);
        addTimes(whole.ownMeeting, found.ownMeeting, times);
      }
      return whole;
    },
  };
}

/** Adds numbers to others of the same count: this is where a bootstrap over many documents spends its time. */
function addTimes(into: Float64Array, numbers: Float64Array, times: number): void {
  for (let i = 0; i < numbers.length; i++) into[i]! += times * numbers[i]!;
}
