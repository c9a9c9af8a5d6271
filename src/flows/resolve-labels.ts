import { compareText, finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { addedStatement, neededFields } from '../releases/added-statement.js';
import { addedIds } from '../releases/check-labels.js';
import { countedLabels, noLabels } from '../releases/counted-labels.js';
import { noPlace, type PlaceOf, type ReleaseDataset, type StatementRow } from '../releases/dataset.js';
import type { Basis } from '../releases/decide-value.js';
import type { LeavingRow } from '../releases/earlier-release.js';
import { groupBy } from '../releases/group-by.js';
import { resolveStatement } from '../releases/resolve-statement.js';
import { customColumn, customFields, typedValue } from '../releases/statement-fields.js';

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

/**
 * Resolves the labels and adjudications of a dataset into its statements: by field, adjudicated over majority over
 * single over automatic, counting each annotator's last round of production batches, persons before models. A tie
 * leaves the automatic value and gives a warning `label/tie`. The result does not depend on the order of any rows.
 */
export function resolveLabels(
  dataset: ReleaseDataset,
  { placeOf = noPlace }: { readonly placeOf?: PlaceOf } = {},
): ResolvedLabels {
  const labels = countedLabels(dataset.labels, dataset.batches, dataset.annotators);
  const adjudications = new Map(
    [...groupBy(dataset.adjudication, (row) => row.statement_id)].map(([id, rows]) => [
      id,
      new Map(rows.map((row) => [row.field, row])),
    ]),
  );
  const findings: Finding[] = [];
  const statements: StatementRow[] = [];
  const rejected: LeavingRow[] = [];
  const bases = new Map<string, ReadonlyMap<string, Basis>>();

  const take = (row: StatementRow): void => {
    const id = row.statement_id;
    const own = labels.get(id) ?? noLabels;
    const resolved = resolveStatement(row, own, adjudications.get(id) ?? new Map(), dataset, placeOf);
    for (const found of resolved.findings) findings.push(found);
    if (resolved.rejected !== null) rejected.push({ row: resolved.row, reason: resolved.rejected });
    else {
      statements.push(resolved.row);
      bases.set(id, resolved.bases);
    }
  };

  const ids = new Set(dataset.statements.map((row) => row.statement_id));
  const byId = (a: StatementRow, b: StatementRow): number => compareText(a.statement_id, b.statement_id);
  for (const row of withCustomFields(dataset).sort(byId)) take(row);
  for (const id of [...addedIds(dataset.labels, ids)].sort(compareText)) {
    const own = labels.get(id);
    if (!own || dataset.tombstones.some((row) => row.id === id)) continue;
    const row = addedStatement(id, own, adjudications.get(id) ?? new Map(), dataset);
    if (row) take(row);
    else findings.push(incomplete(id, dataset, placeOf));
  }
  return { statements: statements.sort(byId), rejected, bases, findings };
}

/** Custom columns exist in every row, in the type that the codebook gives them. */
function withCustomFields({ statements, codebook }: ReleaseDataset): StatementRow[] {
  const columns = customFields(codebook).map((field) => customColumn(codebook, field));
  return statements.map((row) => ({
    ...row,
    ...Object.fromEntries(columns.map((column) => [column.name, typedValue(column, row[column.name])])),
  }));
}

function incomplete(id: string, dataset: ReleaseDataset, placeOf: PlaceOf): Finding {
  const first = dataset.labels.find((label) => label.statement_id === id);
  const message = `the statement added under this id needs decided values of ${neededFields.join(', ')} and a known document`;
  return finding('label/incomplete-statement', first ? placeOf(first, 'statement_id') : { file: null }, message, {
    record_id: id,
  });
}
