import {
  agreementPilot,
  kappaPilot,
  unitsForWidth,
  widthForUnits,
  type PlanningOptions,
} from '../measures/planning.js';
import type { Result } from '../measures/result.js';
import type { CoefficientPlan, PlanPoint, PlanReport } from '../reports/plan-report.js';
import { agree } from './agree.js';
import type { LabelRow } from './agree-label-rows.js';
import type { AgreeOptions } from './agree-options.js';

export interface PlanOptions extends PlanningOptions {
  /** Whole widths of the interval that are wanted. */
  readonly widths?: readonly number[];
  /** Numbers of units whose width is asked for. */
  readonly units?: readonly number[];
}

/** What is assumed where there is no pilot. */
export interface Assumptions {
  /** Percent agreement of two annotators. */
  readonly agreement?: number | null;
  /** Kappa of two annotators, with the shares of the categories. */
  readonly kappa?: number | null;
  readonly shares?: readonly number[];
}

const WIDTHS = [0.05, 0.1, 0.15, 0.2];

/** A pilot of fewer units or clusters has a standard error that is itself a guess. */
const FEW_UNITS = 30;
const FEW_CLUSTERS = 10;

interface Pilot {
  readonly se: number;
  readonly units: number;
  readonly clusters: number | null;
}

function points({ se, units, clusters }: Pilot, options: PlanOptions): Pick<CoefficientPlan, 'needed' | 'reached'> {
  const { widths = WIDTHS, units: given = [], population = null } = options;
  const perCluster = clusters === null ? 1 : units / clusters;
  const drawn = clusters ?? units;
  // Of a stock of units only so many clusters can be had.
  const drawing = { ...options, population: population === null ? null : population / perCluster };
  const point = (width: number, count: number): PlanPoint =>
    clusters === null
      ? { width, units: count, clusters: null }
      : { width, units: Math.ceil(count * perCluster), clusters: count };
  return {
    needed: widths.map((width) => point(width, unitsForWidth({ se, units: drawn }, width, drawing))),
    reached: given.map((wanted) => {
      const count = wanted / perCluster;
      const width = widthForUnits({ se, units: drawn }, count, drawing);
      return { width, units: wanted, clusters: clusters === null ? null : Math.round(count) };
    }),
  };
}

function ofResult(
  result: Result,
  clusters: number | null,
  single: Result | undefined,
  options: PlanOptions,
): CoefficientPlan {
  const { coefficient, weights, distance, annotators, value, se, intervals, pairable_units, units, dropped } = result;
  const drawn = intervals.find(({ method }) => method.startsWith('bootstrap'));
  const clustered = drawn?.method.endsWith('by cluster') === true;
  // The formula's error is of independent units; alpha's is the bootstrap's, as its formula leaves out other distances.
  const analytic = !clustered && coefficient !== 'krippendorff_alpha' && se !== null;
  const error = analytic ? se : (drawn?.se ?? se);
  const about = { coefficient, weights, distance, ...(annotators === undefined ? {} : { annotators }), value };
  const inFigure = Object.keys(dropped).length > 0 ? pairable_units : units;
  const none = { needed: [], reached: [], pilot_units: inFigure, pilot_clusters: clusters, design_effect: null };
  if (error === null || error === undefined) {
    const reason = result.reason ?? 'there is no standard error; ask for a bootstrap';
    return { ...about, ...none, se: null, se_method: null, reason };
  }
  const independent = single?.intervals.find(({ method }) => method.startsWith('bootstrap'))?.se ?? null;
  if (error === 0) {
    const reason = 'the pilot has no spread at all: it says nothing about how many units are needed';
    return { ...about, ...none, se: 0, se_method: drawn?.method ?? 'analytic', reason };
  }
  const pilot = { se: error, units: pairable_units, clusters: clustered ? clusters : null };
  return {
    ...about,
    se: error,
    se_method: analytic ? 'analytic' : (drawn?.method ?? 'analytic'),
    pilot_units: pairable_units,
    pilot_clusters: pilot.clusters,
    design_effect: clustered && independent !== null && independent > 0 ? (error / independent) ** 2 : null,
    ...points(pilot, options),
    reason: null,
  };
}

/**
 * How many units an interval of the wanted width takes, from a pilot's labels: standard errors shrink with the root of
 * the number of units (analytic ones of kappa and its kin, the bootstrap's of alpha), or of clusters where these are
 * known, whose likeness inside makes more units necessary (the design effect). Units are those with two or more labels.
 */
export function planFromPilot(
  rows: readonly LabelRow[],
  agreeOptions: AgreeOptions,
  options: PlanOptions = {},
): PlanReport {
  const report = agree(rows, { ...agreeOptions, interval: 'percentile' });
  const { clusters } = report.input;
  const alone = clusters === null ? null : agree(rows, { ...agreeOptions, clusterColumn: null });
  const same = (a: Result, b: Result): boolean =>
    a.coefficient === b.coefficient &&
    a.weights === b.weights &&
    a.distance === b.distance &&
    a.category === b.category &&
    a.annotators?.join('\u001f') === b.annotators?.join('\u001f');
  const notes = [...report.notes];
  if (report.input.pairable_units < FEW_UNITS) {
    notes.push(
      `the pilot has only ${report.input.pairable_units} units with two labels: the numbers are a rough guess`,
    );
  }
  if (clusters !== null && clusters < FEW_CLUSTERS) {
    notes.push(`the pilot has only ${clusters} clusters: the numbers are a rough guess`);
  }
  return {
    input: report.input,
    options: { ...report.options, ...printedOptions(options) },
    notes,
    plans: report.results
      .filter(({ category }) => category === undefined)
      .map((result) =>
        ofResult(
          result,
          clusters,
          alone?.results.find((one) => same(one, result)),
          options,
        ),
      ),
    findings: report.findings,
  };
}

/** The same without a pilot, from an assumed percent agreement or kappa of two annotators. */
export function planFromAssumptions(assumptions: Assumptions, options: PlanOptions = {}): PlanReport {
  const { agreement = null, kappa = null, shares = [0.5, 0.5] } = assumptions;
  const plan = (coefficient: string, value: number, pilot: { readonly se: number; readonly units: number } | null) => ({
    coefficient,
    weights: 'identity',
    distance: null,
    value,
    se: null,
    se_method: pilot === null ? null : 'from the assumed value, two annotators',
    pilot_units: null,
    pilot_clusters: null,
    design_effect: null,
    ...(pilot === null ? { needed: [], reached: [] } : points({ ...pilot, clusters: null }, options)),
    reason: pilot === null ? 'no table of labels has this kappa with these shares' : null,
  });
  return {
    input: null,
    options: { agreement, kappa, shares: kappa === null ? null : shares, ...printedOptions(options) },
    notes: ['without a pilot: units are taken as independent; where they come from few documents more are needed'],
    plans: [
      ...(agreement === null ? [] : [plan('percent_agreement', agreement, agreementPilot(agreement))]),
      ...(kappa === null ? [] : [plan('cohen_kappa', kappa, kappaPilot(kappa, shares))]),
    ],
    findings: [],
  };
}

function printedOptions({ widths = WIDTHS, units = [], confidence = 0.95, population = null }: PlanOptions) {
  return { widths, units, confidence, population };
}
