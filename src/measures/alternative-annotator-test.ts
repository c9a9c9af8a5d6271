import type { LabelMatrix } from './label-matrix.js';
import { logStudentTail } from './student-t.js';

/** The comparison with one human annotator, who is left out in turn. */
export interface AlternativeComparison {
  readonly annotator_id: string;
  /** Units that this annotator, the alternative and at least one other human labelled. */
  readonly units: number;
  /** Share of units on which the alternative is at least as close to the remaining humans as this annotator. */
  readonly advantage_probability: number;
  /** Share on which this annotator is at least as close as the alternative. */
  readonly human_advantage_probability: number;
  /** One-sided, of the hypothesis that the annotator's advantage is epsilon or more; null where it is exactly epsilon throughout. */
  readonly p_value: number | null;
  /** Whether the hypothesis is rejected under the false discovery rate: the alternative wins. */
  readonly rejected: boolean;
}

export interface AlternativeTest {
  readonly annotator: string;
  /** Share of humans whom the alternative beats, epsilon granted; null with a reason. */
  readonly winning_rate: number | null;
  /** Mean over humans of `advantage_probability`. */
  readonly advantage_probability: number | null;
  /** Whether the winning rate is at least one half. */
  readonly passed: boolean | null;
  readonly epsilon: number;
  readonly q: number;
  readonly score: AlternativeScore;
  readonly humans: readonly AlternativeComparison[];
  /** Humans with too few units to be compared, with their units. */
  readonly skipped: readonly { readonly annotator_id: string; readonly units: number }[];
  readonly reason: string | null;
  readonly convention: string;
}

/** How close a label is to others': how many are equal, or the root mean squared difference of numbers. */
export type AlternativeScore = 'accuracy' | 'neg_rmse';

export interface AlternativeTestOptions {
  /** What the alternative is granted for being cheaper: 0.2 against experts, 0.15 skilled, 0.1 crowd. */
  readonly epsilon?: number;
  /** The false discovery rate. */
  readonly q?: number;
  readonly minHumansPerUnit?: number;
  readonly minUnitsPerHuman?: number;
  /** `neg_rmse` needs labels that are numbers. */
  readonly score?: AlternativeScore;
}

const CONVENTION =
  'Calderon, Reichart and Dror (2025): each human left out in turn, one-sided t test of the difference against epsilon, Benjamini-Yekutieli; passed from a winning rate of 0.5';

/**
 * The alternative annotator test: whether a model's (or anybody's) labels may stand in for human ones. For every human in
 * turn, the model's and that human's labels are compared, unit by unit, with the labels of the remaining humans.
 * `alternative` and `humans` are positions in the matrix's annotators. Null with a reason where no human has enough units.
 * Source: Calderon, Reichart and Dror (2025), ACL, "The Alternative Annotator Test for LLM-as-a-Judge", section 3.
 */
export function alternativeAnnotatorTest(
  matrix: LabelMatrix,
  alternative: number,
  humans: readonly number[],
  options: AlternativeTestOptions = {},
): AlternativeTest {
  const { epsilon = 0.2, q = 0.05, minHumansPerUnit = 2, minUnitsPerHuman = 30, score = 'accuracy' } = options;
  const about = { annotator: matrix.annotatorIds[alternative]!, epsilon, q, score, convention: CONVENTION };
  const none = (reason: string, skipped: AlternativeTest['skipped'] = []): AlternativeTest => ({
    ...about,
    winning_rate: null,
    advantage_probability: null,
    passed: null,
    humans: [],
    skipped,
    reason,
  });
  if (humans.length < 2) return none('needs at least two human annotators beside the alternative');
  if (score === 'neg_rmse' && matrix.values === null) return none('the labels are no numbers');
  const width = matrix.annotatorIds.length;
  const wins = humans.map(() => ({ alternative: 0, human: 0, units: 0, differences: [0, 0, 0] }));
  const distance = distanceTo(matrix, score);
  for (let unit = 0; unit < matrix.unitIds.length; unit++) {
    const row = matrix.codes.subarray(unit * width, (unit + 1) * width);
    if (row[alternative]! < 0) continue;
    const present = humans.filter((human) => row[human]! >= 0);
    if (present.length < Math.max(2, minHumansPerUnit)) continue;
    humans.forEach((human, h) => {
      if (row[human]! < 0) return;
      const others = present.filter((other) => other !== human).map((other) => row[other]!);
      const theirs = distance(row[human]!, others);
      const its = distance(row[alternative]!, others);
      const tally = wins[h]!;
      tally.units++;
      if (its <= theirs) tally.alternative++;
      if (theirs <= its) tally.human++;
      tally.differences[its < theirs ? 0 : its === theirs ? 1 : 2]!++;
    });
  }
  const skipped = humans.flatMap((human, h) =>
    wins[h]!.units < minUnitsPerHuman ? [{ annotator_id: matrix.annotatorIds[human]!, units: wins[h]!.units }] : [],
  );
  const compared = humans.flatMap((human, h) => {
    const { units, alternative: its, human: theirs, differences } = wins[h]!;
    if (units < minUnitsPerHuman || units === 0) return [];
    return [
      {
        annotator_id: matrix.annotatorIds[human]!,
        units,
        advantage_probability: its / units,
        human_advantage_probability: theirs / units,
        p_value: lowerTail(differences, units, epsilon),
      },
    ];
  });
  if (compared.length === 0) return none(`no human shares ${minUnitsPerHuman} units with the others`, skipped);
  const rejected = benjaminiYekutieli(
    compared.map(({ p_value }) => p_value ?? 1),
    q,
  );
  const winning = rejected.filter(Boolean).length / compared.length;
  return {
    ...about,
    winning_rate: winning,
    advantage_probability:
      compared.reduce((sum, { advantage_probability }) => sum + advantage_probability, 0) / compared.length,
    passed: winning >= 0.5,
    humans: compared.map((one, i) => ({ ...one, rejected: rejected[i]! })),
    skipped,
    reason: null,
  };
}

/** How far a label is from others: in the order that the score puts them, so that nothing is lost to a root. */
function distanceTo(
  matrix: LabelMatrix,
  score: AlternativeScore,
): (label: number, others: readonly number[]) => number {
  if (score === 'accuracy') return (label, others) => others.filter((other) => other !== label).length;
  const values = matrix.values!;
  return (label, others) => others.reduce((sum, other) => sum + (values[label]! - values[other]!) ** 2, 0);
}

/**
 * P(T <= t) of the mean of differences of −1, 0 and 1 (so many of each) against epsilon, n − 1 degrees of freedom. Where
 * all differences are the same the mean decides: 0 below epsilon, 1 above, null at it.
 */
function lowerTail([below, , above]: readonly number[], units: number, epsilon: number): number | null {
  const mean = (above! - below!) / units;
  const squares = below! + above! - units * mean * mean;
  if (units < 2) return null;
  if (squares <= 1e-12) return mean < epsilon ? 0 : mean > epsilon ? 1 : null;
  const t = (mean - epsilon) / Math.sqrt(squares / (units - 1) / units);
  const tail = Math.exp(logStudentTail(Math.abs(t), units - 1));
  return t <= 0 ? tail : 1 - tail;
}

/**
 * Which hypotheses are rejected at the false discovery rate `q` under any dependence between them.
 * Source: Benjamini and Yekutieli (2001), Annals of Statistics 29, theorem 1.3.
 */
export function benjaminiYekutieli(pValues: readonly number[], q: number): boolean[] {
  const size = pValues.length;
  const harmonic = pValues.reduce((sum, _, i) => sum + 1 / (i + 1), 0);
  const order = pValues.map((_, i) => i).sort((a, b) => pValues[a]! - pValues[b]! || a - b);
  let last = -1;
  order.forEach((hypothesis, rank) => {
    if (pValues[hypothesis]! <= ((rank + 1) / size) * (q / harmonic)) last = rank;
  });
  const rejected = new Set(order.slice(0, last + 1));
  return pValues.map((_, i) => rejected.has(i));
}
