import { readFileSync } from 'node:fs';
import { labelMatrix, type LabelCell, type LabelMatrix } from '../../src/measures/label-matrix.js';

/** One expected figure of a configuration in agreement-baselines.json. */
export interface Baseline {
  readonly coef: string;
  readonly value: number;
  readonly peers: readonly string[];
  readonly pair?: readonly [string, string];
  readonly category?: number;
  readonly se?: number;
  readonly ci95?: readonly [number, number];
}

export interface BaselineConfig {
  readonly id: string;
  readonly generator_args: string;
  readonly csv_sha256: string;
  readonly units_present: number;
  readonly units_with_2_or_more: number;
  readonly expected: readonly Baseline[];
}

export interface Baselines {
  readonly configs: readonly BaselineConfig[];
  readonly benchmark_files: readonly {
    readonly generator_args: string;
    readonly csv_sha256: string;
    readonly krippendorff_alpha_nominal: number;
    readonly krippendorff_alpha_ordinal: number;
  }[];
}

export interface ReferenceFigure {
  readonly measure?: string;
  readonly value?: number | Readonly<Record<string, number>> | readonly number[];
  readonly tolerance?: number;
  readonly metric?: string;
  readonly weights?: string;
  readonly se?: number;
  readonly ci95?: string | readonly [number, number];
  readonly p_two_sided?: number;
  readonly irrCAC_1_4?: { readonly se: number; readonly p_one_sided: number };
  readonly z?: unknown;
  /** F test of the intraclass correlation, chi-square test of Kendall's W. */
  readonly F?: number;
  readonly df?: readonly number[];
  readonly chisq?: number;
  readonly p?: number;
  readonly q?: number;
  readonly categories?: readonly number[];
  readonly first_row?: readonly number[];
  readonly matrix?: readonly (readonly number[])[];
}

type Cell = string | number | null;

export interface ReferenceEntry {
  readonly id: string;
  readonly source: string;
  readonly input: {
    readonly format: string;
    readonly categories?: readonly (string | number)[];
    readonly rows?: readonly (readonly Cell[])[];
    readonly table?: readonly (readonly number[])[];
    readonly counts?: readonly (readonly number[])[];
  };
  readonly expected: readonly ReferenceFigure[];
  readonly recomputed?: Readonly<Record<string, unknown>>;
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

export const readBaselines = (): Baselines => read('agreement-baselines.json') as Baselines;

export const readReferences = (): readonly ReferenceEntry[] =>
  (read('agreement-reference.json') as { entries: readonly ReferenceEntry[] }).entries;

/** The labels of a long-format CSV without quotes, as the generator writes it. */
export function cellsOf(csv: string): LabelCell[] {
  return csv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [unit, annotator, label] = line.split(',');
      return { unit: unit!, annotator: annotator!, label: label! };
    });
}

/** The labels of a published example, whatever form it is printed in. */
export function referenceMatrix(entry: ReferenceEntry): LabelMatrix {
  const { format, categories = [], rows = [], table = [], counts = [] } = entry.input;
  const name = (index: number): string => String(categories[index] ?? index + 1);
  const cells: LabelCell[] = [];
  const push = (unit: number, annotator: number, label: Cell | undefined): void => {
    if (label === null || label === undefined) return;
    cells.push({ unit: `u${unit}`, annotator: `a${String(annotator).padStart(2, '0')}`, label: String(label) });
  };
  if (format === 'units_x_coders') rows.forEach((row, unit) => row.forEach((label, a) => push(unit, a, label)));
  if (format === 'coders_x_units') rows.forEach((row, a) => row.forEach((label, unit) => push(unit, a, label)));
  if (format === 'units_x_category_counts') {
    counts.forEach((row, unit) => {
      let annotator = 0;
      row.forEach((count, k) => {
        for (let i = 0; i < count; i++) push(unit, annotator++, name(k));
      });
    });
  }
  if (format === 'contingency_table') {
    let unit = 0;
    table.forEach((row, k) =>
      row.forEach((count, l) => {
        for (let i = 0; i < count; i++, unit++) {
          push(unit, 0, name(k));
          push(unit, 1, name(l));
        }
      }),
    );
  }
  const words = categories.some((category) => typeof category === 'string');
  const order = counts.length > 0 ? counts[0]!.map((_, k) => name(k)) : words ? categories.map(String) : [];
  return labelMatrix(cells, { order });
}
