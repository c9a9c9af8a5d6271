import type { AgreementOptions } from '../measures/agreement-jobs.js';
import type { CategoryMatrix } from '../measures/category-matrix.js';
import { COEFFICIENTS } from '../measures/coefficients/index.js';
import { DISTANCE_NAMES } from '../measures/distances.js';
import type { LabelMatrix } from '../measures/label-matrix.js';
import type { WantedDistance } from '../measures/matrix-distance.js';
import { SET_DISTANCE_NAMES } from '../measures/set-distances.js';
import { WEIGHT_NAMES, type WeightName } from '../measures/weights.js';
import { UsageError } from '../model/errors.js';
import type { Finding } from '../model/generated.js';
import type { InputFile } from '../reports/agreement-report.js';
import { unknownName } from '../text/unknown-name.js';
import type { DuplicateRule, RoundRule } from './agree-duplicates.js';
import type { Kinds } from './agree-tables.js';

/** How agreement is computed; everything has a default. */
export interface AgreeOptions {
  /** The field that is judged, in files that have a field column. */
  readonly field?: string;
  /** Coefficients by name; `all` stands for every one. */
  readonly coefficients?: readonly string[];
  /** Levels of measurement; each brings its distance and weights. */
  readonly levels?: readonly string[];
  /** Weights and distances instead of the levels' ones, by name or as written matrices; `all` stands for every name. */
  readonly weights?: readonly (string | CategoryMatrix)[] | null;
  readonly distances?: readonly (string | CategoryMatrix)[] | null;
  /** The categories in their order. */
  readonly order?: readonly string[];
  /** The categories of the codebook; labels outside are findings. Null where there is none. */
  readonly categories?: readonly string[] | null;
  readonly duplicates?: DuplicateRule;
  readonly rounds?: RoundRule;
  readonly bootstrap?: number;
  readonly seed?: number;
  /** The bootstrap interval that is reported; with `bca` the percentile one stands beside it in `intervals`. */
  readonly interval?: 'percentile' | 'bca';
  /** What the clusters are, for the report; null where units are drawn. */
  readonly clusterColumn?: string | null;
  /** The cluster of a unit, where the labels don't say it. */
  readonly clusterOf?: (unit: string) => string | null;
  readonly kinds?: Kinds;
  readonly requirements?: readonly string[];
  /** The project's own threshold on the lower limit of the primary coefficient; null where it has none. */
  readonly threshold?: number | null;
  /** Which of the coefficients is reported first. */
  readonly primary?: string;
  /** At most so many units in the work list. */
  readonly worst?: number;
  readonly files?: readonly InputFile[];
  readonly notes?: readonly string[];
  /** Findings of reading, printed with the others. */
  readonly findings?: readonly Finding[];
}

/** What is computed where nothing is asked for; Cohen's kappa joins for two annotators. */
const USUAL = ['krippendorff_alpha', 'percent_agreement', 'gwet_ac1', 'fleiss_kappa'];

const LEVEL_WEIGHTS: Readonly<Record<string, WeightName>> = {
  nominal: 'identity',
  ordinal: 'ordinal',
  interval: 'quadratic',
  ratio: 'ratio',
};

/** The options as the measures take them. */
export interface Measuring {
  readonly measure: AgreementOptions & { readonly distances: readonly WantedDistance[] };
  /** Null for the usual ones. */
  readonly names: readonly string[] | null;
  readonly primary: string;
}

/**
 * Checks every name and turns levels into distances and weights. Throws UsageError, with the nearest known name, for a
 * name that is not known.
 */
export function measuring(options: AgreeOptions): Measuring {
  const { levels = ['nominal'], coefficients = [], bootstrap = 1000, seed = 1, clusterColumn = null } = options;
  const names = known(
    coefficients,
    COEFFICIENTS.map(({ name }) => name),
    'coefficient',
  );
  const chosen = known(levels, Object.keys(LEVEL_WEIGHTS), 'level');
  const weights = knownOrMatrix(
    options.weights ?? chosen.map((level) => LEVEL_WEIGHTS[level]!),
    WEIGHT_NAMES,
    'weights',
  );
  const distances = knownOrMatrix(options.distances ?? chosen, [...DISTANCE_NAMES, ...SET_DISTANCE_NAMES], 'distance');
  return {
    measure: {
      weights: weights as (WeightName | CategoryMatrix)[],
      distances: distances as WantedDistance[],
      bootstrap,
      seed,
      interval: options.interval ?? 'percentile',
      byCluster: clusterColumn !== null,
    },
    names: names.length > 0 ? names : null,
    primary: options.primary ?? 'krippendorff_alpha',
  };
}

function known(wanted: readonly string[], names: readonly string[], what: string): string[] {
  if (wanted.includes('all')) return [...names];
  for (const name of wanted) {
    if (names.includes(name)) continue;
    throw new UsageError(unknownName(`unknown ${what}`, name, names));
  }
  return [...new Set(wanted)];
}

/** The same for a list in which written matrices stand beside names: they are what they are. */
function knownOrMatrix(
  wanted: readonly (string | CategoryMatrix)[],
  names: readonly string[],
  what: string,
): (string | CategoryMatrix)[] {
  const matrices = wanted.filter((one) => typeof one !== 'string');
  return [
    ...known(
      wanted.filter((one) => typeof one === 'string'),
      names,
      what,
    ),
    ...matrices,
  ];
}

/** The measures' options for one matrix: the coefficients asked for, or the usual ones with the primary first. */
export function coefficientsFor(matrix: LabelMatrix, { names, measure, primary }: Measuring): AgreementOptions {
  const usual = [...new Set([primary, ...USUAL, ...(matrix.annotatorIds.length === 2 ? ['cohen_kappa'] : [])])];
  return { ...measure, coefficients: names ?? usual };
}

/** The options as printed: what decides about a figure, by the names of the command line. */
export function optionsOf(options: AgreeOptions): Readonly<Record<string, unknown>> {
  const {
    field = 'stance',
    levels = ['nominal'],
    weights = null,
    distances = null,
    order = [],
    duplicates = 'error',
  } = options;
  const { rounds = 'last', bootstrap = 1000, seed = 1, clusterColumn = null } = options;
  const named = (list: readonly (string | CategoryMatrix)[] | null): string[] | null =>
    list?.map((one) => (typeof one === 'string' ? one : one.name)) ?? null;
  return {
    field,
    level: levels,
    weights: named(weights),
    distance: named(distances),
    order,
    duplicates,
    round: rounds,
    bootstrap,
    seed,
    interval: options.interval ?? 'percentile',
    cluster: clusterColumn,
    annotators: 'fixed',
  };
}
