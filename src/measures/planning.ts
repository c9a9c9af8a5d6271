import { pairStatistic } from './pair-statistic.js';
import { normalQuantile } from './normal.js';
import type { Sample } from './patterns.js';
import { namedWeights } from './weights.js';

export interface PlanningOptions {
  /** The share of intervals that are to hold the true value. */
  readonly confidence?: number;
  /** How many units there are at all, if that is known: of a small stock fewer need labels. */
  readonly population?: number | null;
}

/** Fewer units are needed where many of those there are get labelled. Source: Cochran (1977), Sampling Techniques, chapter 4. */
function ofPopulation(units: number, population: number | null): number {
  return population === null ? units : units / (1 + (units - 1) / population);
}

/** Rounding must not turn a whole number into the next one. */
const roundedUp = (units: number): number => Math.max(2, Math.ceil(units - 1e-9));

/**
 * How many units (or clusters) an interval of the given whole width takes, from a pilot of `units` with standard error
 * `se`: the error shrinks with the root of their number. At least 2.
 * Source: Cochran (1977), Sampling Techniques, chapter 4.
 */
export function unitsForWidth(
  { se, units }: { readonly se: number; readonly units: number },
  width: number,
  { confidence = 0.95, population = null }: PlanningOptions = {},
): number {
  const z = normalQuantile((1 + confidence) / 2);
  return roundedUp(ofPopulation(units * ((2 * z * se) / width) ** 2, population));
}

/** The width of the interval that so many units (or clusters) give, from the same pilot. */
export function widthForUnits(
  { se, units }: { readonly se: number; readonly units: number },
  wanted: number,
  { confidence = 0.95, population = null }: PlanningOptions = {},
): number {
  const left = population === null || population <= 1 ? 1 : Math.max(0, (population - wanted) / (population - 1));
  return 2 * normalQuantile((1 + confidence) / 2) * se * Math.sqrt((units / wanted) * left);
}

/**
 * What one unit contributes to the standard error of percent agreement of two annotators, as a pilot of one unit.
 * `agreement` between 0 and 1. Source: the binomial distribution.
 */
export function agreementPilot(agreement: number): { readonly se: number; readonly units: number } {
  return { se: Math.sqrt(agreement * (1 - agreement)), units: 1 };
}

/**
 * The same for a kappa of two annotators who use the categories equally often, expected to be `kappa`, the categories
 * having these shares (they are scaled to 1): of the units a share kappa is labelled alike for a reason, the others
 * independently. Null where a share is not above 0, there are fewer than two, or kappa is not possible with them.
 * Source: the common correlation model of Bloch and Kraemer (1989), Biometrics 45; variance Fleiss, Cohen and Everitt
 * (1969), Psychological Bulletin 72.
 */
export function kappaPilot(
  kappa: number,
  shares: readonly number[],
): { readonly se: number; readonly units: number } | null {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const parts = shares.map((share) => share / total);
  const size = parts.length;
  if (size < 2 || !(kappa <= 1) || parts.some((part) => !(part > 0))) return null;
  // Any number of units will do: the standard error times its root is what one unit contributes.
  const units = 1e6;
  const cells = parts.flatMap((a, k) => parts.map((b, l) => units * ((1 - kappa) * a * b + (k === l ? kappa * a : 0))));
  if (cells.some((cell) => cell < -1e-9)) return null;
  const counts = new Float64Array(cells.length * size);
  cells.forEach((_, cell) => {
    counts[cell * size + Math.floor(cell / size)]!++;
    counts[cell * size + (cell % size)]!++;
  });
  const sample: Sample = {
    categories: size,
    annotators: 2,
    patterns: cells.length,
    counts,
    totals: new Float64Array(cells.length).fill(2),
    frequency: Float64Array.from(cells, (cell) => Math.max(0, cell)),
    codes: Int32Array.from(cells.flatMap((_, cell) => [Math.floor(cell / size), cell % size])),
    patternOfUnit: new Int32Array(0),
  };
  const weights = namedWeights(
    'identity',
    Array.from(parts, (_, k) => k + 1),
  );
  const error = pairStatistic(sample, { weights, distance: null, category: null }, (a, b) => [a, b]).standardError();
  return error === null ? null : { se: error.se * Math.sqrt(units), units: 1 };
}
