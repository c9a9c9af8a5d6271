import { REASONS, undefinedAgreement, type Coefficient, type Scale, type Statistic } from '../coefficient.js';
import { chiSquareTest } from '../hypothesis-test.js';
import type { Sample } from '../patterns.js';

interface Ranking {
  readonly units: number;
  /** Σ (R − mean R)² over units, R being the sum of a unit's ranks. */
  readonly spread: number;
  /** Σ (t³ − t) over every annotator's groups of tied units. */
  readonly ties: number;
}

/** Ranks each annotator's labels over the complete units; a category is one group of ties. Null without two units. */
function rankUnits(sample: Sample, frequency: Float64Array, values: ArrayLike<number>): Ranking | null {
  const { annotators, categories, codes, totals } = sample;
  const order = Array.from({ length: categories }, (_, k) => k).sort((a, b) => values[a]! - values[b]!);
  const complete = Array.from(totals, (_, pattern) => pattern).filter(
    (pattern) => totals[pattern] === annotators && frequency[pattern]! > 0,
  );
  const units = complete.reduce((sum, pattern) => sum + frequency[pattern]!, 0);
  if (units < 2) return null;
  const rankSums = new Float64Array(totals.length);
  let ties = 0;
  for (let a = 0; a < annotators; a++) {
    const tied = new Float64Array(categories);
    for (const pattern of complete) tied[codes[pattern * annotators + a]!]! += frequency[pattern]!;
    const rank = new Float64Array(categories);
    let below = 0;
    for (let at = 0; at < order.length;) {
      // Categories of the same value ("2" and "2.0") are one group.
      let end = at;
      let size = 0;
      while (end < order.length && values[order[end]!] === values[order[at]!]) size += tied[order[end++]!]!;
      for (let i = at; i < end; i++) rank[order[i]!] = below + (size + 1) / 2;
      ties += size ** 3 - size;
      below += size;
      at = end;
    }
    for (const pattern of complete) rankSums[pattern]! += rank[codes[pattern * annotators + a]!]!;
  }
  const mean = (annotators * (units + 1)) / 2;
  const spread = complete.reduce((sum, pattern) => sum + frequency[pattern]! * (rankSums[pattern]! - mean) ** 2, 0);
  return { units, spread, ties };
}

function statistic(corrected: boolean, sample: Sample, { values = [] }: Scale): Statistic {
  const m = sample.annotators;
  const concordance = (frequency: Float64Array): { units: number; value: number | null } | null => {
    const ranking = rankUnits(sample, frequency, values);
    if (ranking === null) return null;
    const { units, spread, ties } = ranking;
    const largest = m ** 2 * (units ** 3 - units) - m * ties;
    const range = corrected ? largest : m ** 2 * (units ** 3 - units);
    return { units, value: largest > 0 ? (12 * spread) / range : null };
  };
  return {
    agreement(frequency) {
      const found = concordance(frequency);
      if (found === null) return undefinedAgreement(REASONS.incomplete);
      if (found.value === null) return undefinedAgreement('every annotator gave all units the same rank');
      return { value: found.value, observed: null, expected: null, reason: null };
    },
    standardError: () => null,
    ownInference() {
      const { units, value } = concordance(sample.frequency)!;
      return { intervals: [], test: chiSquareTest(m * (units - 1) * value!, units - 1) };
    },
  };
}

function kendall(name: string, title: string, corrected: boolean): Coefficient {
  return {
    name,
    title,
    source: 'Kendall and Babington Smith (1939); R irr 0.84.1, kendall',
    annotators: [2, Infinity],
    per: 'matrix',
    missing: false,
    basis: 'rows',
    minLabels: 1,
    scale: 'values',
    level: 'ordinal',
    convention:
      `over the units that everybody labelled; ties have the mean of their ranks, ` +
      `${corrected ? 'corrected for' : 'not corrected for'}; chi-square test with n-1 degrees of freedom`,
    compute: (sample, scale) => statistic(corrected, sample, scale),
  };
}

/**
 * Kendall's W, corrected for ties: concordance of the annotators' rankings of the units, from 0 to 1.
 * Source: Kendall and Babington Smith (1939), Annals of Mathematical Statistics 10; ties as R irr 0.84.1, kendall.
 */
export const kendallW = kendall('kendall_w', "Kendall's W", true);

/** Kendall's W without the correction for ties, as older publications print it. Source: as `kendallW`. */
export const kendallWUncorrected = kendall('kendall_w_uncorrected', "Kendall's W, ties not corrected", false);
