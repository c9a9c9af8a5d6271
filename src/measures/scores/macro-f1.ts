import { SEMEVAL_CLASSES } from './class-scheme.js';
import { classScores, type ClassScore, type ConfusionTables } from './confusion.js';
import { noScore, score, type ScoreConvention } from './score-convention.js';

/** The plain mean of F1 over classes; one that does not occur counts 0. */
export function meanF1(classes: readonly ClassScore[]): number {
  return classes.reduce((sum, { f1 }) => sum + (f1 ?? 0), 0) / classes.length;
}

/** The classes in gold or predictions of a table. */
export function occurring({ categories }: ConfusionTables, table: Float64Array): ClassScore[] {
  return classScores(categories, table).filter(({ f1 }) => f1 !== null);
}

/** Mean F1 over every class that occurs. Source: scikit-learn, f1_score(average="macro", zero_division=0). */
export const macro: ScoreConvention = {
  name: 'macro',
  title: 'mean F1 of all classes that occur',
  source: 'scikit-learn f1_score, average="macro"',
  rule: 'plain mean of F1 over the classes in gold or predictions',
  compute: (tables) => score(meanF1(occurring(tables, tables.pooled))),
};

/**
 * Mean F1 of three classes: favor, against and none (by name or through a mapping), or any three there are. Not defined
 * where one of them occurs nowhere: scorers differ about it (0 in VAST's, left out by scikit-learn), so that no value
 * could be compared.
 * Source: Schiller et al. (2021), KI 35, and other benchmarks that score SemEval-2016 with three classes.
 */
export const macro3: ScoreConvention = {
  name: 'macro3',
  title: 'mean F1 of three classes',
  source: 'stance benchmarks with three classes (Schiller et al. 2021 and others)',
  rule: 'plain mean of F1 over favor, against and none, or over the three classes there are',
  scheme: SEMEVAL_CLASSES,
  compute(tables, recoding, original) {
    const byName = recoding!.strangers === 0;
    const used = byName ? tables : original!;
    const count = used.categories.length;
    if (!byName && count !== 3) {
      return noScore(
        `needs three categories, there ${count === 1 ? 'is 1' : `are ${count}`}; --map brings them to FAVOR, AGAINST and NONE`,
      );
    }
    const classes = classScores(used.categories, used.pooled);
    const absent = classes.find(({ f1 }) => f1 === null);
    if (absent === undefined) return score(meanF1(classes));
    return noScore(
      `no item is ${absent.category} in gold or predictions, so its F1 is 0/0; macro has the others' mean`,
    );
  },
};

/** Mean F1 weighted by the classes' support. Source: scikit-learn, f1_score(average="weighted"). */
export const weighted: ScoreConvention = {
  name: 'weighted',
  title: 'F1 weighted by support',
  source: 'scikit-learn f1_score, average="weighted"',
  rule: 'mean of F1 weighted by how often each class is in gold',
  compute({ categories, pooled }) {
    const classes = classScores(categories, pooled);
    const items = classes.reduce((sum, { support }) => sum + support, 0);
    return score(classes.reduce((sum, { support, f1 }) => sum + support * (f1 ?? 0), 0) / items);
  },
};
