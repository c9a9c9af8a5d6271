import { undefinedAgreement } from '../coefficient.js';
import { eachIntersection, withGaps, type Segment } from './segments.js';
import { codedDocuments, haveOverlap, type SpanCoding } from './span-coding.js';
import { countReasons, SPAN_REASONS, type SpanStatistic } from './span-statistic.js';

/**
 * Krippendorff's squared difference between two segments that have a stretch in common: of two units the squared
 * differences of their ends; of a unit that lies wholly in a gap its squared length; else 0.
 * Source: Krippendorff (2004), Content Analysis, 2nd edition, section 11.4, as DKPro Statistics 2.3.1 tests it.
 */
export function segmentDifference(a: Segment, b: Segment): number {
  if (Math.min(a.end, b.end) <= Math.max(a.start, b.start)) return 0;
  if (a.label !== null && b.label !== null) return (a.start - b.start) ** 2 + (a.end - b.end) ** 2;
  if (a.label === null && b.label === null) return 0;
  const [unit, gap] = a.label === null ? [b, a] : [a, b];
  return gap.start <= unit.start && unit.end <= gap.end ? (unit.end - unit.start) ** 2 : 0;
}

/** What one label contributes in one document. */
interface LabelPart {
  /** Σ of differences over ordered pairs of annotators, divided by their number. */
  readonly differences: number;
  readonly units: readonly number[];
  readonly gaps: readonly number[];
}

interface Part {
  readonly document: number;
  readonly length: number;
  readonly annotators: number;
  readonly labels: readonly LabelPart[];
}

function labelPart(spans: readonly (readonly Segment[])[], label: number, length: number): LabelPart {
  const partitions = spans.map((own) =>
    withGaps(
      own.filter((span) => span.label === label),
      length,
    ),
  );
  let sum = 0;
  partitions.forEach((first, i) => {
    for (const second of partitions.slice(i + 1)) {
      eachIntersection(first, second, (a, b) => {
        sum += segmentDifference(a, b);
      });
    }
  });
  const segments = partitions.flat();
  const lengthsOf = (unit: boolean): number[] =>
    segments.filter((one) => (one.label !== null) === unit).map(({ start, end }) => end - start);
  const pairs = spans.length * (spans.length - 1);
  return { differences: (2 * sum) / pairs, units: lengthsOf(true), gaps: lengthsOf(false) };
}

/** Lengths of units or gaps of one label in all documents, the longest first, and the document of each. */
interface Lengths {
  readonly sizes: Float64Array;
  readonly documents: Int32Array;
}

function lengthsOf(parts: readonly Part[], of: (part: Part) => readonly number[]): Lengths {
  const all = parts.flatMap((part) => of(part).map((size) => ({ size, document: part.document })));
  all.sort((a, b) => b.size - a.size);
  return {
    sizes: Float64Array.from(all, ({ size }) => size),
    documents: Int32Array.from(all, ({ document }) => document),
  };
}

/**
 * Expected disagreement of one label over all documents, each as often as it was drawn; `whole` is the length of the
 * texts times their readers.
 */
function expectedOf(units: Lengths, gaps: Lengths, frequency: Float64Array, length: number, whole: number): number {
  let count = 0;
  for (const document of units.documents) count += frequency[document]!;
  let next = 0;
  let fitting = 0;
  let room = 0;
  let total = 0;
  let own = 0;
  // From the longest unit down more and more gaps can hold it.
  for (let unit = 0; unit < units.sizes.length; unit++) {
    const size = units.sizes[unit]!;
    const times = frequency[units.documents[unit]!]!;
    for (; next < gaps.sizes.length && gaps.sizes[next]! >= size; next++) {
      fitting += frequency[gaps.documents[next]!]!;
      room += frequency[gaps.documents[next]!]! * (gaps.sizes[next]! + 1);
    }
    const square = size * size;
    const meeting = ((count - 1) * (2 * square * size - 3 * square + size)) / 3;
    total += times * (meeting + square * (room - fitting * size));
    own += times * size * (size - 1);
  }
  return ((2 / length) * total) / (whole * (whole - 1) - own);
}

/**
 * Krippendorff's alpha_U: whether annotators mark the same stretches, for one label (its index) or, with null, for all
 * of them jointly (disagreements of the labels added up). `observed` and `expected` are disagreements. Several texts are
 * one continuum in which no span and no gap runs over the end of a text; with texts read by different numbers of
 * annotators each text's disagreement is per pair of its readers. Spans of one label and annotator must not overlap.
 * Source: Krippendorff (2004), Content Analysis, 2nd edition, section 11.4, as DKPro Statistics 2.3.1 computes it for one
 * continuum; the rules for several texts are ours.
 */
export function alphaU(coding: SpanCoding, label: number | null): SpanStatistic {
  const wanted = label === null ? coding.labels.map((_, k) => k) : [label];
  const lost: string[] = [];
  const parts = codedDocuments(coding).flatMap(({ document, length, annotators, spans }): Part[] => {
    const overlaps = spans.some((own) => wanted.some((k) => haveOverlap(own.filter((span) => span.label === k))));
    const reason =
      annotators.length < 2
        ? SPAN_REASONS.oneReader
        : length === null
          ? SPAN_REASONS.noLength
          : overlaps
            ? SPAN_REASONS.overlap
            : null;
    if (reason !== null) lost.push(reason);
    if (reason !== null || length === null) return [];
    const labels: LabelPart[] = [];
    for (const k of wanted) labels[k] = labelPart(spans, k, length);
    return [{ document, length, annotators: annotators.length, labels }];
  });
  const lengths = wanted.map((k) => ({
    label: k,
    units: lengthsOf(parts, ({ labels }) => labels[k]!.units),
    gaps: lengthsOf(parts, ({ labels }) => labels[k]!.gaps),
  }));
  return {
    documents: parts.length,
    dropped: countReasons(lost),
    agreement(frequency) {
      const length = parts.reduce((sum, part) => sum + frequency[part.document]! * part.length, 0);
      if (length === 0) return undefinedAgreement(SPAN_REASONS.noDocument);
      const whole = parts.reduce((sum, part) => sum + frequency[part.document]! * part.annotators * part.length, 0);
      let observed = 0;
      let expected = 0;
      for (const { label: k, units, gaps } of lengths) {
        const differences = parts.reduce((sum, p) => sum + frequency[p.document]! * p.labels[k]!.differences, 0);
        observed += differences / length ** 2;
        expected += expectedOf(units, gaps, frequency, length, whole);
      }
      observed /= wanted.length;
      expected /= wanted.length;
      if (!(expected > 0)) return undefinedAgreement(SPAN_REASONS.nothing);
      return { value: 1 - observed / expected, observed, expected, reason: null };
    },
  };
}
