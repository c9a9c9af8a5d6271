import { agreementResults } from '../measures/agreement-results.js';
import {
  alternativeAnnotatorTest,
  type AlternativeTest,
  type AlternativeTestOptions,
} from '../measures/alternative-annotator-test.js';
import { selectAnnotators, withoutEmpty } from '../measures/select-labels.js';
import type { Result } from '../measures/result.js';
import { UsageError } from '../model/errors.js';
import type { AlternativeReport } from '../reports/agreement-report.js';
import { unknownName } from '../text/unknown-name.js';
import { settleTable } from './agree-duplicates.js';
import { ofField } from './agree-field.js';
import type { LabelRow } from './agree-label-rows.js';
import { tableOf, type LabelTable } from './agree-label-table.js';
import { measuring, type AgreeOptions } from './agree-options.js';
import { tableMatrix } from './agree-table-matrix.js';

/**
 * The alternative annotator test of one annotator, beside how reliable the humans are whom it is held against. Humans are
 * the annotators known as persons; where kinds are not known, everybody else who is no model or program. Throws
 * UsageError for an annotator without labels.
 */
export function agreeAlternative(
  labels: LabelTable | Iterable<LabelRow>,
  annotator: string,
  test: AlternativeTestOptions = {},
  options: AgreeOptions = {},
): AlternativeReport {
  const { field = 'stance', kinds = new Map(), order = [] } = options;
  const table = tableOf(labels);
  const settled = settleTable(ofField(table, field, { orNone: true }), options);
  const matrix = tableMatrix(settled.table, options);
  const ids = matrix.annotatorIds;
  const alternative = ids.indexOf(annotator);
  if (alternative < 0) {
    throw new UsageError(unknownName('--alternative: there are no labels by', annotator, ids, { list: false }));
  }
  const others = ids.flatMap((_, a) => (a === alternative ? [] : [a]));
  const people = others.filter((a) => kinds.get(ids[a]!) === 'person');
  const humans = people.length > 0 ? people : others.filter((a) => kinds.get(ids[a]!) === undefined);
  const { measure, primary } = measuring(options);
  const own = withoutEmpty(selectAnnotators(matrix, humans), { keepCategories: order.length > 0 });
  const [reliability = null] = agreementResults(own, { ...measure, coefficients: [primary] });
  const found = settled.unsettled
    ? undecided(alternativeAnnotatorTest(matrix, alternative, [], test))
    : alternativeAnnotatorTest(matrix, alternative, humans, test);
  return {
    ...found,
    reliability: settled.unsettled ? null : reliability,
    sentence: sentenceOn(found, reliability, people.length === 0),
  };
}

const undecided = (found: AlternativeTest): AlternativeTest => ({
  ...found,
  reason: 'an annotator labelled a unit twice; see the findings',
});

function sentenceOn(found: AlternativeTest, reliability: Result | null, assumed: boolean): string {
  const { annotator, winning_rate, advantage_probability, humans, epsilon, passed, reason } = found;
  if (winning_rate === null) return `The test of ${annotator} is not defined: ${reason}.`;
  const won = humans.filter(({ rejected }) => rejected).length;
  const verdict = passed ? 'may stand in for a human here' : 'may not stand in for a human here';
  const among =
    reliability?.value === null || reliability === null
      ? ''
      : `; among the humans ${reliability.coefficient} is ${reliability.value.toFixed(3)}`;
  return (
    `${annotator} beats ${won} of ${humans.length} humans (winning rate ${winning_rate.toFixed(2)}, ` +
    `advantage probability ${(advantage_probability ?? 0).toFixed(2)}) at epsilon ${epsilon}: it ${verdict}${among}${assumed ? ' (annotators of unknown kind are taken for humans)' : ''}.`
  );
}
