import { finding } from '../model/findings.js';
import type { Adjudication, Codebook, Finding, Label } from '../model/generated.js';
import { placeOf, type StatementRow } from './dataset.js';
import { scoreFits } from './resolve-score.js';
import { signOf } from './statement-fields.js';

/**
 * Scores of one statement that contradict a stance: an annotator's own pair (a warning: the score is left out), and an
 * adjudicated score against the stance that was resolved (an error: two decisions exclude each other). `row` is the
 * resolved statement, null where there is none.
 */
export function* checkScores(
  codebook: Codebook,
  labels: readonly Label[],
  adjudication: readonly Adjudication[],
  row: Pick<StatementRow, 'stance'> | null,
): Iterable<Finding> {
  const cell = (label: Label): string => JSON.stringify([label.annotator_id, label.batch_id, label.round]);
  const stances = new Map(
    labels.filter((label) => label.field === 'stance').map((label) => [cell(label), label.value]),
  );
  for (const label of labels) {
    const stance = label.field === 'stance_score' ? stances.get(cell(label)) : undefined;
    if (stance === undefined || scoreFits(Number(label.value), signOf(codebook, stance))) continue;
    yield contradiction(label, `score ${label.value} does not go with "${stance}"`, 'warning');
  }
  const decided = row && adjudication.find((one) => one.field === 'stance_score');
  if (decided && !scoreFits(Number(decided.value), signOf(codebook, row.stance))) {
    const message = `the decided score ${decided.value} does not go with the resolved stance "${row.stance}"`;
    yield contradiction(decided, message, 'error');
  }
}

function contradiction(row: Label | Adjudication, message: string, severity: Finding['severity']): Finding {
  const { statement_id, value } = row;
  return finding('label/score-sign', placeOf(row), message, {
    severity,
    record_id: statement_id,
    field: 'stance_score',
    value,
  });
}
