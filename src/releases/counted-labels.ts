import { compareText } from '../model/findings.js';
import type { Annotator, Batch, Label } from '../model/generated.js';

/** Labels that count for a statement: by field, one for each annotator, ordered by annotator. */
export type CountedLabels = ReadonlyMap<string, readonly Label[]>;

/** What `countedLabels` knows about a statement. */
export interface StatementLabels {
  readonly fields: CountedLabels;
  /** The annotators that labelled anything: persons, or all kinds where no person did. */
  readonly annotators: readonly string[];
  readonly byPerson: boolean;
}

/** A statement that nobody labelled. */
export const noLabels: StatementLabels = { fields: new Map(), annotators: [], byPerson: false };

/**
 * The labels that a release counts, by statement: of production batches, each annotator's last round (of two batches
 * with the same round the one with the greater id), persons only, or all kinds where a unit (statement and field) has
 * no label by a person.
 */
export function countedLabels(
  labels: readonly Label[],
  batches: readonly Batch[],
  annotators: readonly Annotator[],
): ReadonlyMap<string, StatementLabels> {
  const production = new Set(batches.filter((batch) => batch.phase === 'production').map((batch) => batch.batch_id));
  const persons = new Set(annotators.filter((one) => one.kind === 'person').map((one) => one.annotator_id));
  const latest = new Map<string, Map<string, Map<string, Label>>>();
  for (const label of labels) {
    if (!production.has(label.batch_id)) continue;
    const fields = entry(latest, label.statement_id, () => new Map<string, Map<string, Label>>());
    const unit = entry(fields, label.field, () => new Map<string, Label>());
    const before = unit.get(label.annotator_id);
    if (!before || isLater(label, before)) unit.set(label.annotator_id, label);
  }
  return new Map([...latest].map(([id, fields]) => [id, statementLabels(fields, persons)]));
}

function statementLabels(
  fields: ReadonlyMap<string, ReadonlyMap<string, Label>>,
  persons: ReadonlySet<string>,
): StatementLabels {
  const personsFirst = (ids: readonly string[]): string[] => {
    const people = ids.filter((id) => persons.has(id));
    return (people.length ? people : [...ids]).sort(compareText);
  };
  const counted = new Map<string, Label[]>();
  for (const field of [...fields.keys()].sort(compareText)) {
    const unit = fields.get(field)!;
    counted.set(
      field,
      personsFirst([...unit.keys()]).map((id) => unit.get(id)!),
    );
  }
  const annotators = personsFirst([...new Set([...fields.values()].flatMap((unit) => [...unit.keys()]))]);
  return { fields: counted, annotators, byPerson: annotators.some((id) => persons.has(id)) };
}

function isLater(label: Label, before: Label): boolean {
  return (label.round - before.round || compareText(label.batch_id, before.batch_id)) > 0;
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
