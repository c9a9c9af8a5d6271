import type { Distance } from '../measures/distances.js';
import type { LabelMatrix } from '../measures/label-matrix.js';
import { foldUnits } from '../measures/patterns.js';
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
  const found = matrix.unitIds.flatMap((unit_id, unit) => {
    const pattern = sample.patternOfUnit[unit]!;
    return pattern < 0 || own[pattern] === 0 ? [] : [{ unit_id, unit, pattern, share: own[pattern]! / whole }];
  });
  found.sort(
    (a, b) =>
      b.share - a.share ||
      sample.frequency[b.pattern]! - sample.frequency[a.pattern]! ||
      a.pattern - b.pattern ||
      compareText(a.unit_id, b.unit_id),
  );
  const units = found.slice(0, most).map(({ unit_id, unit, share }) => unitReport(matrix, unit_id, unit, share));
  return { disagreeing: found.length, units, coincidences: coincidences(matrix.categories, met) };
}

function unitReport(matrix: LabelMatrix, unit_id: string, unit: number, share: number): UnitReport {
  const width = matrix.annotatorIds.length;
  const labels: Record<string, string> = {};
  matrix.annotatorIds.forEach((annotator, a) => {
    const code = matrix.codes[unit * width + a]!;
    if (code >= 0) labels[annotator] = matrix.categories[code]!;
  });
  return { unit_id, share, confused: [...new Set(Object.values(labels))].sort(compareText), labels };
}

function coincidences(categories: readonly string[], met: Float64Array): AgreementReport['coincidences'] {
  const size = categories.length;
  return categories.flatMap((first, k) =>
    categories.slice(k).map((second, i) => ({ labels: [first, second] as const, count: met[k * size + k + i]! })),
  );
}
