import type { ScoreDifference, McNemar } from '../measures/scores/compare-systems.js';
import type { ClassScore } from '../measures/scores/confusion.js';
import type { ScoreResult } from '../measures/scores/score-results.js';
import type { Finding } from '../model/generated.js';
import type { InputFile } from './agreement-report.js';

/** Scores on the items of one target. */
export interface TargetReport {
  readonly target: string;
  readonly items: number;
  readonly scores: readonly ScoreResult[];
  readonly classes: readonly ClassScore[];
}

/** One system's predictions against gold. */
export interface SystemReport {
  readonly system: string;
  /** Items with a gold label and a prediction of this system. */
  readonly items: number;
  /** The categories of gold and of this system. */
  readonly categories: readonly string[];
  readonly scores: readonly ScoreResult[];
  readonly classes: readonly ClassScore[];
  /** Gold by row, predictions by column, in the order of `categories`. */
  readonly confusion: readonly (readonly number[])[];
  readonly targets: readonly TargetReport[];
}

/** Everything `score` finds out. */
export interface ScoreReport {
  readonly input: {
    readonly gold: InputFile;
    readonly predictions: readonly InputFile[];
    /** Items with a gold label. */
    readonly items: number;
    /** The categories of gold. */
    readonly categories: readonly string[];
    readonly clusters: number | null;
  };
  readonly options: Readonly<Record<string, unknown>>;
  readonly systems: readonly SystemReport[];
  /** The first two systems on the same items; null with one system. */
  readonly comparison: {
    readonly systems: readonly [string, string];
    /** Items that both have. */
    readonly items: number;
    readonly mcnemar: McNemar;
    readonly differences: readonly ScoreDifference[];
  } | null;
  readonly findings: readonly Finding[];
}
