import { classScore, itemsIn, type ConfusionTables } from './confusion.js';
import { NO_ITEMS, noScore, score, type ScoreConvention } from './score-convention.js';

/** The codes of the two classes that the score is about, whatever their case; null where there is none. */
function stanceClasses(categories: readonly string[]): readonly [number, number] | null {
  const find = (...names: string[]): number =>
    categories.findIndex((category) => names.includes(category.toLowerCase()));
  const favor = find('favor', 'favour');
  const against = find('against');
  return favor < 0 && against < 0 ? null : [favor, against];
}

/** Mean F1 of favor and against in one table; a class that does not occur counts 0, as in the scorer. */
function favorAgainst({ categories }: ConfusionTables, table: Float64Array): number | null {
  const classes = stanceClasses(categories);
  if (classes === null) return null;
  const f1 = (code: number): number => (code < 0 ? 0 : (classScore(categories, table, code).f1 ?? 0));
  return (f1(classes[0]) + f1(classes[1])) / 2;
}

const NO_CLASSES = 'there is no category "favor" or "against"';

/**
 * The official score of SemEval-2016 Task 6: all targets pooled; the third class counts only through the precision and
 * recall of the other two.
 * Source: Mohammad et al. (2016), SemEval-2016 Task 6; its evaluation script.
 */
export const semeval2016: ScoreConvention = {
  name: 'semeval2016',
  title: 'mean F1 of favor and against, pooled',
  source: 'Mohammad et al. (2016), SemEval-2016 Task 6',
  rule: 'mean of F1(favor) and F1(against) over all targets pooled; 0/0 is 0',
  compute(tables) {
    if (itemsIn(tables.pooled) === 0) return noScore(NO_ITEMS);
    const value = favorAgainst(tables, tables.pooled);
    return value === null ? noScore(NO_CLASSES) : score(value);
  },
};

/**
 * The same score per target, then averaged: common in papers, and another number.
 * Source: as semeval2016; the averaging is that of the papers that report per target.
 */
export const semeval2016PerTarget: ScoreConvention = {
  name: 'semeval2016-per-target',
  title: 'mean F1 of favor and against per target, then averaged',
  source: 'common in papers after Mohammad et al. (2016)',
  rule: 'mean of F1(favor) and F1(against) for each target, then the plain mean over targets; 0/0 is 0',
  compute(tables) {
    if (itemsIn(tables.pooled) === 0) return noScore(NO_ITEMS);
    const used = tables.perTarget.filter((table) => itemsIn(table) > 0);
    let sum = 0;
    for (const table of used) {
      const value = favorAgainst(tables, table);
      if (value === null) return noScore(NO_CLASSES);
      sum += value;
    }
    return score(sum / used.length);
  },
};
