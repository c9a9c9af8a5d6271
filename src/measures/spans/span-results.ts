import { undefinedAgreement } from '../coefficient.js';
import type { Result } from '../result.js';
import { alphaFamily } from './alpha-family.js';
import { alphaU } from './alpha-u.js';
import { documentIntervals } from './document-intervals.js';
import type { SpanCoding } from './span-coding.js';
import { matchF, spanCriteria, spanF } from './span-f.js';
import type { SpanStatistic } from './span-statistic.js';

/** The coefficients of spans, in the order of reports. */
export const SPAN_COEFFICIENTS = [
  'alpha_u',
  'alpha_u_nominal',
  'alpha_u_binary',
  'alpha_cu',
  'alpha_ku',
  'span_f',
] as const;

export type SpanCoefficientName = (typeof SPAN_COEFFICIENTS)[number];

/** A figure on spans: `units` and `pairable_units` count spans and documents read by two or more. */
export interface SpanResult extends Result {
  /** When spans count as the same, of `span_f`. */
  readonly criterion?: string;
  /** Whether only spans of the same label match, of `span_f`. */
  readonly labelled?: boolean;
  readonly precision?: number | null;
  readonly recall?: number | null;
  /** The share of what was marked that the figure is about. */
  readonly coverage?: number | null;
}

export interface SpanOptions {
  readonly coefficients?: readonly SpanCoefficientName[];
  /** Intersection over union from which two spans are the same. */
  readonly iou?: number;
  /** Replicates of the bootstrap by document; 0 for none. */
  readonly bootstrap?: number;
  readonly seed?: number;
  readonly interval?: 'percentile' | 'bca';
  readonly confidence?: number;
}

const CONVENTIONS: Readonly<Record<SpanCoefficientName, string>> = {
  alpha_u: 'Krippendorff (2004), section 11.4; texts are one continuum, nothing runs over the end of a text',
  alpha_u_nominal: 'Krippendorff et al. (2016), u-alpha: all segments, gaps included; nominal difference',
  alpha_u_binary: 'Krippendorff et al. (2016), |u-alpha: marked against unmarked',
  alpha_cu: 'Krippendorff et al. (2016), cu-alpha: labels where spans meet; nominal difference',
  alpha_ku: 'Krippendorff et al. (2016), (k)u-alpha: one label where spans meet; nominal difference',
  span_f: 'Hripcsak and Rothschild (2005): mean over pairs of annotators; spans matched one to one',
};

/**
 * Every figure on spans that is asked for: alpha_u for each label and, first, jointly; alpha_ku for each label; span_f
 * under each criterion with and without labels, over all pairs and, where there are more than two annotators, for each.
 * Undefined figures are results with a reason. Bootstrap intervals draw documents.
 */
export function spanResults(coding: SpanCoding, options: SpanOptions = {}): SpanResult[] {
  const { coefficients = SPAN_COEFFICIENTS, iou = 0.5 } = options;
  const family = alphaFamily(coding);
  const result = resultOf(coding, options);
  const perLabel = (make: (label: number) => SpanResult): SpanResult[] => coding.labels.map((_, label) => make(label));
  const make: Readonly<Record<SpanCoefficientName, () => SpanResult[]>> = {
    alpha_u: () => [
      result('alpha_u', alphaU(coding, null)),
      ...perLabel((k) => result('alpha_u', alphaU(coding, k), { category: coding.labels[k]! })),
    ],
    alpha_u_nominal: () => [result('alpha_u_nominal', family.nominal)],
    alpha_u_binary: () => [result('alpha_u_binary', family.binary)],
    alpha_cu: () => [result('alpha_cu', family.coding)],
    alpha_ku: () => perLabel((k) => result('alpha_ku', family.ofLabel(k), { category: coding.labels[k]! })),
    span_f: () =>
      spanCriteria(iou).flatMap((criterion) =>
        [true, false].flatMap((labelled) => {
          if (!labelled && coding.labels.length < 2) return [];
          const found = spanF(coding, criterion, { labelled });
          const about = { criterion: criterion.name, labelled };
          const [only, second] = found.pairs;
          if (only !== undefined && second === undefined) {
            return [result('span_f', found, { ...about, ...sides(coding, only) })];
          }
          const pairs = found.pairs.map((pair) =>
            result('span_f', pairStatistic(found, pair), { ...about, ...sides(coding, pair) }),
          );
          return [result('span_f', found, about), ...pairs];
        }),
      ),
  };
  return coefficients.flatMap((name) => make[name]());
}

type Pair = ReturnType<typeof spanF>['pairs'][number];

const once = (coding: SpanCoding): Float64Array => new Float64Array(coding.documentIds.length).fill(1);

/** Who the pair is, and precision and recall of the second's spans with the first's as the truth. */
function sides(coding: SpanCoding, { annotators, matches }: Pair): Partial<SpanResult> {
  const { first, second, matched } = matches(once(coding));
  return {
    annotators: annotators.map((a) => coding.annotatorIds[a]!),
    precision: second > 0 ? matched / second : null,
    recall: first > 0 ? matched / first : null,
  };
}

function pairStatistic(found: SpanStatistic, pair: Pair): SpanStatistic {
  return {
    documents: pair.documents,
    dropped: found.dropped,
    agreement(frequency) {
      const value = matchF(pair.matches(frequency));
      if (value === null) return undefinedAgreement('neither marked anything');
      return { value, observed: value, expected: null, reason: null };
    },
  };
}

function resultOf(coding: SpanCoding, options: SpanOptions) {
  const frequency = once(coding);
  return (name: SpanCoefficientName, statistic: SpanStatistic, about: Partial<SpanResult> = {}): SpanResult => {
    const needed = coding.annotatorIds.length < 2;
    const found = needed
      ? undefinedAgreement(`needs at least 2 annotators, there is ${coding.annotatorIds.length}`)
      : statistic.agreement(frequency);
    const intervals = found.value === null ? [] : documentIntervals(frequency.length, statistic, found.value, options);
    const reported = intervals.at(-1);
    return {
      coefficient: name,
      weights: null,
      distance: null,
      level: name === 'span_f' ? null : 'nominal',
      ...about,
      value: found.value,
      observed: found.observed,
      expected: found.expected,
      se: null,
      ci: reported?.ci ?? null,
      ci_method: reported?.method ?? null,
      p_value: null,
      p_log10: null,
      p_sided: null,
      units: coding.spans.length,
      pairable_units: statistic.documents,
      dropped: statistic.dropped,
      reason: found.reason,
      convention: CONVENTIONS[name],
      ...(reported === undefined ? {} : { seed: options.seed ?? 1 }),
      ...(statistic.coverage === undefined ? {} : { coverage: statistic.coverage(frequency) }),
      intervals,
    };
  };
}
