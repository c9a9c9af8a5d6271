import type { ReliabilityBin } from '../measures/scores/calibration.js';
import type { ScoreDifference } from '../measures/scores/compare-systems.js';
import type { ClassScore } from '../measures/scores/confusion.js';
import type { McNemar } from '../measures/scores/mcnemar.js';
import type { ScoreResult } from '../measures/scores/score-results.js';
import type { Finding } from '../model/generated.js';
import type { InputFile } from './agreement-report.js';

/** Scores on the items of one group: of a target, a speaker, a quote type. */
export interface GroupReport {
  /** What the items have in the column; "" for those that have nothing there. */
  readonly value: string;
  readonly items: number;
  readonly scores: readonly ScoreResult[];
  /** With the support of each class. */
  readonly classes: readonly ClassScore[];
}

/** Scores by what items have in one column. */
export interface BreakdownReport {
  readonly by: string;
  readonly groups: readonly GroupReport[];
}

/** Predicted probabilities against gold's distributions and labels. */
export interface SoftReport {
  readonly items: number;
  readonly categories: readonly string[];
  readonly predictions: 'probabilities' | 'labels, taken as certain';
  /** Manhattan, JSD, cross-entropy, squared distance; empty without gold distributions. */
  readonly distributions: readonly ScoreResult[];
  /** The least that the cross-entropy can be, in nats. */
  readonly gold_entropy: number | null;
  /** Calibration error and Brier score against gold labels; empty without probabilities. */
  readonly calibration: readonly ScoreResult[];
  readonly reliability: readonly ReliabilityBin[];
  /** How often the system's label differs from an annotator's; null without their labels. */
  readonly annotator_error: { readonly value: number | null; readonly judgements: number } | null;
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
  readonly breakdowns: readonly BreakdownReport[];
  readonly soft: SoftReport | null;
}

/** A difference with its test. */
export interface ComparedScore extends ScoreDifference {
  /** Of the randomization test, by cluster where clusters are known. */
  readonly p_value: number | null;
  /** Adjusted for all comparisons of the report by Benjamini and Hochberg's rule. */
  readonly q_value: number | null;
}

/** Two systems in each group of a column. */
export interface ComparedBreakdown {
  readonly by: string;
  readonly groups: readonly {
    readonly value: string;
    readonly items: number;
    readonly mcnemar: McNemar;
    /** McNemar's exact p-value, adjusted for the groups of the column. */
    readonly q_value: number | null;
  }[];
}

/** Two systems on the same items. */
export interface ComparisonReport {
  readonly systems: readonly [string, string];
  /** Items that both have. */
  readonly items: number;
  /** Whether the order is decided, in one sentence. */
  readonly verdict: string;
  /** How many p-values the adjusted ones are adjusted for. */
  readonly compared: number;
  readonly mcnemar: McNemar;
  readonly differences: readonly ComparedScore[];
  readonly breakdowns: readonly ComparedBreakdown[];
}

/** Annotators against the majority of the others. */
export interface CeilingReport {
  readonly group: string;
  readonly annotators: readonly string[];
  readonly note: string | null;
  readonly items: number;
  /** Judgements that have a majority of others to be held against. */
  readonly judgements: number;
  /** Judgements left out because the others tie. */
  readonly ties: number;
  /** Judgements left out because nobody else judged the item. */
  readonly alone: number;
  readonly scores: readonly ScoreResult[];
  readonly by_annotator: readonly {
    readonly annotator_id: string;
    readonly judgements: number;
    readonly scores: readonly ScoreResult[];
  }[];
}

/** Everything `score` finds out. */
export interface ScoreReport {
  readonly input: {
    readonly gold: InputFile;
    readonly predictions: readonly InputFile[];
    readonly labels: readonly InputFile[];
    /** Items with a gold label. */
    readonly items: number;
    /** The categories of gold. */
    readonly categories: readonly string[];
    readonly clusters: number | null;
  };
  readonly options: Readonly<Record<string, unknown>>;
  /** What has to be said before any number. */
  readonly notes: readonly string[];
  readonly systems: readonly SystemReport[];
  /** Null without raw labels. */
  readonly ceiling: CeilingReport | null;
  /** Every two systems on the items that both have. */
  readonly comparisons: readonly ComparisonReport[];
  readonly findings: readonly Finding[];
}
