import { lazyMatrix, unitIdAt, type LabelMatrix } from './label-matrix.js';
import { unitKinds, type UnitKinds } from './unit-kinds.js';

/**
 * A matrix with the same units and other codes. Cells are computed from the kinds of units, and only for those who ask
 * for them: `parts` is what else changes, `recode` turns the codes of kinds into the new ones.
 */
function recoded(
  matrix: LabelMatrix,
  parts: Partial<Pick<LabelMatrix, 'annotatorIds' | 'categories' | 'values' | 'ordered'>>,
  recode: (codes: Int32Array) => Int32Array,
): LabelMatrix {
  const { annotatorIds, categories, values, ordered, clusters, clusterIds } = matrix;
  const changed = { annotatorIds, categories, values, ordered, clusters, clusterIds, ...parts };
  let found: UnitKinds | null = null;
  const kinds = (): UnitKinds => {
    if (found === null) {
      const { codes, frequency, ofUnit } = unitKinds(matrix);
      found = { codes: recode(codes), frequency, ofUnit };
    }
    return found;
  };
  return lazyMatrix(changed, {
    unitIds: () => matrix.unitIds,
    codes: () => spread(kinds(), changed.annotatorIds.length, changed.categories.length),
    kinds,
    unitId: (unit) => unitIdAt(matrix, unit),
  });
}

/** units × annotators codes from those of kinds. */
function spread({ codes, ofUnit }: UnitKinds, width: number, categories: number): Int16Array | Int32Array {
  const size = ofUnit.length * width;
  const cells = categories < 32_768 ? new Int16Array(size) : new Int32Array(size);
  for (let unit = 0, cell = 0; unit < ofUnit.length; unit++) {
    const from = ofUnit[unit]! * width;
    for (let a = 0; a < width; a++) cells[cell++] = codes[from + a]!;
  }
  return cells;
}

/**
 * The matrix of some annotators only (indices into `annotatorIds`, kept in the order given): for pairs, for people
 * apart from programs, for leave-one-out. Units keep their rows, also those left without a label.
 */
export function selectAnnotators(matrix: LabelMatrix, annotators: readonly number[]): LabelMatrix {
  const width = matrix.annotatorIds.length;
  const annotatorIds = annotators.map((a) => matrix.annotatorIds[a]!);
  return recoded(matrix, { annotatorIds }, (codes) => {
    const kinds = width === 0 ? 0 : codes.length / width;
    const selected = new Int32Array(kinds * annotators.length);
    for (let kind = 0, cell = 0; kind < kinds; kind++) {
      for (const a of annotators) selected[cell++] = codes[kind * width + a]!;
    }
    return selected;
  });
}

/** The matrix of some units only (indices into `unitIds`): for figures broken down by a column. */
export function selectUnits(matrix: LabelMatrix, units: readonly number[]): LabelMatrix {
  const width = matrix.annotatorIds.length;
  const codes = sameKind(matrix.codes, units.length * width);
  units.forEach((unit, row) => {
    codes.set(matrix.codes.subarray(unit * width, (unit + 1) * width), row * width);
  });
  const clusters = matrix.clusters === null ? null : Int32Array.from(units, (unit) => matrix.clusters![unit]!);
  return { ...matrix, unitIds: units.map((unit) => matrix.unitIds[unit]!), codes, clusters };
}

/**
 * Only the annotators who labelled something and the categories in use: after a selection or recoding, an annotator
 * without labels would count as one, and an unused category would widen the domain. `keepCategories` leaves a
 * declared domain alone.
 */
export function withoutEmpty(matrix: LabelMatrix, { keepCategories = false } = {}): LabelMatrix {
  const width = matrix.annotatorIds.length;
  const labelled = new Array<boolean>(width).fill(false);
  const used = new Array<boolean>(matrix.categories.length).fill(keepCategories);
  unitKinds(matrix).codes.forEach((code, cell) => {
    if (code < 0) return;
    labelled[cell % width] = true;
    used[code] = true;
  });
  const categories = matrix.categories.filter((_, code) => used[code]);
  const annotators = labelled.flatMap((isUsed, a) => (isUsed ? [a] : []));
  const selected = annotators.length === width ? matrix : selectAnnotators(matrix, annotators);
  if (categories.length === matrix.categories.length) return selected;
  let next = 0;
  const newCode = used.map((isUsed) => (isUsed ? next++ : -1));
  const values = matrix.values?.filter((_, code) => used[code]) ?? null;
  return recoded(selected, { categories, values }, (codes) => codes.map((code) => (code < 0 ? -1 : newCode[code]!)));
}

/**
 * The same labels under other categories: `rename` gives the new category of each old one, or null to take its labels
 * out. With `order` the new categories' order is declared; numbers have theirs.
 */
export function recodeLabels(
  matrix: LabelMatrix,
  rename: (category: string) => string | null,
  categories: { categories: readonly string[]; values: Float64Array | null; ordered: boolean },
): LabelMatrix {
  const codeOf = new Map(categories.categories.map((category, code) => [category, code]));
  const newCode = matrix.categories.map((category) => {
    const renamed = rename(category);
    return renamed === null ? -1 : (codeOf.get(renamed) ?? -1);
  });
  return recoded(matrix, categories, (codes) => codes.map((code) => (code < 0 ? -1 : newCode[code]!)));
}

function sameKind(codes: Int16Array | Int32Array, length: number): Int16Array | Int32Array {
  return codes instanceof Int16Array ? new Int16Array(length) : new Int32Array(length);
}
