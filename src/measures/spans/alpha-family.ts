import { undefinedAgreement, type Agreement } from '../coefficient.js';
import { documentCoincidences, type Coincidences } from './coincidences.js';
import type { SpanCoding } from './span-coding.js';
import { SPAN_REASONS, type SpanStatistic } from './span-statistic.js';

/** A square table of observed or expected lengths with its sums, over some of the labels. */
interface LengthTable {
  readonly total: number;
  readonly sums: Float64Array;
  readonly agreeing: Float64Array;
}

function observedTable({ size, lengths }: Coincidences, used: number): LengthTable {
  const sums = new Float64Array(used);
  const agreeing = new Float64Array(used);
  for (let c = 0; c < used; c++) {
    for (let k = 0; k < used; k++) sums[c]! += lengths[c * size + k]!;
    agreeing[c] = lengths[c * size + c]!;
  }
  return { total: sums.reduce((sum, length) => sum + length, 0), sums, agreeing };
}

/** What the same segments would have in common if they lay anywhere: no segment meets itself. */
function expectedTable({ total, sums }: LengthTable, own: Float64Array): LengthTable {
  let self = 0;
  for (let k = 0; k < sums.length; k++) self += own[k]!;
  const pairs = total ** 2 - self;
  return {
    total,
    sums: sums.map((sum, k) => (total * (sum * total - own[k]!)) / pairs),
    agreeing: sums.map((sum, k) => (total * (sum * sum - own[k]!)) / pairs),
  };
}

const disagreeing = ({ total, agreeing }: LengthTable): number =>
  agreeing.reduce((rest, length) => rest - length, total);

function ratio(observed: number, expected: number, total: number, reason: string): Agreement {
  if (!(expected > 1e-12 * total)) return undefinedAgreement(reason);
  return { value: 1 - observed / expected, observed: observed / total, expected: expected / total, reason: null };
}

/** The figures of the family, each a statistic over documents. */
export interface AlphaFamily {
  /** Do annotators divide the text into the same segments of the same labels, gaps included? */
  readonly nominal: SpanStatistic;
  /** Do they tell what is marked, with whatever label, from what is not? */
  readonly binary: SpanStatistic;
  /** Where their spans meet, do these have the same label? */
  readonly coding: SpanStatistic;
  /** The same for one label. */
  ofLabel(label: number): SpanStatistic;
}

/**
 * The alpha family for unitizing: u-alpha over all segments, |u-alpha of marked against unmarked, cu-alpha of the labels
 * where spans meet, and (k)u-alpha of one label there. `observed` and `expected` are disagreeing shares of the length.
 * Nominal difference. Coverage is the share of the marked length (in cu-alpha of the whole length) that enters.
 *
 * cu-alpha takes from the chance that a unit meets itself: the square of the mean length at which it meets units of the
 * others. Programs differ here as soon as there are three annotators (R quallmer: length that meets anybody; a Python
 * script: mean of the squares); this reading alone gives 0.724 on the book's example, a value we know only as quoted by
 * the tests of R quallmer. With two annotators all readings are one.
 * Source: Krippendorff, Mathet, Bouvry and Widlöcher (2016), Quality & Quantity 50, 2347-2364; Krippendorff (2019),
 * Content Analysis, 4th edition, section 12.6; both read through programs that implement them.
 */
export function alphaFamily(spans: SpanCoding): AlphaFamily {
  const all = documentCoincidences(spans);
  const labels = spans.labels.length;
  const statistic = (
    compute: (found: Coincidences) => Agreement,
    coverage?: (found: Coincidences) => number | null,
  ): SpanStatistic => ({
    documents: all.documents,
    dropped: all.dropped,
    agreement(frequency) {
      const found = all.sum(frequency);
      if (found.lengths.every((length) => length === 0)) return undefinedAgreement(SPAN_REASONS.noDocument);
      return compute(found);
    },
    ...(coverage === undefined ? {} : { coverage: (frequency) => coverage(all.sum(frequency)) }),
  });
  const meetingTables = (found: Coincidences): readonly [LengthTable, LengthTable] => {
    const observed = observedTable(found, labels);
    return [observed, expectedTable(observed, found.ownMeeting)];
  };
  return {
    nominal: statistic((found) => {
      const observed = observedTable(found, labels + 1);
      const expected = expectedTable(observed, found.own);
      return ratio(disagreeing(observed), disagreeing(expected), observed.total, SPAN_REASONS.oneKind);
    }),
    binary: statistic((found) => {
      const observed = observedTable(found, labels + 1);
      const expected = expectedTable(observed, found.own);
      const mixed = ({ sums, agreeing }: LengthTable): number => 2 * (sums[labels]! - agreeing[labels]!);
      return ratio(mixed(observed), mixed(expected), observed.total, SPAN_REASONS.oneKind);
    }),
    coding: statistic(
      (found) => {
        const [observed, expected] = meetingTables(found);
        if (!(observed.total > 0)) return undefinedAgreement(SPAN_REASONS.noMeeting);
        return ratio(disagreeing(observed), disagreeing(expected), observed.total, SPAN_REASONS.oneLabel);
      },
      (found) => share(observedTable(found, labels).total, observedTable(found, labels + 1).total),
    ),
    ofLabel: (label) =>
      statistic(
        (found) => {
          const [observed, expected] = meetingTables(found);
          const own = observed.sums[label]!;
          if (!(own > 0)) return undefinedAgreement('no span of this label meets another');
          const chance = (expected.sums[label]! - expected.agreeing[label]!) / expected.sums[label]!;
          return ratio((own - observed.agreeing[label]!) / own, chance, 1, SPAN_REASONS.oneLabel);
        },
        (found) => share(observedTable(found, labels).sums[label]!, observedTable(found, labels + 1).sums[label]!),
      ),
  };
}

const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
