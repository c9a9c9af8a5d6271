import type { Derive } from '../checks/check.js';
import type { Adjudication, Annotator, Batch, Codebook, Label, Project } from '../model/generated.js';
import { countedLabels, noLabels } from '../releases/counted-labels.js';
import type { ReleaseDataset, StatementRow } from '../releases/dataset.js';
import { groupBy } from '../releases/group-by.js';
import { resolveStatement } from '../releases/resolve-statement.js';

/**
 * The way in which releases resolve labels, for the check that recomputes what a release says: from a dataset's labels
 * to a function from a resolved statement to the columns that follow from them. Only the stance's columns are told.
 */
export function deriveStance(codebook: Codebook): Derive {
  return ({ labels, adjudication, batches, annotators }) => {
    const counted = countedLabels(
      labels as readonly unknown[] as readonly Label[],
      batches as readonly unknown[] as readonly Batch[],
      annotators as readonly unknown[] as readonly Annotator[],
    );
    const decided = groupBy(adjudication as readonly unknown[] as readonly Adjudication[], (row) => row.statement_id);
    const dataset = withoutRows(codebook);
    return (statement) => {
      const id = String(statement['statement_id']);
      const decisions = new Map((decided.get(id) ?? []).map((row) => [row.field, row]));
      const automatic = statement as unknown as StatementRow;
      const { row } = resolveStatement(automatic, counted.get(id) ?? noLabels, decisions, dataset);
      const { stance, stance_score, stance_basis, n_labels } = row;
      return { stance, stance_score, stance_basis, n_labels };
    };
  };
}

/** A dataset that knows its codebook only: a stance follows from nothing else but labels. */
function withoutRows(codebook: Codebook): ReleaseDataset {
  const none: readonly never[] = [];
  return {
    project: {} as Project,
    codebook,
    documents: none,
    statements: none,
    turns: none,
    annotators: none,
    batches: none,
    labels: none,
    adjudication: none,
    tombstones: none,
    splits: none,
    actors: none,
    memberships: none,
    targets: none,
    countries: none,
    texts: () => null,
  };
}
