import { fQuantile } from './f-distribution.js';
import { fTest } from './hypothesis-test.js';
import type { MeanSquares } from './mean-squares.js';
import type { HypothesisTest, Interval } from './result.js';

/** A form of the intraclass correlation: the model of Shrout and Fleiss, for one annotator's rating or the mean of all. */
export interface IccForm {
  /** 1: each unit has annotators of its own; 2: annotators are a sample, absolute agreement; 3: fixed, consistency. */
  readonly model: 1 | 2 | 3;
  readonly average: boolean;
}

/** Below this share of the whole variance a mean square is what rounding left of zero. */
const NOTHING = 1e-14;

/** Agreement over agreement plus disagreement, as its numerator and denominator. */
export function iccParts({ model, average }: IccForm, squares: MeanSquares): readonly [number, number] {
  const { units: n, annotators: k, rows, columns, within, error } = squares;
  const noise = model === 1 ? within : error;
  if (model !== 2) return [rows - noise, average ? rows : rows + (k - 1) * noise];
  if (average) return [rows - error, rows + (columns - error) / n];
  return [rows - error, rows + (k - 1) * error + (k / n) * (columns - error)];
}

/** The test of no agreement beyond chance: F of units over noise. Null where there is no noise at all. */
export function iccTest({ model }: IccForm, squares: MeanSquares): HypothesisTest | null {
  const { units: n, annotators: k, rows, within, error } = squares;
  const noise = model === 1 ? within : error;
  if (noise <= NOTHING * rows) return null;
  return fTest(rows / noise, n - 1, model === 1 ? n * (k - 1) : (n - 1) * (k - 1));
}

/**
 * Limits of the intraclass correlation; empty where there is no noise. For absolute agreement of averages (2,k) two:
 * the limits for one rating stepped up by Spearman and Brown, and, last, those of R irr 0.84.1, which puts the average
 * itself into the degrees of freedom.
 * Source: Shrout and Fleiss (1979), Psychological Bulletin 86, 420-428; McGraw and Wong (1996), table 7.
 */
export function iccIntervals(form: IccForm, squares: MeanSquares, confidence: number): Interval[] {
  const { units: n, annotators: k, rows, within, error } = squares;
  const tail = (1 - confidence) / 2;
  const noise = form.model === 1 ? within : error;
  if (noise <= NOTHING * rows) return [];
  if (form.model === 2) return agreementIntervals(form, squares, tail);
  const df1 = n - 1;
  const df2 = form.model === 1 ? n * (k - 1) : (n - 1) * (k - 1);
  const low = rows / noise / fQuantile(tail, df1, df2);
  const high = (rows / noise) * fQuantile(tail, df2, df1);
  const limit = (f: number): number => (form.average ? 1 - 1 / f : (f - 1) / (f + k - 1));
  return [{ method: 'F', ci: [limit(low), limit(high)], se: null }];
}

function agreementIntervals(form: IccForm, squares: MeanSquares, tail: number): Interval[] {
  const { units: n, annotators: k, rows, columns, error } = squares;
  const at = (value: number): readonly [number, number] => {
    const a = (k * value) / (n * (1 - value));
    const b = 1 + (n - 1) * a;
    const df = (a * columns + b * error) ** 2 / ((a * columns) ** 2 / (k - 1) + (b * error) ** 2 / ((n - 1) * (k - 1)));
    return [fQuantile(tail, n - 1, df), fQuantile(tail, df, n - 1)];
  };
  const [numerator, denominator] = iccParts(form, squares);
  const [fLow, fHigh] = at(numerator / denominator);
  if (form.average) {
    const single = agreementIntervals({ ...form, average: false }, squares, tail)[0]!;
    const stepped = single.ci.map((limit) => (k * limit) / (1 + (k - 1) * limit)) as [number, number];
    const spread = columns - error;
    const ci: [number, number] = [
      (n * (rows - fLow * error)) / (fLow * spread + n * rows),
      (n * (fHigh * rows - error)) / (spread + n * fHigh * rows),
    ];
    return [
      { method: 'F, Spearman-Brown of the limits for one rating', ci: stepped, se: null },
      { method: 'F, degrees of freedom as R irr 0.84.1', ci, se: null },
    ];
  }
  const spread = k * columns + (k * n - k - n) * error;
  const ci: [number, number] = [
    (n * (rows - fLow * error)) / (fLow * spread + n * rows),
    (n * (fHigh * rows - error)) / (spread + n * fHigh * rows),
  ];
  return [{ method: 'F', ci, se: null }];
}
