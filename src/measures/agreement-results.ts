import { agreementJobs, type AgreementOptions, type Job } from './agreement-jobs.js';
import { analyticInterval, type AnalyticInterval } from './analytic-interval.js';
import { bootstrapInterval } from './bootstrap.js';
import type { Agreement, Coefficient, Scale, Statistic } from './coefficient.js';
import { COEFFICIENTS } from './coefficients/index.js';
import type { LabelMatrix } from './label-matrix.js';
import { foldUnits, type Sample } from './patterns.js';
import type { Interval, Result } from './result.js';
import { selectAnnotators } from './select-labels.js';

/**
 * Agreement on a label matrix: every coefficient with every weighting or distance asked for; for coefficients of two
 * annotators every pair, for those of one category every category. Undefined figures are results with a reason.
 * A coefficient name that is not known gives no result: callers check names first.
 */
export function agreementResults(matrix: LabelMatrix, options: AgreementOptions = {}): Result[] {
  const { coefficients = COEFFICIENTS } = options;
  return coefficients.flatMap((wanted) => {
    const coefficient = typeof wanted === 'string' ? COEFFICIENTS.find(({ name }) => name === wanted) : wanted;
    if (coefficient === undefined) return [];
    return agreementJobs(coefficient, matrix, options).flatMap((job) => run(job, matrix, options));
  });
}

function run(job: Job, matrix: LabelMatrix, options: AgreementOptions): Result[] {
  const annotators = matrix.annotatorIds.length;
  if (annotators < 2 || job.coefficient.per === 'matrix') return [one(job, matrix, options, {})];
  if (job.coefficient.per === 'category') {
    return matrix.categories.map((category, code) =>
      one({ ...job, scale: job.scale && { ...job.scale, category: code } }, matrix, options, { category }),
    );
  }
  return Array.from({ length: annotators }, (_, a) => a).flatMap((a) =>
    Array.from({ length: annotators - a - 1 }, (_, i) => {
      const pair = selectAnnotators(matrix, [a, a + 1 + i]);
      return one(job, pair, options, { annotators: pair.annotatorIds });
    }),
  );
}

interface Found {
  readonly agreement: Agreement;
  readonly analytic: AnalyticInterval | null;
  readonly intervals: readonly Interval[];
}

/** One figure on one matrix. `about` says whom or what it is about. */
function one(
  { coefficient, names, scale }: Job,
  matrix: LabelMatrix,
  options: AgreementOptions,
  about: Pick<Result, 'annotators' | 'category'>,
): Result {
  const { bootstrap = 0, seed = 1 } = options;
  const counted = countUnits(matrix);
  const { agreement, analytic, intervals } = compute(coefficient, matrix, scale, options, counted.units);
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
    p_value: analytic?.p_value ?? null,
    p_log10: analytic?.p_log10 ?? null,
    p_sided: analytic === null || analytic.p_value === null ? null : 'two',
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
  matrix: LabelMatrix,
  scale: Scale | null,
  options: AgreementOptions,
  units: number,
): Found {
  const refused = refusal(coefficient, matrix, scale);
  if (refused !== null || scale === null) {
    return {
      agreement: { value: null, observed: null, expected: null, reason: refused },
      analytic: null,
      intervals: [],
    };
  }
  const sample = foldUnits(matrix, { basis: coefficient.basis, minLabels: coefficient.minLabels });
  const statistic = coefficient.compute(sample, scale);
  const agreement = statistic.agreement(sample.frequency);
  if (agreement.value === null) return { agreement, analytic: null, intervals: [] };
  // Alpha's t interval has the labelled units' degrees of freedom in irrCAC 1.4, although units with one are dropped.
  const degrees = coefficient.per === 'pair' ? null : units - 1;
  const analytic = analyticInterval(agreement.value, statistic, degrees, options.confidence ?? 0.95);
  const drawn = resampled(sample, statistic, matrix, options);
  const intervals = [...(analytic === null ? [] : [analytic.interval]), ...(drawn === null ? [] : [drawn])];
  return { agreement, analytic, intervals };
}

function resampled(
  sample: Sample,
  statistic: Statistic,
  matrix: LabelMatrix,
  { bootstrap = 0, seed = 1, byCluster = true, confidence = 0.95 }: AgreementOptions,
): Interval | null {
  if (bootstrap === 0) return null;
  const clusters = byCluster ? matrix.clusters : null;
  return bootstrapInterval(sample, statistic, { replicates: bootstrap, seed, clusters, confidence });
}

function refusal(coefficient: Coefficient, matrix: LabelMatrix, scale: Scale | null): string | null {
  const annotators = matrix.annotatorIds.length;
  const [least, most] = coefficient.annotators;
  if (annotators < least || annotators > most) {
    const limits = least === most ? `${least}` : `at least ${least}`;
    return `needs ${limits} annotators, there ${annotators === 1 ? 'is' : 'are'} ${annotators}`;
  }
  if (scale !== null) return null;
  return matrix.ordered
    ? 'not defined for the values of these categories'
    : 'the categories are no numbers and their order is not declared';
}

interface UnitCounts {
  readonly units: number;
  readonly pairable: number;
}

function countUnits(matrix: LabelMatrix): UnitCounts {
  const width = matrix.annotatorIds.length;
  let units = 0;
  let pairable = 0;
  for (let unit = 0; unit < matrix.unitIds.length; unit++) {
    let labels = 0;
    for (let cell = unit * width; cell < (unit + 1) * width; cell++) if (matrix.codes[cell]! >= 0) labels++;
    if (labels > 0) units++;
    if (labels > 1) pairable++;
  }
  return { units, pairable };
}

function dropped(coefficient: Coefficient, { units, pairable }: UnitCounts): Result['dropped'] {
  if (coefficient.minLabels < 2 || units === pairable) return {};
  return { [coefficient.per === 'pair' ? 'labelled by one of the two' : 'one label']: units - pairable };
}
