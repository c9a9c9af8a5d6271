import type { ClassScheme, Recoding } from './class-scheme.js';
import type { ConfusionTables } from './confusion.js';

/** The score of one part of the items, for conventions that score parts one by one. */
export interface ScorePart {
  readonly part: string;
  readonly items: number;
  readonly value: number | null;
  readonly reason: string | null;
}

/** A score's value, or null with the reason why there is none. */
export interface ScoreValue {
  readonly value: number | null;
  readonly reason: string | null;
  /** Items that do not enter the score, by the reason. */
  readonly dropped?: Readonly<Record<string, number>>;
  readonly parts?: readonly ScorePart[];
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
  /** Whether a lower figure is the better one; higher is better otherwise. */
  readonly lowerIsBetter?: boolean;
  /** The classes the rule is about; the tables then come recoded into them. */
  readonly scheme?: ClassScheme;
  /** `recoding` says how, `original` are the tables before; both only for conventions with a scheme. */
  compute(tables: ConfusionTables, recoding?: Recoding | null, original?: ConfusionTables): ScoreValue;
}

/** A defined score. */
export const score = (value: number): ScoreValue => ({ value, reason: null });

/** A score that is not defined. */
export const noScore = (reason: string): ScoreValue => ({ value: null, reason });

/** The reason for which every score is undefined. */
export const NO_ITEMS = 'no item has both a gold label and a prediction';
