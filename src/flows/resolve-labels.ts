import { finding } from '../model/findings.js';
import type { Adjudication, Finding, Label } from '../model/generated.js';
import { addedStatement, neededFields, saysStatement } from '../releases/added-statement.js';
import { checkScores } from '../releases/check-scores.js';
import { countedLabels, noLabels } from '../releases/counted-labels.js';
import { placeOf, type ReleaseDataset, type StatementRow } from '../releases/dataset.js';
import type { Basis } from '../releases/decide-value.js';
import type { LeavingRow } from '../releases/earlier-release.js';
import { resolveStatement } from '../releases/resolve-statement.js';
import { sortDataset, type SortedDataset } from '../releases/sorted-dataset.js';
import { joinSorted } from '../tables/join-sorted.js';
import { memoryStore } from '../tables/row-store.js';

/** What a dataset and its people say about one statement id. */
export interface ResolvedUnit {
  readonly id: string;
  /** The statement with its labels resolved into it; null for an id that has no row. */
  readonly row: StatementRow | null;
  /** Whether the dataset has a row of this id: a statement that people added has none. */
  readonly known: boolean;
  /** Why the row is no statement; null when it is one, or there is none. */
  readonly rejected: string | null;
  /** Where the value of each labelled field comes from. */
  readonly bases: ReadonlyMap<string, Basis>;
  readonly labels: readonly Label[];
  readonly adjudication: readonly Adjudication[];
  /** Rows of the same id in the tables that were walked alongside. */
  readonly earlier: readonly EarlierStatement[];
}

/** What an earlier release tells of a statement. */
export interface EarlierStatement {
  readonly statement_id: string;
  readonly document_id: string;
}

/**
 * Resolves labels and adjudications into statements, one id after another: by field, adjudicated over majority over
 * single over automatic, counting each annotator's last round of production batches, persons before models. A tie
 * leaves the automatic value and gives a warning `label/tie`. `earlier` are statements of the release before, in order
 * of their ids; they come with their id whether the dataset still has it or not.
 */
export function* resolveUnits(
  dataset: ReleaseDataset,
  sorted: SortedDataset,
  say: (found: Finding) => void,
  { earlier = [] }: { readonly earlier?: Iterable<EarlierStatement> } = {},
): Generator<ResolvedUnit> {
  const withdrawn = new Set(dataset.tombstones.map((row) => row.id));
  const byStatement = (row: { readonly statement_id: string }): string => row.statement_id;
  const groups = joinSorted<[StatementRow, Label, Adjudication, EarlierStatement]>(
    { rows: sorted.statements, idOf: byStatement },
    { rows: sorted.labels, idOf: byStatement },
    { rows: sorted.adjudication, idOf: byStatement },
    { rows: earlier, idOf: byStatement },
  );
  for (const { id, rows } of groups) {
    const [statements, labels, adjudication, before] = rows;
    const own = labels.length
      ? (countedLabels(labels, dataset.batches, dataset.annotators).get(id) ?? noLabels)
      : noLabels;
    const decisions = new Map(adjudication.map((row) => [row.field, row]));
    const unit = { id, known: statements.length > 0, labels, adjudication, earlier: before };
    let automatic = statements[0] ?? null;
    if (!automatic && saysStatement(labels) && !withdrawn.has(id)) {
      automatic = own === noLabels ? null : addedStatement(id, own, decisions, dataset, sorted.turnsOf);
      if (!automatic && own !== noLabels) say(incomplete(labels[0]!));
    }
    if (!automatic) {
      for (const found of checkScores(dataset.codebook, labels, adjudication, null)) say(found);
      yield { ...unit, row: null, rejected: null, bases: new Map() };
      continue;
    }
    const resolved = resolveStatement(automatic, own, decisions, dataset);
    for (const found of resolved.findings) say(found);
    for (const found of checkScores(dataset.codebook, labels, adjudication, resolved.row)) say(found);
    yield { ...unit, row: resolved.row, rejected: resolved.rejected, bases: resolved.bases };
  }
}

/** The statements of a dataset with its labels resolved into them. */
export interface ResolvedLabels {
  /** Statements that stay, ordered by id, those that people added among them. */
  readonly statements: readonly StatementRow[];
  /** Rows that people, or the program, found to be no statements. */
  readonly rejected: readonly LeavingRow[];
  /** For each statement that stays, by its id: where the value of each labelled field comes from. */
  readonly bases: ReadonlyMap<string, ReadonlyMap<string, Basis>>;
  readonly findings: readonly Finding[];
}

/** Resolves the labels of a whole dataset as `resolveUnits` does; the result does not depend on the order of any rows. */
export function resolveLabels(dataset: ReleaseDataset): ResolvedLabels {
  const findings: Finding[] = [];
  const statements: StatementRow[] = [];
  const rejected: LeavingRow[] = [];
  const bases = new Map<string, ReadonlyMap<string, Basis>>();
  const sorted = sortDataset(dataset, memoryStore());
  for (const unit of resolveUnits(dataset, sorted, (found) => findings.push(found))) {
    if (!unit.row) continue;
    if (unit.rejected !== null) rejected.push({ row: unit.row, reason: unit.rejected });
    else {
      statements.push(unit.row);
      bases.set(unit.id, unit.bases);
    }
  }
  return { statements, rejected, bases, findings };
}

function incomplete(first: Label): Finding {
  const message = `the statement added under this id needs decided values of ${neededFields.join(', ')} and a known document`;
  return finding('label/incomplete-statement', placeOf(first), message, {
    record_id: first.statement_id,
    field: 'statement_id',
  });
}
