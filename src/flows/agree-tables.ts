import { binarise } from '../measures/binarise.js';
import { cohenKappa } from '../measures/coefficients/cohen-kappa.js';
import { krippendorffAlpha } from '../measures/coefficients/krippendorff-alpha.js';
import { specificAgreement } from '../measures/coefficients/specific-agreement.js';
import { namedDistance, type Distance } from '../measures/distances.js';
import { unitCount, type LabelMatrix } from '../measures/label-matrix.js';
import { marginalHomogeneity } from '../measures/marginal-homogeneity.js';
import { tableParadox } from '../measures/paradox.js';
import { foldUnits, type Sample } from '../measures/patterns.js';
import { selectAnnotators } from '../measures/select-labels.js';
import { unitKinds } from '../measures/unit-kinds.js';
import { namedWeights } from '../measures/weights.js';
import type { AnnotatorReport, CategoryReport, PairReport } from '../reports/agreement-report.js';

/** Above this many annotators leaving one out costs more than it tells. */
const MOST_LEFT_OUT = 50;

/** Kinds of annotators by id: person, model or program. */
export type Kinds = ReadonlyMap<string, string>;

const valuesOf = (matrix: LabelMatrix): ArrayLike<number> => matrix.values ?? matrix.categories.map((_, k) => k + 1);

/** Alpha of a matrix with a distance between its categories. */
function alphaOf(matrix: LabelMatrix, distance: Distance): { value: number | null; reason: string | null } {
  const sample = foldUnits(matrix, { minLabels: 2 });
  const scale = { weights: null, distance, category: null };
  return krippendorffAlpha.compute(sample, scale).agreement(sample.frequency);
}

/** Tables of label pairs, one for each two annotators who met on a unit: categories × categories, first by row. */
function pairTables(matrix: LabelMatrix): Map<number, Float64Array> {
  const width = matrix.annotatorIds.length;
  const size = matrix.categories.length;
  const tables = new Map<number, Float64Array>();
  const here: number[] = [];
  const { codes, frequency } = unitKinds(matrix);
  frequency.forEach((units, kind) => {
    here.length = 0;
    for (let a = 0; a < width; a++) if (codes[kind * width + a]! >= 0) here.push(a);
    for (let i = 0; i < here.length; i++) {
      for (let j = i + 1; j < here.length; j++) {
        const key = here[i]! * width + here[j]!;
        let table = tables.get(key);
        if (table === undefined) tables.set(key, (table = new Float64Array(size * size)));
        table[codes[kind * width + here[i]!]! * size + codes[kind * width + here[j]!]!]! += units;
      }
    }
  });
  return tables;
}

/** A contingency table as a sample: its cells are the patterns. */
function tableSample(table: Float64Array, size: number): Sample {
  const cells = Array.from(table, (_, cell) => cell).filter((cell) => table[cell]! > 0);
  const counts = new Float64Array(cells.length * size);
  cells.forEach((cell, pattern) => {
    counts[pattern * size + Math.floor(cell / size)]!++;
    counts[pattern * size + (cell % size)]!++;
  });
  return {
    categories: size,
    annotators: 2,
    patterns: cells.length,
    counts,
    totals: new Float64Array(cells.length).fill(2),
    frequency: Float64Array.from(cells, (cell) => table[cell]!),
    codes: Int32Array.from(cells.flatMap((cell) => [Math.floor(cell / size), cell % size])),
    patternOfUnit: new Int32Array(0),
  };
}

/** Every two annotators who met: agreement, kappa, alpha and what they confuse most. */
export function pairReports(matrix: LabelMatrix, kinds: Kinds): PairReport[] {
  const size = matrix.categories.length;
  const width = matrix.annotatorIds.length;
  const weights = namedWeights('identity', valuesOf(matrix));
  const distance = namedDistance('nominal', valuesOf(matrix));
  return [...pairTables(matrix)]
    .sort(([a], [b]) => a - b)
    .map(([key, table]) => {
      const annotators = [matrix.annotatorIds[Math.floor(key / width)]!, matrix.annotatorIds[key % width]!] as const;
      const sample = tableSample(table, size);
      const kappa = cohenKappa.compute(sample, { weights, distance: null, category: null }).agreement(sample.frequency);
      const alpha = krippendorffAlpha
        .compute(sample, { weights: null, distance, category: null })
        .agreement(sample.frequency);
      const units = table.reduce((sum, count) => sum + count, 0);
      return {
        annotators,
        kinds: kindsOf(annotators, kinds),
        units,
        percent_agreement: matrix.categories.reduce((sum, _, k) => sum + table[k * (size + 1)]!, 0) / units,
        cohen_kappa: kappa.value,
        krippendorff_alpha: alpha.value,
        ...paradoxOf(table, size),
        marginal_homogeneity: marginalHomogeneity(table, size),
        reason: kappa.reason,
        most_confused: mostConfused(table, matrix.categories),
      };
    });
}

function paradoxOf(
  table: Float64Array,
  size: number,
): Pick<PairReport, 'prevalence_index' | 'bias_index' | 'kappa_max'> {
  const { prevalence_index, bias_index, kappa_max } = tableParadox(table, size);
  return { prevalence_index, bias_index, kappa_max };
}

function kindsOf(annotators: readonly [string, string], kinds: Kinds): string | null {
  const found = annotators.map((id) => kinds.get(id)).map((kind) => (kind === 'model' ? 'program' : kind));
  return found.some((kind) => kind === undefined) ? null : found.sort().join('-');
}

function mostConfused(table: Float64Array, categories: readonly string[]): readonly [string, string, number] | null {
  const size = categories.length;
  let best: readonly [string, string, number] | null = null;
  for (let k = 0; k < size; k++) {
    for (let l = k + 1; l < size; l++) {
      const count = table[k * size + l]! + table[l * size + k]!;
      if (count > (best?.[2] ?? 0)) best = [categories[k]!, categories[l]!, count];
    }
  }
  return best;
}

/** Every category: how common it is, specific agreement, alpha against the rest. */
export function categoryReports(matrix: LabelMatrix): CategoryReport[] {
  const sample = foldUnits(matrix, { minLabels: 2 });
  const width = matrix.annotatorIds.length;
  const { codes, frequency } = unitKinds(matrix);
  const labels = new Float64Array(matrix.categories.length);
  codes.forEach((code, cell) => {
    if (code >= 0) labels[code]! += frequency[Math.floor(cell / width)]!;
  });
  const total = labels.reduce((sum, count) => sum + count, 0);
  return matrix.categories.map((category, code) => {
    const scale = { weights: null, distance: null, category: code };
    const specific = specificAgreement.compute(sample, scale).agreement(sample.frequency);
    const alpha = alphaOf(binarise(matrix, code), namedDistance('nominal', [1, 2])!);
    return {
      category,
      labels: labels[code]!,
      share: total === 0 ? 0 : labels[code]! / total,
      specific_agreement: specific.value,
      krippendorff_alpha: alpha.value,
      reason: specific.reason ?? alpha.reason,
    };
  });
}

/** Every annotator: how much they labelled, how they agree with the others, and alpha of the others without them. */
export function annotatorReports(
  matrix: LabelMatrix,
  kinds: Kinds,
  pairs: readonly PairReport[],
  distance: Distance,
): AnnotatorReport[] {
  const width = matrix.annotatorIds.length;
  const { codes, frequency } = unitKinds(matrix);
  const met = new Map<string, number>();
  const agreed = new Map<string, number>();
  for (const { annotators, units, percent_agreement } of pairs) {
    for (const id of annotators) {
      met.set(id, (met.get(id) ?? 0) + units);
      agreed.set(id, (agreed.get(id) ?? 0) + units * percent_agreement!);
    }
  }
  return matrix.annotatorIds.map((annotator_id, annotator) => {
    let labels = 0;
    let shared = 0;
    frequency.forEach((units, kind) => {
      if (codes[kind * width + annotator]! < 0) return;
      labels += units;
      const row = codes.subarray(kind * width, (kind + 1) * width);
      if (row.some((code, other) => other !== annotator && code >= 0)) shared += units;
    });
    const others = matrix.annotatorIds.flatMap((_, other) => (other === annotator ? [] : [other]));
    const without =
      width < 3 || width > MOST_LEFT_OUT ? null : alphaOf(selectAnnotators(matrix, others), distance).value;
    return {
      annotator_id,
      kind: kinds.get(annotator_id) ?? null,
      labels,
      coverage: labels / unitCount(matrix),
      shared_units: shared,
      agreement_with_others: met.has(annotator_id) ? agreed.get(annotator_id)! / met.get(annotator_id)! : null,
      alpha_without: without,
    };
  });
}
