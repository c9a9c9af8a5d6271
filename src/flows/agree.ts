import type { AgreementOptions } from '../measures/agreement-jobs.js';
import { agreementResults } from '../measures/agreement-results.js';
import type { Distance } from '../measures/distances.js';
import { labelMatrix, loneUnits, unitCount, type LabelMatrix } from '../measures/label-matrix.js';
import { countUnits } from '../measures/prepared-matrix.js';
import { distanceOf, type WantedDistance } from '../measures/matrix-distance.js';
import type { Result } from '../measures/result.js';
import type { Finding } from '../model/generated.js';
import type { AgreementReport, RequirementReport } from '../reports/agreement-report.js';
import { checkAnnotators } from './agree-annotator-checks.js';
import { kindReports, overlapReport, paradoxReport } from './agree-diagnosis.js';
import { settleTable } from './agree-duplicates.js';
import { fieldFindings, ofField } from './agree-field.js';
import { groupsOf } from './agree-groups.js';
import { checkLabels } from './agree-label-checks.js';
import type { LabelRow } from './agree-label-rows.js';
import { tableOf, type LabelTable } from './agree-label-table.js';
import { stanceLevels } from './agree-levels.js';
import { coefficientsFor, measuring, optionsOf, type AgreeOptions } from './agree-options.js';
import { checkRequirement, parseRequirement, type Requirement } from './agree-requirement.js';
import { retestReports } from './agree-retests.js';
import { tableCells, tableMatrix } from './agree-table-matrix.js';
import { annotatorReports, categoryReports, pairReports } from './agree-tables.js';
import { disagreements } from './agree-units.js';
import { worklist } from './agree-worklist.js';

/**
 * Agreement between annotators, from labels already read:
 *
 *   rows of one field -> checks of labels -> duplicates and rounds settled -> matrix -> checks of annotators
 *     -> people apart from programs -> coefficients, nested levels, tables, work list -> requirements
 *
 * Duplicates that no rule settles give findings and no figure at all. Throws UsageError for names of coefficients,
 * weights, distances, levels and requirements that are not known.
 */
export function agree(rows: LabelTable | Iterable<LabelRow>, options: AgreeOptions = {}): AgreementReport {
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
  const all = tableOf(rows);
  const judged = ofField(all, field, { orNone: true });
  const hasFields = all.field !== null && all.field.codes.subarray(0, all.rows).some((code) => code >= 0);
  const findings = [...(options.findings ?? []), ...fieldFindings(all, judged, field)];
  findings.push(...checkLabels(judged, { allowed: categories ?? (order.length > 0 ? order : null) }));
  const settled = settleTable(judged, options);
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
  const matrix = tableMatrix(settled.table, options);
  findings.push(...checkAnnotators(matrix, judged.rows === 0 ? null : judged.place(0).file));
  const groups = groupsOf(matrix, kinds, { keepCategories: order.length > 0 });
  const [first, ...others] = groups.list;
  const computed = first === undefined ? [] : agreementResults(first.matrix, coefficientsFor(first.matrix, asked));
  const results = primaryFirst(computed, asked.primary);
  const pairs = pairReports(matrix, kinds);
  const distance = distanceFor(matrix, asked.measure.distances);
  const found = disagreements(first?.matrix ?? matrix, distance, worst);
  const categoryTable = categoryReports(first?.matrix ?? matrix);
  const annotatorTable = annotatorReports(matrix, kinds, pairs, distance);
  const input = inputOf(matrix, options, hasFields ? field : null);
  const levels =
    hasFields && field === 'stance' && first !== undefined
      ? nestedLevels(all, first.matrix, options, asked.measure)
      : [];
  return {
    ...emptyReport(options, hasFields ? field : null, groups.notes, findings),
    input,
    group: first?.name ?? 'everybody',
    results,
    other_groups: others.map(({ name, matrix: theirs }) => ({
      group: name,
      annotators: theirs.annotatorIds,
      results: agreementResults(theirs, coefficientsFor(theirs, asked)),
    })),
    levels,
    pairs,
    categories: categoryTable,
    annotators: annotatorTable,
    kinds: kindReports(pairs),
    overlap: overlapReport(
      input,
      pairs,
      annotatorTable.reduce((sum, { labels }) => sum + labels, 0),
    ),
    paradox: paradoxReport(
      results,
      first?.name === 'people' ? pairs.filter((pair) => pair.kinds === 'person-person') : pairs,
      categoryTable,
    ),
    retest: retestReports(settled.earlierRounds, settled.table),
    disagreeing_units: found.disagreeing,
    units: found.units,
    worklist: worklist(found.units),
    coincidences: found.coincidences,
    requirements: required.map((requirement) =>
      results.length === 0 ? withoutFigure(requirement) : checkRequirement(requirement, results),
    ),
    // The project's threshold is on its primary coefficient; another one that was asked for is not held against it.
    threshold: results[0]?.coefficient === asked.primary ? thresholdOf(results[0], options.threshold ?? null) : null,
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

function distanceFor(matrix: LabelMatrix, wanted: readonly WantedDistance[]): Distance {
  return distanceOf(wanted[0] ?? 'nominal', matrix) ?? distanceOf('nominal', matrix)!;
}

function nestedLevels(
  all: LabelTable,
  stance: LabelMatrix,
  options: AgreeOptions,
  measure: AgreementOptions,
): AgreementReport['levels'] {
  const people = new Set(stance.annotatorIds);
  const { duplicates = 'error' } = options;
  const scores = settleTable(ofField(all, 'stance_score', { orNone: false }), {
    ...options,
    duplicates: duplicates === 'error' ? 'last' : duplicates,
  });
  const scoreCells = tableCells(scores.table, options).filter(({ annotator }) => people.has(annotator));
  return stanceLevels(stance, scoreCells, measure);
}

function inputOf(matrix: LabelMatrix, options: AgreeOptions, field: string | null): AgreementReport['input'] {
  const { files = [], clusterColumn = null } = options;
  return {
    files,
    field,
    units: unitCount(matrix),
    pairable_units: countUnits(matrix).pairable,
    annotators: matrix.annotatorIds,
    categories: matrix.categories,
    clusters: matrix.clusters === null ? null : matrix.clusterIds.length,
    units_without_cluster: matrix.clusters === null ? null : loneUnits(matrix),
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
    kinds: [],
    overlap: null,
    paradox: null,
    retest: [],
    disagreeing_units: 0,
    units: [],
    coincidences: [],
    requirements: [],
    threshold: null,
    worklist: [],
    by: null,
    against: null,
    alternative: null,
    findings,
  };
}
