import { RUMOUREVAL_CLASSES, VAST_CLASSES, XSTANCE_CLASSES, type ClassScheme, type Recoding } from './class-scheme.js';
import { classScores, itemsIn, type ConfusionTables } from './confusion.js';
import { meanF1, occurring } from './macro-f1.js';
import { noScore, score, type ScoreConvention, type ScoreValue } from './score-convention.js';

/** Why a benchmark's scorer cannot be used on gold with labels that it does not know; null where it can. */
function strangeGold(
  { name, classes }: ClassScheme,
  tables: ConfusionTables,
  { found, categories }: Recoding,
): ScoreValue | null {
  const known = classes.map((one) => one.name);
  const strange = classScores(categories, tables.pooled)
    .slice(known.length)
    .find(({ support }) => support > 0);
  if (strange === undefined && found.includes(true)) return null;
  const other = strange === undefined ? '' : `, gold has "${strange.category}"`;
  return noScore(`the classes of ${name} are ${known.join(', ')}${other}; --map brings labels to them`);
}

/**
 * VAST's own figure: the F1 of its three classes summed and divided by three, a class that does not occur counting 0.
 * Its papers print it for all items, zero-shot and few-shot topics: break down by the column that says so.
 * Source: Allaway and McKeown (2020), EMNLP; their evaluation code.
 */
export const vast: ScoreConvention = {
  name: 'vast',
  title: 'mean F1 of pro, con and neutral',
  source: 'Allaway and McKeown (2020), evaluation code',
  rule: 'sum of F1(pro), F1(con) and F1(neutral) over three; 0/0 is 0',
  scheme: VAST_CLASSES,
  compute: (tables, recoding) =>
    strangeGold(VAST_CLASSES, tables, recoding!) ??
    score(meanF1(classScores(tables.categories, tables.pooled).slice(0, 3))),
};

/**
 * x-stance's figures: macro F1 of the classes that occur, one for each test set and language. The scorer has no figure
 * for the whole; the plain mean of its figures stands for it here, and the figures are in `parts`.
 * Source: Vamvas and Sennrich (2020), SwissText; their evaluate.py.
 */
export const xstance: ScoreConvention = {
  name: 'xstance',
  title: 'macro F1 per test set and language, then averaged',
  source: 'Vamvas and Sennrich (2020), evaluate.py',
  rule: 'mean of F1 over the classes that occur, for each test_set and language, then the plain mean of these; without such columns all items are one part',
  scheme: XSTANCE_CLASSES,
  compute(tables, recoding) {
    const strange = strangeGold(XSTANCE_CLASSES, tables, recoding!);
    if (strange !== null) return strange;
    const { perPart } = tables;
    const cells = tables.pooled.length;
    const parts = tables.parts.flatMap((part, i) => {
      const table = perPart.subarray(i * cells, (i + 1) * cells);
      const items = itemsIn(table);
      return items === 0 ? [] : [{ part, items, value: meanF1(occurring(tables, table)), reason: null }];
    });
    const value = parts.reduce((sum, part) => sum + part.value, 0) / parts.length;
    return { ...score(value), ...(tables.parts.length > 1 ? { parts } : {}) };
  },
};

/**
 * RumourEval's main figure for stance (subtask A): macro F1 of support, deny, query and comment. Accuracy is the other.
 * Source: Gorrell et al. (2019), SemEval-2019 Task 7; its performance script (scikit-learn, classes that occur).
 */
export const rumoureval: ScoreConvention = {
  name: 'rumoureval',
  title: 'macro F1 of support, deny, query and comment',
  source: 'Gorrell et al. (2019), SemEval-2019 Task 7',
  rule: 'plain mean of F1 over support, deny, query and comment, those that occur',
  scheme: RUMOUREVAL_CLASSES,
  compute: (tables, recoding) =>
    strangeGold(RUMOUREVAL_CLASSES, tables, recoding!) ?? score(meanF1(occurring(tables, tables.pooled))),
};
