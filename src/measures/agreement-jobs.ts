import { isCategoryMatrix, matrixDistance, matrixWeights, type CategoryMatrix } from './category-matrix.js';
import type { Coefficient, Scale } from './coefficient.js';
import { DISTANCE_NAMES, namedDistance, type Distance, type DistanceName } from './distances.js';
import type { LabelMatrix } from './label-matrix.js';
import type { Result } from './result.js';
import { isSetDistance, setDistance, type SetDistanceName } from './set-distances.js';
import { namedWeights, type WeightName, type Weights } from './weights.js';

/** What is to be computed, and how; everything has a default. */
export interface AgreementOptions {
  /** Coefficients by name, or objects of one's own; all that are known by default. */
  readonly coefficients?: readonly (string | Coefficient)[];
  /** Weights by name, matrices over the matrix's categories, or written matrices of their own categories. */
  readonly weights?: readonly (WeightName | Weights | CategoryMatrix)[];
  /** Distances for alpha, by name, as objects or as written matrices. */
  readonly distances?: readonly (DistanceName | SetDistanceName | Distance | CategoryMatrix)[];
  /** Bootstrap replicates; 0 for none. */
  readonly bootstrap?: number;
  readonly seed?: number;
  /** Draw whole clusters where the matrix knows them. */
  readonly byCluster?: boolean;
  readonly confidence?: number;
  /** The bootstrap interval to report; with `bca` the percentile one stands beside it. */
  readonly interval?: 'percentile' | 'bca';
}

/** The level of measurement that named weights stand for. */
const WEIGHT_LEVELS: Readonly<Record<string, string>> = {
  identity: 'nominal',
  ordinal: 'ordinal',
  quadratic: 'interval',
  ratio: 'ratio',
};

/** One coefficient with one weighting or distance. */
export interface Job {
  readonly coefficient: Coefficient;
  readonly names: Pick<Result, 'weights' | 'distance' | 'level'>;
  /** Null where the categories don't allow the weights or the distance. */
  readonly scale: Scale | null;
  /** Why there is no scale, where that is not for lack of numbers or of an order. */
  readonly reason?: string;
}

const DISTANCE_LEVELS = new Set<string>(DISTANCE_NAMES.slice(0, 4));

/** A coefficient with every weighting or distance asked for, whether or not the categories allow it. */
export function agreementJobs(coefficient: Coefficient, matrix: LabelMatrix, options: AgreementOptions): Job[] {
  const { weights = ['identity'], distances = ['nominal'] } = options;
  const values = matrix.values ?? matrix.categories.map((_, position) => position + 1);
  const comparable = matrix.ordered || matrix.values !== null;
  if (coefficient.scale === 'values') {
    const names = { weights: null, distance: null, level: coefficient.level ?? null };
    return [
      { coefficient, names, scale: comparable ? { weights: null, distance: null, category: null, values } : null },
    ];
  }
  if (coefficient.scale === 'distance') {
    return distances.map((wanted) => {
      if (isCategoryMatrix(wanted)) {
        const distance = matrixDistance(wanted, matrix.categories);
        return written(coefficient, { weights: null, distance: wanted.name, level: null }, { weights: null, distance });
      }
      if (typeof wanted === 'string' && isSetDistance(wanted)) {
        const distance = setDistance(wanted, matrix.categories);
        return written(coefficient, { weights: null, distance: wanted, level: null }, { weights: null, distance });
      }
      const name = typeof wanted === 'string' ? wanted : wanted.name;
      const allowed = comparable || name === 'nominal' || typeof wanted !== 'string';
      const distance = typeof wanted !== 'string' ? wanted : allowed ? namedDistance(wanted, values) : null;
      const level = distance?.level ?? (DISTANCE_LEVELS.has(name) ? name : null);
      const scale = distance === null ? null : { weights: null, distance, category: null };
      return { coefficient, names: { weights: null, distance: name, level }, scale };
    });
  }
  const wantedWeights = coefficient.scale === 'none' ? (['identity'] as const) : weights;
  return wantedWeights.map((wanted) => {
    if (isCategoryMatrix(wanted)) {
      const weights = matrixWeights(wanted, matrix.categories);
      return written(coefficient, { weights: wanted.name, distance: null, level: null }, { weights, distance: null });
    }
    const name = typeof wanted === 'string' ? wanted : wanted.name;
    const allowed = comparable || name === 'identity';
    const found = typeof wanted !== 'string' ? wanted : allowed ? namedWeights(wanted, values) : null;
    const scale = found === null ? null : { weights: found, distance: null, category: null };
    return { coefficient, names: { weights: name, distance: null, level: WEIGHT_LEVELS[name] ?? null }, scale };
  });
}

/** A job whose scale does not ask for numbers or an order, only that it knows the categories. */
function written(coefficient: Coefficient, names: Job['names'], found: Pick<Scale, 'weights' | 'distance'>): Job {
  if (found.weights !== null || found.distance !== null) {
    return { coefficient, names, scale: { ...found, category: null } };
  }
  return { coefficient, names, scale: null, reason: 'the matrix lacks a category that occurs' };
}
