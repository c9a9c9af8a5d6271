import type { LabelMatrix } from './label-matrix.js';

/**
 * The matrix of some annotators only (indices into `annotatorIds`, kept in the order given): for pairs, for people
 * apart from programs, for leave-one-out. Units keep their rows, also those left without a label.
 */
export function selectAnnotators(matrix: LabelMatrix, annotators: readonly number[]): LabelMatrix {
  const width = matrix.annotatorIds.length;
  const units = matrix.unitIds.length;
  const codes = sameKind(matrix.codes, units * annotators.length);
  for (let unit = 0; unit < units; unit++) {
    for (let a = 0; a < annotators.length; a++) {
      codes[unit * annotators.length + a] = matrix.codes[unit * width + annotators[a]!]!;
    }
  }
  return { ...matrix, annotatorIds: annotators.map((a) => matrix.annotatorIds[a]!), codes };
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
  matrix.codes.forEach((code, cell) => {
    if (code < 0) return;
    labelled[cell % width] = true;
    used[code] = true;
  });
  const categories = matrix.categories.filter((_, code) => used[code]);
  let next = 0;
  const recoded = used.map((isUsed) => (isUsed ? next++ : -1));
  const annotators = labelled.flatMap((isUsed, a) => (isUsed ? [a] : []));
  const selected = annotators.length === width ? matrix : selectAnnotators(matrix, annotators);
  if (categories.length === matrix.categories.length) return selected;
  const codes = sameKind(selected.codes, selected.codes.length);
  selected.codes.forEach((code, cell) => {
    codes[cell] = code < 0 ? -1 : recoded[code]!;
  });
  return { ...selected, categories, values: matrix.values?.filter((_, code) => used[code]) ?? null, codes };
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
  const codes = sameKind(matrix.codes, matrix.codes.length);
  matrix.codes.forEach((code, cell) => {
    codes[cell] = code < 0 ? -1 : newCode[code]!;
  });
  return { ...matrix, ...categories, codes };
}

function sameKind(codes: Int16Array | Int32Array, length: number): Int16Array | Int32Array {
  return codes instanceof Int16Array ? new Int16Array(length) : new Int32Array(length);
}
