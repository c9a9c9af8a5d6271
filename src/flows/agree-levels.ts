import type { AgreementOptions } from '../measures/agreement-jobs.js';
import { agreementResults } from '../measures/agreement-results.js';
import { labelMatrix, orderCategories, type LabelCell, type LabelMatrix } from '../measures/label-matrix.js';
import { recodeLabels, withoutEmpty } from '../measures/select-labels.js';
import type { LevelReport } from '../reports/agreement-report.js';

/** Stance labels that say that no position can be placed: nothing is taken, or its sign can't be told. */
const NO_POSITION = new Set(['none', 'unclear']);

/** What a category means for stance, by its name as written. */
const hasPosition = (category: string): boolean => !NO_POSITION.has(category.toLowerCase());

const POSITION = 'position';
const NO = 'no position';

function report(
  level: LevelReport['level'],
  question: string,
  matrix: LabelMatrix,
  options: AgreementOptions,
): LevelReport {
  const results = agreementResults(withoutEmpty(matrix), options);
  return {
    level,
    question,
    units: results[0]?.units ?? 0,
    pairable_units: results[0]?.pairable_units ?? 0,
    results,
  };
}

/**
 * Stance at its nested levels, each with its own n: is there a position at all (all labels); of what sign (labels that
 * take one); how strong (scores of those units on whose sign everybody agrees, without the sign); and the score as a
 * whole. No figure on the scale stands without the first one: most real disagreement is none against something.
 * `stance` is the matrix of the stance field, `scores` the labels of stance_score, possibly none.
 */
export function stanceLevels(
  stance: LabelMatrix,
  scores: readonly LabelCell[],
  options: AgreementOptions = {},
): LevelReport[] {
  const nominal = {
    ...options,
    coefficients: ['krippendorff_alpha', 'percent_agreement'],
    weights: ['identity'],
    distances: ['nominal'],
  } as const;
  const scale = { ...options, coefficients: ['krippendorff_alpha'], distances: ['ordinal', 'interval'] } as const;
  const positions = recodeLabels(
    stance,
    (category) => (hasPosition(category) ? POSITION : NO),
    orderCategories([POSITION, NO], [NO, POSITION]),
  );
  const signs = recodeLabels(
    stance,
    (category) => (hasPosition(category) ? category : null),
    orderCategories(stance.categories.filter(hasPosition)),
  );
  const levels = [
    report('position', 'is there a position? (none and unclear against the rest)', positions, nominal),
    report('sign', 'of what sign? (labels with a position)', signs, nominal),
  ];
  if (scores.length === 0) return levels;
  return [
    ...levels,
    report(
      'strength',
      'how strong? (units whose scores have one sign, sign left out)',
      labelMatrix(strengths(scores)),
      scale,
    ),
    report('score', 'the score as a whole, sign and strength', labelMatrix(scores), scale),
  ];
}

/** Scores without their sign, of the units all of whose scores lie on one side. */
function strengths(scores: readonly LabelCell[]): LabelCell[] {
  const sides = new Map<string, Set<number>>();
  for (const { unit, label } of scores) {
    const side = Math.sign(Number(label));
    sides.set(unit, (sides.get(unit) ?? new Set<number>()).add(side));
  }
  return scores.flatMap((cell) => {
    const side = sides.get(cell.unit)!;
    const one = side.size === 1 && !side.has(0) && !side.has(Number.NaN);
    return one ? [{ ...cell, label: String(Math.abs(Number(cell.label))) }] : [];
  });
}
