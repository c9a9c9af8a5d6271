import { findKinds, type UnitKinds } from './unit-kinds.js';

/**
 * Labels as numbers: units × annotators codes of categories. Everything in this room computes from one of these and
 * knows nothing of files or texts.
 */
export interface LabelMatrix {
  readonly unitIds: readonly string[];
  /** In code-unit order, so that no figure depends on the order of rows. */
  readonly annotatorIds: readonly string[];
  /** The category of each code: numbers in rising order, a declared order as declared, else code-unit order. */
  readonly categories: readonly string[];
  /** The categories' numeric values where all of them are numbers, else null. */
  readonly values: Float64Array | null;
  /** Whether the categories' order means something: they are numbers, or their order was declared. */
  readonly ordered: boolean;
  /** units × annotators, unit after unit; −1 where the label is missing. */
  readonly codes: Int16Array | Int32Array;
  /** The cluster (document) of each unit as an index into `clusterIds`; null when clusters are not known. */
  readonly clusters: Int32Array | null;
  readonly clusterIds: readonly string[];
  /** The kinds of units, where they are known without looking at the cells; see `unitKinds`, which everybody calls. */
  readonly kinds?: () => UnitKinds;
  /** The id of one unit, where it can be told without all the others; see `unitIdAt`, which everybody calls. */
  readonly unitId?: (unit: number) => string;
}

/**
 * Labels as codes into lists of names, one row a label; what a large file is read into. Names may be more than the
 * labels use. At most one label for a unit and annotator.
 */
export interface CodedLabels {
  readonly rows: number;
  readonly units: Int32Array;
  readonly annotators: Int32Array;
  readonly labels: Int32Array;
  readonly unitNames: { readonly length: number; name(code: number): string };
  readonly annotatorNames: { readonly length: number; name(code: number): string };
  readonly labelNames: { readonly length: number; name(code: number): string };
  /** The cluster of each unit by its code, null for a unit without one; null where clusters are not known. */
  readonly clusterOf: ((unit: number) => string | null) | null;
}

/** One label: which unit, by whom, what; and the cluster (document) of the unit if it is known. */
export interface LabelCell {
  readonly unit: string;
  readonly annotator: string;
  readonly label: string;
  readonly cluster?: string | null;
}

export interface LabelMatrixOptions {
  /** Declared categories in their order; labels outside of it are appended after them in their own order. */
  readonly order?: readonly string[];
}

/** A unit without a cluster stands alone; the prefix keeps its id apart from every cluster's. */
const ALONE = '\u0000';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Whether a label is written as a number ("3", "-1", "0.5"); an empty label is none. */
export function isNumericLabel(label: string): boolean {
  return NUMBER.test(label);
}

/** Compares two strings by their code units: the same order on every machine and in every language. */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The categories in the order of their codes, with values where all are numbers.
 * `found` are the distinct labels; `order` the declared ones, which all get a code, used or not.
 */
export function orderCategories(
  found: Iterable<string>,
  order: readonly string[] = [],
): { categories: string[]; values: Float64Array | null; ordered: boolean } {
  const declared = new Set(order);
  const rest = [...new Set(found)].filter((label) => !declared.has(label));
  const all = [...declared, ...rest];
  const numeric = all.length > 0 && all.every(isNumericLabel);
  if (numeric && order.length === 0) {
    all.sort((a, b) => Number(a) - Number(b) || compareCodeUnits(a, b));
  } else {
    rest.sort(compareCodeUnits);
    all.splice(declared.size, rest.length, ...rest);
  }
  return {
    categories: all,
    values: numeric ? Float64Array.from(all, Number) : null,
    ordered: numeric || (declared.size > 0 && rest.length === 0),
  };
}

/** How many units a matrix has, without asking for their ids. */
export function unitCount(matrix: LabelMatrix): number {
  const width = matrix.annotatorIds.length;
  return width > 0 && matrix.kinds !== undefined ? matrix.kinds().ofUnit.length : matrix.unitIds.length;
}

/** How many units name no cluster, where others do: each is a cluster of its own. */
export function loneUnits({ clusterIds }: LabelMatrix): number {
  return clusterIds.filter((id) => id.startsWith(ALONE)).length;
}

/** The id of a unit, without asking for all of them. */
export function unitIdAt(matrix: LabelMatrix, unit: number): string {
  return matrix.unitId === undefined ? matrix.unitIds[unit]! : matrix.unitId(unit);
}

/**
 * A matrix whose large parts are made when they are asked for, and kept. `kinds` and `unitId` are not copied along by a
 * spread: a copy with other codes has other kinds.
 */
export function lazyMatrix(
  parts: Omit<LabelMatrix, 'unitIds' | 'codes' | 'kinds' | 'unitId'>,
  lazy: {
    readonly unitIds: () => readonly string[];
    readonly codes: () => LabelMatrix['codes'];
    readonly kinds: () => UnitKinds;
    readonly unitId?: ((unit: number) => string) | undefined;
  },
): LabelMatrix {
  const hidden = { enumerable: false };
  return Object.defineProperties({ ...parts } as LabelMatrix, {
    unitIds: { get: once(lazy.unitIds), enumerable: true },
    codes: { get: once(lazy.codes), enumerable: true },
    kinds: { value: once(lazy.kinds), ...hidden },
    ...(lazy.unitId === undefined ? {} : { unitId: { value: lazy.unitId, ...hidden } }),
  });
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/**
 * Puts labels into a matrix. An empty label is a missing one; of two labels for one cell the last one stands, so
 * duplicates have to be settled before. Units appear in the order of their first label; a unit without any label has
 * no row. With at least one cluster named, units without one get a cluster of their own; of two clusters named for one
 * unit it gets the first in code-unit order.
 */
export function labelMatrix(cells: Iterable<LabelCell>, options: LabelMatrixOptions = {}): LabelMatrix {
  const [units, annotators, labels] = [nameList(), nameList(), nameList()];
  const codes: [number[], number[], number[]] = [[], [], []];
  const clusterOf = new Map<number, string>();
  for (const cell of cells) {
    if (cell.label === '') continue;
    const unit = units.code(cell.unit);
    codes[0].push(unit);
    codes[1].push(annotators.code(cell.annotator));
    codes[2].push(labels.code(cell.label));
    const { cluster } = cell;
    if (cluster === undefined || cluster === null) continue;
    const known = clusterOf.get(unit);
    if (known === undefined || cluster < known) clusterOf.set(unit, cluster);
  }
  const coded: CodedLabels = {
    rows: codes[0].length,
    units: Int32Array.from(codes[0]),
    annotators: Int32Array.from(codes[1]),
    labels: Int32Array.from(codes[2]),
    unitNames: units,
    annotatorNames: annotators,
    labelNames: labels,
    clusterOf: clusterOf.size === 0 ? null : (unit) => clusterOf.get(unit) ?? null,
  };
  return codedMatrix(coded, options);
}

function nameList(): { readonly length: number; name(code: number): string; code(name: string): number } {
  const names: string[] = [];
  const codes = new Map<string, number>();
  return {
    get length() {
      return names.length;
    },
    name: (code) => names[code]!,
    code(name) {
      let code = codes.get(name);
      if (code === undefined) codes.set(name, (code = names.push(name) - 1));
      return code;
    },
  };
}

/** `labelMatrix` of labels that are codes already. */
export function codedMatrix(coded: CodedLabels, { order = [] }: LabelMatrixOptions = {}): LabelMatrix {
  const { rows, units, annotators, labels, unitNames } = coded;
  const empty = Array.from({ length: coded.labelNames.length }, (_, code) => coded.labelNames.name(code)).indexOf('');
  const rowOf = new Int32Array(unitNames.length).fill(-1);
  const annotatorUsed = new Uint8Array(coded.annotatorNames.length);
  const labelUsed = new Uint8Array(coded.labelNames.length);
  let count = 0;
  let inOrder = true;
  for (let row = 0; row < rows; row++) {
    if (labels[row] === empty) continue;
    labelUsed[labels[row]!] = 1;
    annotatorUsed[annotators[row]!] = 1;
    const unit = units[row]!;
    if (rowOf[unit]! >= 0) continue;
    if (unit !== count) inOrder = false;
    rowOf[unit] = count++;
  }
  const { categories, values, ordered } = orderCategories(usedNames(labelUsed, coded.labelNames), order);
  const annotatorIds = usedNames(annotatorUsed, coded.annotatorNames).sort(compareCodeUnits);
  const columnOf = positions(annotatorUsed, coded.annotatorNames, annotatorIds);
  const codeOf = positions(labelUsed, coded.labelNames, categories);
  const width = annotatorIds.length;
  const codes = (categories.length < 32_768 ? new Int16Array(count * width) : new Int32Array(count * width)).fill(-1);
  for (let row = 0; row < rows; row++) {
    const label = codeOf[labels[row]!]!;
    if (label >= 0) codes[rowOf[units[row]!]! * width + columnOf[annotators[row]!]!] = label;
  }
  const codeOfUnit = inOrder ? null : unitCodes(rowOf, count);
  const unitId = (unit: number): string => unitNames.name(codeOfUnit === null ? unit : codeOfUnit[unit]!);
  const clusters = clustersOf(count, coded.clusterOf, (unit) => codeOfUnit?.[unit] ?? unit, unitId);
  const parts = { annotatorIds, categories, values, ordered, ...clusters };
  return lazyMatrix(parts, {
    unitIds: () => Array.from({ length: count }, (_, unit) => unitId(unit)),
    codes: () => codes,
    kinds: () => findKinds(codes, width, categories.length, count),
    unitId,
  });
}

const usedNames = (used: Uint8Array, names: CodedLabels['unitNames']): string[] =>
  Array.from(used, (flag, code) => (flag === 1 ? names.name(code) : null)).filter((name) => name !== null);

/** Where each used code's name stands among the names wanted; −1 for codes that are not used. */
function positions(used: Uint8Array, names: CodedLabels['unitNames'], wanted: readonly string[]): Int32Array {
  const index = new Map(wanted.map((name, position) => [name, position]));
  return Int32Array.from(used, (flag, code) => (flag === 1 ? index.get(names.name(code))! : -1));
}

function unitCodes(rowOf: Int32Array, count: number): Int32Array {
  const codes = new Int32Array(count);
  rowOf.forEach((row, code) => {
    if (row >= 0) codes[row] = code;
  });
  return codes;
}

function clustersOf(
  units: number,
  clusterOf: CodedLabels['clusterOf'],
  codeOf: (unit: number) => number,
  unitId: (unit: number) => string,
): Pick<LabelMatrix, 'clusters' | 'clusterIds'> {
  if (clusterOf === null) return { clusters: null, clusterIds: [] };
  const named = Array.from({ length: units }, (_, unit) => clusterOf(codeOf(unit)) ?? `${ALONE}${unitId(unit)}`);
  const clusterIds = [...new Set(named)].sort(compareCodeUnits);
  const index = new Map(clusterIds.map((id, position) => [id, position]));
  return { clusters: Int32Array.from(named, (id) => index.get(id)!), clusterIds };
}
