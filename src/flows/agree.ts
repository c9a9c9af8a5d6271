import type { AgreementOptions } from '../measures/agreement-jobs.js';
import { agreementResults } from '../measures/agreement-results.js';
import { namedDistance, type Distance, type DistanceName } from '../measures/distances.js';
import { labelMatrix, type LabelCell, type LabelMatrix } from '../measures/label-matrix.js';
import type { Result } from '../measures/result.js';
import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import type { AgreementReport, RequirementReport, RetestReport } from '../reports/agreement-report.js';
import { checkAnnotators } from './agree-annotator-checks.js';
import { settleLabels } from './agree-duplicates.js';
import { groupsOf } from './agree-groups.js';
import { checkLabels } from './agree-label-checks.js';
import type { LabelRow } from './agree-label-rows.js';
import { stanceLevels } from './agree-levels.js';
import { coefficientsFor, measuring, optionsOf, type AgreeOptions } from './agree-options.js';
import { checkRequirement, parseRequirement, type Requirement } from './agree-requirement.js';
import { annotatorReports, categoryReports, pairReports } from './agree-tables.js';
import { disagreements } from './agree-units.js';

/**
 * Agreement between annotators, from labels already read:
 *
 *   rows of one field -> checks of labels -> duplicates and rounds settled -> matrix -> checks of annotators
 *     -> people apart from programs -> coefficients, nested levels, tables, work list -> requirements
 *
 * Duplicates that no rule settles give findings and no figure at all. Throws UsageError for names of coefficients,
 * weights, distances, levels and requirements that are not known.
 */
export function agree(rows: Iterable<LabelRow>, options: AgreeOptions = {}): AgreementReport {
  const {
    field = 'stance',
    categories = null,
    order = [],
    kinds = new Map(),
    requirements = [],
    worst = 100,
  } = options;
  const asked = measuring(options);
  const required = requirements.map(parseRequirement);
  const all = [...rows];
  const judged = all.filter((row) => row.field === null || row.field === field);
  const hasFields = all.some((row) => row.field !== null);
  const findings = [...(options.findings ?? []), ...fieldFindings(all, judged, field)];
  findings.push(...checkLabels(judged, { allowed: categories ?? (order.length > 0 ? order : null) }));
  const settled = settleLabels(judged, options);
  findings.push(...settled.findings);
  if (settled.unsettled) {
    const notes = [
      'no figure: an annotator labelled a unit twice; see the findings, or choose a rule with --duplicates',
    ];
    return {
      ...emptyReport(options, hasFields ? field : null, notes, findings),
      requirements: required.map(withoutFigure),
    };
  }
  const matrix = labelMatrix(cells(settled.rows, options), { order });
  findings.push(...checkAnnotators(matrix, judged[0]?.source.file ?? null));
  const groups = groupsOf(matrix, kinds, { keepCategories: order.length > 0 });
  const [first, ...others] = groups.list;
  const computed = first === undefined ? [] : agreementResults(first.matrix, coefficientsFor(first.matrix, asked));
  const results = primaryFirst(computed, asked.primary);
  const pairs = pairReports(matrix, kinds);
  const distance = distanceFor(matrix, asked.measure.distances);
  const found = disagreements(first?.matrix ?? matrix, distance, worst);
  const levels =
    hasFields && field === 'stance' && first !== undefined
      ? nestedLevels(all, first.matrix, options, asked.measure)
      : [];
  return {
    ...emptyReport(options, hasFields ? field : null, groups.notes, findings),
    input: inputOf(matrix, options, hasFields ? field : null),
    group: first?.name ?? 'everybody',
    results,
    other_groups: others.map(({ name, matrix: theirs }) => ({
      group: name,
      annotators: theirs.annotatorIds,
      results: agreementResults(theirs, coefficientsFor(theirs, asked)),
    })),
    levels,
    pairs,
    categories: categoryReports(first?.matrix ?? matrix),
    annotators: annotatorReports(matrix, kinds, pairs, distance.name as DistanceName),
    retest: retests(settled.earlierRounds, settled.rows),
    disagreeing_units: found.disagreeing,
    units: found.units,
    coincidences: found.coincidences,
    requirements: required.map((requirement) =>
      results.length === 0 ? withoutFigure(requirement) : checkRequirement(requirement, results),
    ),
    threshold: results[0] === undefined ? null : thresholdOf(results[0], options.threshold ?? null),
  };
}

const primaryFirst = (results: readonly Result[], primary: string): Result[] => [
  ...results.filter(({ coefficient }) => coefficient === primary),
  ...results.filter(({ coefficient }) => coefficient !== primary),
];

/** Without labels nothing is met. */
function withoutFigure({ text }: Requirement): RequirementReport {
  return { requirement: text, met: false, found: null, line: `requirement ${text}: NOT met, there is no figure` };
}

/** The project's threshold is a requirement that is reported, but fails nothing. */
function thresholdOf(primary: Result, threshold: number | null): RequirementReport | null {
  if (threshold === null) return null;
  const requirement = parseRequirement(`${primary.coefficient}.ci_low >= ${threshold}`);
  const checked = checkRequirement(requirement, [primary]);
  return { ...checked, line: checked.line.replace('requirement', "project's threshold") };
}

function* cells(
  rows: Iterable<LabelRow>,
  { clusterColumn = null, clusterOf = () => null }: AgreeOptions,
): Iterable<LabelCell> {
  for (const { unit, annotator, label, cluster } of rows) {
    yield { unit, annotator, label, cluster: clusterColumn === null ? null : (cluster ?? clusterOf(unit)) };
  }
}

function fieldFindings(all: readonly LabelRow[], judged: readonly LabelRow[], field: string): Finding[] {
  if (judged.length > 0 || all.length === 0) return [];
  const fields = [...new Set(all.map((row) => row.field!))];
  const message = `no label of field "${field}"; name another with --field`;
  return [finding('label/no-field', { file: all[0]!.source.file, line: 1 }, message, { field, allowed: fields })];
}

function distanceFor(matrix: LabelMatrix, names: readonly DistanceName[]): Distance {
  const values = matrix.values ?? matrix.categories.map((_, position) => position + 1);
  const wanted = matrix.ordered ? (names[0] ?? 'nominal') : 'nominal';
  return namedDistance(wanted, values) ?? namedDistance('nominal', values)!;
}

function nestedLevels(
  all: readonly LabelRow[],
  stance: LabelMatrix,
  options: AgreeOptions,
  measure: AgreementOptions,
): AgreementReport['levels'] {
  const people = new Set(stance.annotatorIds);
  const scores = settleLabels(
    all.filter((row) => row.field === 'stance_score'),
    {
      ...options,
      duplicates: options.duplicates === undefined || options.duplicates === 'error' ? 'last' : options.duplicates,
    },
  );
  const scoreCells = [...cells(scores.rows, options)].filter(({ annotator }) => people.has(annotator));
  return stanceLevels(stance, scoreCells, measure);
}

/** Test-retest: an annotator's labels of the rounds that do not count against the ones that do. */
function retests(earlier: readonly LabelRow[], settled: readonly LabelRow[]): RetestReport[] {
  return [...new Set(earlier.map(({ annotator }) => annotator))].sort().map((annotator) => {
    const units = new Set(earlier.filter((row) => row.annotator === annotator).map(({ unit }) => unit));
    const own = (row: LabelRow): boolean => row.annotator === annotator && units.has(row.unit);
    const matrix = labelMatrix([
      ...earlier.filter(own).map(({ unit, label }) => ({ unit, label, annotator: 'earlier' })),
      ...settled.filter(own).map(({ unit, label }) => ({ unit, label, annotator: 'later' })),
    ]);
    const [alpha, percent] = agreementResults(matrix, { coefficients: ['krippendorff_alpha', 'percent_agreement'] });
    return {
      annotator_id: annotator,
      units: units.size,
      percent_agreement: percent!.value,
      krippendorff_alpha: alpha!.value,
      reason: alpha!.reason,
    };
  });
}

function inputOf(matrix: LabelMatrix, options: AgreeOptions, field: string | null): AgreementReport['input'] {
  const { files = [], clusterColumn = null } = options;
  const width = matrix.annotatorIds.length;
  let pairable = 0;
  for (let unit = 0; unit < matrix.unitIds.length; unit++) {
    const row = matrix.codes.subarray(unit * width, (unit + 1) * width);
    if (row.filter((code) => code >= 0).length > 1) pairable++;
  }
  return {
    files,
    field,
    units: matrix.unitIds.length,
    pairable_units: pairable,
    annotators: matrix.annotatorIds,
    categories: matrix.categories,
    clusters: matrix.clusters === null ? null : matrix.clusterIds.length,
    cluster_column: matrix.clusters === null ? null : clusterColumn,
  };
}

function emptyReport(
  options: AgreeOptions,
  field: string | null,
  notes: readonly string[],
  findings: readonly Finding[],
): AgreementReport {
  return {
    input: inputOf(labelMatrix([]), options, field),
    options: optionsOf(options),
    group: 'everybody',
    notes: [...(options.notes ?? []), ...notes],
    results: [],
    other_groups: [],
    levels: [],
    pairs: [],
    categories: [],
    annotators: [],
    retest: [],
    disagreeing_units: 0,
    units: [],
    coincidences: [],
    requirements: [],
    threshold: null,
    findings,
  };
}
