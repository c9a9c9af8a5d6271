import type { ConfusionTables } from './confusion.js';

/** A score's value, or null with the reason why there is none. */
export interface ScoreValue {
  readonly value: number | null;
  readonly reason: string | null;
}

/**
 * A named rule for turning gold and predictions into one number. The name is what a paper must say: "macro F1" is not
 * one number in this field. A new one is such an object in its file and a line in `index.ts`.
 */
export interface ScoreConvention {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  /** The rule in words, with what becomes of 0/0. */
  readonly rule: string;
  compute(tables: ConfusionTables): ScoreValue;
}

/** A defined score. */
export const score = (value: number): ScoreValue => ({ value, reason: null });

/** A score that is not defined. */
export const noScore = (reason: string): ScoreValue => ({ value: null, reason });

/** The reason for which every score is undefined. */
export const NO_ITEMS = 'no item has both a gold label and a prediction';
