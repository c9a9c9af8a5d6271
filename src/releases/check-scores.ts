import { finding } from '../model/findings.js';
import type { Finding, Label } from '../model/generated.js';
import type { PlaceOf, ReleaseDataset, StatementRow } from './dataset.js';
import { scoreFits } from './resolve-score.js';
import { signOf } from './statement-fields.js';

/**
 * Scores that contradict a stance: an annotator's own pair (a warning: the score is left out), and an adjudicated score
 * against the stance that was resolved (an error: two decisions exclude each other).
 */
export function* checkScores(
  dataset: ReleaseDataset,
  resolved: readonly StatementRow[],
  placeOf: PlaceOf,
): Iterable<Finding> {
  const cell = (label: Label): string =>
    JSON.stringify([label.statement_id, label.annotator_id, label.batch_id, label.round]);
  const stances = new Map(
    dataset.labels.filter((label) => label.field === 'stance').map((label) => [cell(label), label.value]),
  );
  for (const label of dataset.labels) {
    const stance = label.field === 'stance_score' ? stances.get(cell(label)) : undefined;
    if (stance === undefined || scoreFits(Number(label.value), signOf(dataset.codebook, stance))) continue;
    yield finding('label/score-sign', placeOf(label, 'value'), `score ${label.value} does not go with "${stance}"`, {
      severity: 'warning',
      record_id: label.statement_id,
      field: 'stance_score',
      value: label.value,
    });
  }
  const rows = new Map(resolved.map((row) => [row.statement_id, row]));
  for (const decision of dataset.adjudication) {
    const row = decision.field === 'stance_score' ? rows.get(decision.statement_id) : undefined;
    if (!row || scoreFits(Number(decision.value), signOf(dataset.codebook, row.stance))) continue;
    const message = `the decided score ${decision.value} does not go with the resolved stance "${row.stance}"`;
    yield finding('label/score-sign', placeOf(decision, 'value'), message, {
      record_id: decision.statement_id,
      field: 'stance_score',
      value: decision.value,
    });
  }
}
