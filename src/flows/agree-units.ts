import type { Distance } from '../measures/distances.js';
import { unitIdAt, type LabelMatrix } from '../measures/label-matrix.js';
import { foldUnits, type Sample } from '../measures/patterns.js';
import { unitKinds } from '../measures/unit-kinds.js';
import { compareText } from '../model/findings.js';
import type { AgreementReport, UnitReport } from '../reports/agreement-report.js';

/** The work list: units whose labels differ, the worst first, with the pair of labels that is confused. */
export interface Disagreements {
  readonly disagreeing: number;
  readonly units: readonly UnitReport[];
  readonly coincidences: AgreementReport['coincidences'];
}

/**
 * Units by their share of the observed disagreement (in the given distance), at most `most` of them; of equal ones
 * those with the commoner confusion first, so that the same question is decided in one go. And the coincidences: how
 * often two labels met, each unit counting as much as its labels.
 */
export function disagreements(matrix: LabelMatrix, distance: Distance, most = 100): Disagreements {
  const sample = foldUnits(matrix, { minLabels: 2 });
  const size = matrix.categories.length;
  const totals = new Float64Array(size);
  const met = new Float64Array(size * size);
  sample.frequency.forEach((units, pattern) => {
    const counts = sample.counts.subarray(pattern * size, (pattern + 1) * size);
    counts.forEach((here, k) => {
      totals[k]! += units * here;
      counts.forEach((there, l) => {
        met[k * size + l]! += (units * here * (there - (k === l ? 1 : 0))) / (sample.totals[pattern]! - 1);
      });
    });
  });
  const distances = distance.matrix(totals);
  const own = sample.totals.map((labels, pattern) => {
    let sum = 0;
    for (let k = 0; k < size; k++) {
      for (let l = 0; l < size; l++) {
        sum += sample.counts[pattern * size + k]! * sample.counts[pattern * size + l]! * distances[k * size + l]!;
      }
    }
    return sum / (labels - 1);
  });
  const whole = own.reduce((sum, part, pattern) => sum + part * sample.frequency[pattern]!, 0);
  const order = Array.from(own.keys()).filter((pattern) => own[pattern]! > 0);
  order.sort((a, b) => own[b]! / whole - own[a]! / whole || sample.frequency[b]! - sample.frequency[a]! || a - b);
  const disagreeing = order.reduce((sum, pattern) => sum + sample.frequency[pattern]!, 0);
  const listed = firstUnits(matrix, sample, order, most);
  const units = listed.map(({ unit, pattern }) => unitReport(matrix, unit, own[pattern]! / whole));
  return { disagreeing, units, coincidences: coincidences(matrix.categories, met) };
}

interface ListedUnit {
  readonly unit: number;
  readonly pattern: number;
}

/** The first `most` units in the order of their patterns, those of one pattern by their ids. */
function firstUnits(matrix: LabelMatrix, sample: Sample, order: readonly number[], most: number): ListedUnit[] {
  const lists = new Array<FirstIds | undefined>(sample.patterns).fill(undefined);
  let room = most;
  for (const pattern of order) {
    if (room <= 0) break;
    lists[pattern] = firstIds(room);
    room -= sample.frequency[pattern]!;
  }
  const patterns = most > 0 ? sample.patternOfUnit : new Int32Array(0);
  for (let unit = 0; unit < patterns.length; unit++) {
    if (patterns[unit]! >= 0) lists[patterns[unit]!]?.add(unitIdAt(matrix, unit), unit);
  }
  return order.flatMap((pattern) => lists[pattern]?.units().map((unit) => ({ unit, pattern })) ?? []);
}

/** Collects units and keeps those with the first ids, so that a long list is never sorted whole. */
interface FirstIds {
  add(id: string, unit: number): void;
  units(): number[];
}

function firstIds(most: number): FirstIds {
  const kept: { readonly id: string; readonly unit: number }[] = [];
  let bound: string | null = null;
  const trim = (): void => {
    kept.sort((a, b) => compareText(a.id, b.id));
    if (kept.length > most) kept.length = most;
    if (kept.length === most) bound = kept.at(-1)!.id;
  };
  return {
    add(id, unit) {
      if (bound !== null && id >= bound) return;
      kept.push({ id, unit });
      if (kept.length >= 2 * most + 16) trim();
    },
    units() {
      trim();
      return kept.map(({ unit }) => unit);
    },
  };
}

function unitReport(matrix: LabelMatrix, unit: number, share: number): UnitReport {
  const width = matrix.annotatorIds.length;
  const { codes, ofUnit } = unitKinds(matrix);
  const labels: Record<string, string> = {};
  matrix.annotatorIds.forEach((annotator, a) => {
    const code = codes[ofUnit[unit]! * width + a]!;
    if (code >= 0) labels[annotator] = matrix.categories[code]!;
  });
  const confused = [...new Set(Object.values(labels))].sort(compareText);
  return { unit_id: unitIdAt(matrix, unit), share, confused, labels };
}

function coincidences(categories: readonly string[], met: Float64Array): AgreementReport['coincidences'] {
  const size = categories.length;
  return categories.flatMap((first, k) =>
    categories.slice(k).map((second, i) => ({ labels: [first, second] as const, count: met[k * size + k + i]! })),
  );
}
