import { compareText } from '../model/findings.js';
import type { Adjudication, Finding, Label } from '../model/generated.js';
import type { StatementLabels } from './counted-labels.js';
import type { ReleaseDataset, StatementRow } from './dataset.js';
import { decideValue, type Basis, type Decision } from './decide-value.js';
import { followSpeaker, followTarget } from './dependent-columns.js';
import { followMentions, followSegments, mentionFields } from './placed-words.js';
import { resolveScore } from './resolve-score.js';
import { labelledColumn, sameCell, signOf, valueOf } from './statement-fields.js';
import { tieFinding } from './tie-finding.js';

/** One statement with its labels resolved into it. */
export interface ResolvedStatement {
  readonly row: StatementRow;
  /** Where each labelled field's value comes from. */
  readonly bases: ReadonlyMap<string, Basis>;
  /** Why the row is no statement; null when it is one. */
  readonly rejected: string | null;
  readonly findings: readonly Finding[];
}

/** Adjudications of one statement, by field. */
export type Adjudications = ReadonlyMap<string, Adjudication>;

/**
 * Resolves the labels of one statement into its row, field by field (see `decideValue`). The program's own stance and
 * score move to stance_auto and stance_score_auto. Columns that follow from a changed one are changed with it.
 */
export function resolveStatement(
  automatic: StatementRow,
  labels: StatementLabels,
  adjudications: Adjudications,
  dataset: ReleaseDataset,
): ResolvedStatement {
  const findings: Finding[] = [];
  const bases = new Map<string, Basis>();
  const start = withAutomatic(automatic);
  const decide = (field: string, values: readonly string[], stays: unknown): Decision => {
    const decision = decideValue(values, adjudications.get(field)?.value ?? null);
    bases.set(field, decision.basis);
    if (decision.tie) findings.push(tieFinding(start.statement_id, field, decision, stays, labels));
    return decision;
  };

  const stanceLabels = labels.fields.get('stance') ?? [];
  const stance = decide(
    'stance',
    stanceLabels.map((label) => label.value),
    start.stance,
  );
  let row: StatementRow = { ...start, ...stanceColumns(start, stance, stanceLabels, labels, adjudications, dataset) };

  const given = new Set<string>();
  const changed = new Set<string>();
  const fields = [...new Set([...labels.fields.keys(), ...adjudications.keys()])].sort(compareText);
  for (const field of fields) {
    const column = labelledColumn(dataset.codebook, field);
    if (!column || ['stance', 'stance_score', 'status'].includes(field)) continue;
    const values = (labels.fields.get(field) ?? []).map((label) => label.value);
    const { value } = decide(field, values, row[field]);
    if (value === null) continue;
    const next = valueOf(column, value);
    given.add(field);
    if (!sameCell(next, row[field])) changed.add(field);
    row = { ...row, [field]: next };
  }
  row = follow(row, dataset, given, changed);

  const status = decide('status', statusVotes(labels), start.status);
  // Labelling a statement keeps it, but only who said so has decided its status.
  if (!labels.fields.has('status') && !adjudications.has('status')) bases.delete('status');
  const verdict = status.value ?? (labels.annotators.length ? 'reviewed' : start.status);
  if (verdict === 'rejected') return { row, bases, rejected: reasonOf(status, labels, adjudications, start), findings };
  return { row: { ...row, status: keptStatus(start, labels, adjudications) }, bases, rejected: null, findings };
}

/**
 * The program's own stance in its columns, so that resolving a resolved row changes nothing. A row whose stance came
 * from people and that has no automatic one was added by people; it gets none.
 */
function withAutomatic(row: StatementRow): StatementRow {
  if (row.stance_auto !== null) return { ...row, stance: row.stance_auto, stance_score: row.stance_score_auto };
  return row.stance_basis === 'auto' ? { ...row, stance_auto: row.stance, stance_score_auto: row.stance_score } : row;
}

function stanceColumns(
  start: StatementRow,
  decision: Decision,
  stanceLabels: readonly Label[],
  labels: StatementLabels,
  adjudications: Adjudications,
  { codebook }: ReleaseDataset,
): Partial<StatementRow> {
  const stance = decision.value ?? start.stance;
  const given = adjudications.get('stance_score');
  const adjudicated = given ? Number(given.value) : null;
  const sign = signOf(codebook, stance);
  const byPeople = decision.value !== null || adjudicated !== null;
  return {
    stance,
    stance_basis: decision.basis,
    n_labels: decision.labels,
    stance_score: byPeople
      ? resolveScore(stance, sign, stanceLabels, labels.fields.get('stance_score') ?? [], { adjudicated })
      : start.stance_score,
  };
}

/** Whoever labelled a statement without calling it none has voted to keep it. */
function statusVotes(labels: StatementLabels): string[] {
  const status = new Map((labels.fields.get('status') ?? []).map((label) => [label.annotator_id, label.value]));
  return labels.annotators.map((id) => (status.get(id) === 'rejected' ? 'rejected' : 'reviewed'));
}

function follow(
  row: StatementRow,
  dataset: ReleaseDataset,
  given: ReadonlySet<string>,
  changed: ReadonlySet<string>,
): StatementRow {
  const words = mentionFields.filter((field) => changed.has(field));
  const text = changed.has('segments') || words.length ? dataset.texts(row.document_id) : null;
  let out = changed.has('segments') ? followSegments(row, text) : row;
  if (words.length) out = followMentions(out, text, changed);
  if (changed.has('target_id')) out = followTarget(out, dataset, given);
  return changed.has('speaker_id') ? followSpeaker(out, dataset, given) : out;
}

function keptStatus(
  start: StatementRow,
  labels: StatementLabels,
  adjudications: Adjudications,
): StatementRow['status'] {
  if (adjudications.size) return 'adjudicated';
  if (labels.byPerson) return 'reviewed';
  return start.status === 'rejected' ? 'auto' : start.status;
}

function reasonOf(
  decision: Decision,
  labels: StatementLabels,
  adjudications: Adjudications,
  start: StatementRow,
): string {
  const decided = adjudications.get('status');
  if (decided) return decided.reason ?? `not a statement: adjudicated${decided.rule_id ? ` (${decided.rule_id})` : ''}`;
  if (decision.basis === 'auto') return `not a statement: rejected by ${start.labeler}`;
  const votes = statusVotes(labels).filter((vote) => vote === 'rejected').length;
  const of = labels.annotators.length === 1 ? '1 annotator' : `${labels.annotators.length} annotators`;
  return `not a statement: rejected by ${votes} of ${of}`;
}
