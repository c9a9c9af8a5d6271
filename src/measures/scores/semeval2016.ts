import { SEMEVAL_CLASSES, type Recoding } from './class-scheme.js';
import { f1At } from './confusion.js';
import { noScore, score, type ScoreConvention } from './score-convention.js';

/** Mean F1 of favor and against in the table that begins at `from`; 0/0 counts 0, as in the scorer. */
function favorAgainst(tables: Float64Array, size: number, from = 0): number {
  return ((f1At(tables, size, 0, from) ?? 0) + (f1At(tables, size, 1, from) ?? 0)) / 2;
}

const NO_CLASSES = 'there is no category "favor" or "against"; --map names what stands for them';

/** Whether the labels are the scheme's at all: favor or against among them, or nothing else than none. */
const applies = ({ found, strangers }: Recoding): boolean => found[0]! || found[1]! || strangers === 0;

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
  scheme: SEMEVAL_CLASSES,
  compute: (tables, recoding) =>
    applies(recoding!) ? score(favorAgainst(tables.pooled, tables.categories.length)) : noScore(NO_CLASSES),
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
  scheme: SEMEVAL_CLASSES,
  compute(tables, recoding) {
    if (!applies(recoding!)) return noScore(NO_CLASSES);
    const { perTarget, categories } = tables;
    const cells = categories.length ** 2;
    let sum = 0;
    let targets = 0;
    for (let from = 0; from < perTarget.length; from += cells) {
      let cell = from;
      while (cell < from + cells && perTarget[cell] === 0) cell++;
      if (cell === from + cells) continue;
      sum += favorAgainst(perTarget, categories.length, from);
      targets++;
    }
    return score(sum / targets);
  },
};
