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

/**
 * Puts labels into a matrix. An empty label is a missing one; of two labels for one cell the last one stands, so
 * duplicates have to be settled before. Units appear in the order of their first label; a unit without any label has
 * no row. With at least one cluster named, units without one get a cluster of their own.
 */
export function labelMatrix(cells: Iterable<LabelCell>, { order = [] }: LabelMatrixOptions = {}): LabelMatrix {
  const kept: LabelCell[] = [];
  const units = new Map<string, number>();
  const annotators = new Set<string>();
  const labels = new Set<string>();
  const clusterOf = new Map<string, string>();
  for (const cell of cells) {
    if (cell.label === '') continue;
    kept.push(cell);
    if (!units.has(cell.unit)) units.set(cell.unit, units.size);
    annotators.add(cell.annotator);
    labels.add(cell.label);
    if (cell.cluster !== undefined && cell.cluster !== null) clusterOf.set(cell.unit, cell.cluster);
  }
  const { categories, values, ordered } = orderCategories(labels, order);
  const annotatorIds = [...annotators].sort(compareCodeUnits);
  const annotatorIndex = new Map(annotatorIds.map((id, index) => [id, index]));
  const codeOf = new Map(categories.map((category, code) => [category, code]));
  const size = units.size * annotatorIds.length;
  const codes = (categories.length < 32_768 ? new Int16Array(size) : new Int32Array(size)).fill(-1);
  for (const { unit, annotator, label } of kept) {
    codes[units.get(unit)! * annotatorIds.length + annotatorIndex.get(annotator)!] = codeOf.get(label)!;
  }
  const unitIds = [...units.keys()];
  return { unitIds, annotatorIds, categories, values, ordered, codes, ...clustersOf(unitIds, clusterOf) };
}

function clustersOf(
  unitIds: readonly string[],
  clusterOf: ReadonlyMap<string, string>,
): Pick<LabelMatrix, 'clusters' | 'clusterIds'> {
  if (clusterOf.size === 0) return { clusters: null, clusterIds: [] };
  // A unit without a cluster stands alone; the prefix keeps its id apart from every cluster's.
  const named = unitIds.map((unit) => clusterOf.get(unit) ?? `\u0000${unit}`);
  const clusterIds = [...new Set(named)].sort(compareCodeUnits);
  const index = new Map(clusterIds.map((id, position) => [id, position]));
  return { clusters: Int32Array.from(named, (id) => index.get(id)!), clusterIds };
}
