import { isCategoryMatrix, matrixDistance, type CategoryMatrix } from './category-matrix.js';
import { namedDistance, type Distance, type DistanceName } from './distances.js';
import type { LabelMatrix } from './label-matrix.js';
import { isSetDistance, setDistance, type SetDistanceName } from './set-distances.js';

/** A distance as it is asked for: a name or a written matrix. */
export type WantedDistance = DistanceName | SetDistanceName | CategoryMatrix;

/**
 * The distance between the categories of a label matrix; null where it is not defined for them: no numbers and no
 * order, values it cannot take, or a written matrix without one of them.
 */
export function distanceOf(wanted: WantedDistance, matrix: LabelMatrix): Distance | null {
  if (isCategoryMatrix(wanted)) return matrixDistance(wanted, matrix.categories);
  if (isSetDistance(wanted)) return setDistance(wanted, matrix.categories);
  if (!matrix.ordered && matrix.values === null && wanted !== 'nominal') return null;
  return namedDistance(wanted, matrix.values ?? matrix.categories.map((_, position) => position + 1));
}
