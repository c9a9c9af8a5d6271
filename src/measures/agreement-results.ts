import { agreementJobs, type AgreementOptions, type Job } from './agreement-jobs.js';
import { analyticInterval, type AnalyticInterval } from './analytic-interval.js';
import { bcaInterval } from './bca.js';
import { drawReplicates, percentileInterval } from './bootstrap.js';
import type { Agreement, Coefficient, Scale, Statistic } from './coefficient.js';
import { COEFFICIENTS } from './coefficients/index.js';
import type { LabelMatrix } from './label-matrix.js';
import type { Sample } from './patterns.js';
import { prepareMatrix, type PreparedMatrix, type UnitCounts } from './prepared-matrix.js';
import type { HypothesisTest, Interval, Result } from './result.js';

/**
 * Agreement on a label matrix: every coefficient with every weighting or distance asked for; for coefficients of two
 * annotators every pair, for those of one category every category. Undefined figures are results with a reason.
 * A coefficient name that is not known gives no result: callers check names first.
 */
export function agreementResults(matrix: LabelMatrix, options: AgreementOptions = {}): Result[] {
  const { coefficients = COEFFICIENTS } = options;
  const prepared = prepareMatrix(matrix);
  return coefficients.flatMap((wanted) => {
    const coefficient = typeof wanted === 'string' ? COEFFICIENTS.find(({ name }) => name === wanted) : wanted;
    if (coefficient === undefined) return [];
    return agreementJobs(coefficient, matrix, options).flatMap((job) => run(job, prepared, options));
  });
}

function run(job: Job, prepared: PreparedMatrix, options: AgreementOptions): Result[] {
  const { matrix } = prepared;
  const annotators = matrix.annotatorIds.length;
  if (annotators < 2 || job.coefficient.per === 'matrix') return [one(job, prepared, options, {})];
  if (job.coefficient.per === 'category') {
    return matrix.categories.map((category, code) =>
      one({ ...job, scale: job.scale && { ...job.scale, category: code } }, prepared, options, { category }),
    );
  }
  return Array.from({ length: annotators }, (_, a) => a).flatMap((a) =>
    Array.from({ length: annotators - a - 1 }, (_, i) => {
      const pair = prepared.pair(a, a + 1 + i);
      return one(job, pair, options, { annotators: pair.matrix.annotatorIds });
    }),
  );
}

interface Found {
  readonly agreement: Agreement;
  readonly analytic: AnalyticInterval | null;
  /** The coefficient's own test, where it has one instead of a t interval. */
  readonly test: HypothesisTest | null;
  readonly intervals: readonly Interval[];
}

/** One figure on one matrix. `about` says whom or what it is about. */
function one(
  { coefficient, names, scale, reason: noScale }: Job,
  prepared: PreparedMatrix,
  options: AgreementOptions,
  about: Pick<Result, 'annotators' | 'category'>,
): Result {
  const { bootstrap = 0, seed = 1 } = options;
  const { counted } = prepared;
  const { agreement, analytic, test, intervals } = compute(coefficient, prepared, scale, options, noScale);
  const { value, observed, expected, reason } = agreement;
  const reported = intervals.at(-1);
  return {
    coefficient: coefficient.name,
    ...names,
    ...about,
    value,
    observed,
    expected,
    se: analytic?.interval.se ?? null,
    ci: reported?.ci ?? null,
    ci_method: reported?.method ?? null,
    p_value: test?.p_value ?? analytic?.p_value ?? null,
    p_log10: test?.p_log10 ?? analytic?.p_log10 ?? null,
    p_sided: test !== null ? 'one' : analytic === null || analytic.p_value === null ? null : 'two',
    ...(test === null ? {} : { test }),
    units: counted.units,
    pairable_units: counted.pairable,
    dropped: dropped(coefficient, counted),
    reason,
    convention: coefficient.convention,
    ...(bootstrap > 0 && value !== null ? { seed } : {}),
    intervals,
  };
}

function compute(
  coefficient: Coefficient,
  prepared: PreparedMatrix,
  scale: Scale | null,
  options: AgreementOptions,
  noScale?: string,
): Found {
  const refused = refusal(coefficient, prepared.matrix, scale, noScale);
  if (refused !== null || scale === null) {
    return {
      agreement: { value: null, observed: null, expected: null, reason: refused },
      analytic: null,
      test: null,
      intervals: [],
    };
  }
  const sample = prepared.sample(coefficient);
  const statistic = coefficient.compute(sample, scale);
  const agreement = statistic.agreement(sample.frequency);
  if (agreement.value === null) return { agreement, analytic: null, test: null, intervals: [] };
  // Alpha's t interval has the labelled units' degrees of freedom in irrCAC 1.4, although units with one are dropped.
  const degrees = coefficient.per === 'pair' ? null : prepared.counted.units - 1;
  const analytic = analyticInterval(agreement.value, statistic, degrees, options.confidence ?? 0.95);
  const own = statistic.ownInference?.(options.confidence ?? 0.95);
  const drawn = resampled(sample, statistic, agreement.value, prepared, options);
  const intervals = [...(own?.intervals ?? []), ...(analytic === null ? [] : [analytic.interval]), ...drawn];
  return { agreement, analytic, test: own?.test ?? null, intervals };
}

/** The bootstrap interval, and behind it the BCa one where that is asked for and defined. */
function resampled(
  sample: Sample,
  statistic: Statistic,
  value: number,
  prepared: PreparedMatrix,
  { bootstrap = 0, seed = 1, byCluster = true, confidence = 0.95, interval = 'percentile' }: AgreementOptions,
): Interval[] {
  if (bootstrap === 0) return [];
  const options = { replicates: bootstrap, seed, clusters: byCluster ? prepared.matrix.clusters : null, confidence };
  const drawn = drawReplicates(sample, statistic, options, prepared.draws(sample, options));
  if (drawn === null) return [];
  const percentile = percentileInterval(drawn, options);
  const bca = interval === 'bca' ? bcaInterval(sample, statistic, value, drawn, options) : null;
  return bca === null ? [percentile] : [percentile, bca];
}

function refusal(coefficient: Coefficient, matrix: LabelMatrix, scale: Scale | null, noScale?: string): string | null {
  const annotators = matrix.annotatorIds.length;
  const [least, most] = coefficient.annotators;
  if (annotators < least || annotators > most) {
    const limits = least === most ? `${least}` : `at least ${least}`;
    return `needs ${limits} annotators, there ${annotators === 1 ? 'is' : 'are'} ${annotators}`;
  }
  if (scale !== null) return null;
  if (noScale !== undefined) return noScale;
  return matrix.ordered
    ? 'not defined for the values of these categories'
    : 'the categories are no numbers and their order is not declared';
}

function dropped(coefficient: Coefficient, { units, pairable, complete }: UnitCounts): Result['dropped'] {
  if (coefficient.scale === 'values') return units === complete ? {} : { 'not labelled by all': units - complete };
  if (coefficient.minLabels < 2 || units === pairable) return {};
  return { [coefficient.per === 'pair' ? 'labelled by one of the two' : 'one label']: units - pairable };
}
