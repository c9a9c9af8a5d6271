import { finding, type FindingDetails } from '../model/findings.js';
import type { Finding, Label } from '../model/generated.js';
import type { PlaceOf, ReleaseDataset } from './dataset.js';
import { saysStatement } from './added-statement.js';
import { checkValue } from './check-value.js';
import { groupBy } from './group-by.js';
import { knownIds } from './known-ids.js';

type Report = (rule: string, row: object, field: string, message: string, details?: FindingDetails) => Finding;

/**
 * Faults of labels and adjudications that would make a release wrong: statement, batch or annotator that nobody knows,
 * a cell given twice, a field or value that the codebook does not have. Training and pilot labels are checked too.
 */
export function* checkLabels(dataset: ReleaseDataset, placeOf: PlaceOf): Iterable<Finding> {
  const known = knownIds(dataset);
  const report: Report = (rule, row, field, message, details = {}) =>
    finding(rule, placeOf(row, field), message, { field, ...details });
  const statements = new Set(dataset.statements.map((row) => row.statement_id));
  const withdrawn = new Set(dataset.tombstones.map((row) => row.id));
  const added = addedIds(dataset.labels, statements);
  const unknown = (id: string): boolean => !statements.has(id) && !withdrawn.has(id) && !added.has(id);
  const batches = new Set(dataset.batches.map((row) => row.batch_id));
  const annotators = new Set(dataset.annotators.map((row) => row.annotator_id));
  const cells = new Set<string>();

  for (const label of dataset.labels) {
    const details = { record_id: label.statement_id };
    const say = (rule: string, field: keyof Label, message: string, more: FindingDetails = {}): Finding =>
      report(`label/${rule}`, label, field, message, {
        ...details,
        value: label[field] === null ? null : String(label[field]),
        ...more,
      });
    if (unknown(label.statement_id))
      yield say('unknown-statement', 'statement_id', 'no row and no tombstone has this id');
    if (!batches.has(label.batch_id)) {
      yield say(
        'unknown-batch',
        'batch_id',
        `batches.csv has no batch "${label.batch_id}", so nobody knows whether the label counts`,
      );
    }
    if (!annotators.has(label.annotator_id)) {
      yield say('unknown-annotator', 'annotator_id', `annotators.csv has no annotator "${label.annotator_id}"`);
    }
    const cell = JSON.stringify([label.statement_id, label.batch_id, label.annotator_id, label.field, label.round]);
    if (cells.has(cell))
      yield say('duplicate', 'field', `${label.annotator_id} labelled ${label.field} twice in one round`);
    cells.add(cell);
    const fault = checkValue(dataset.codebook, known, label.field, label.value);
    if (fault)
      yield say(fault.rule, fault.rule === 'unknown-field' ? 'field' : 'value', fault.message, {
        allowed: fault.allowed,
      });
  }

  for (const decision of dataset.adjudication) {
    const details = { record_id: decision.statement_id };
    if (unknown(decision.statement_id)) {
      yield report('label/unknown-statement', decision, 'statement_id', 'no row and no tombstone has this id', details);
    }
    const cell = JSON.stringify([decision.statement_id, decision.field]);
    if (cells.has(cell)) {
      yield report('table/duplicate-key', decision, 'field', `${decision.field} was decided twice`, details);
    }
    cells.add(cell);
    const fault = checkValue(dataset.codebook, known, decision.field, decision.value);
    if (fault) {
      const more = { ...details, value: decision.value, allowed: fault.allowed };
      yield report(`label/${fault.rule}`, decision, 'value', fault.message, more);
    }
  }
}

/** Ids of statements that labels add. */
export function addedIds(labels: readonly Label[], statements: ReadonlySet<string>): Set<string> {
  const strange = groupBy(
    labels.filter((label) => !statements.has(label.statement_id)),
    (label) => label.statement_id,
  );
  return new Set([...strange].filter(([, rows]) => saysStatement(rows)).map(([id]) => id));
}
