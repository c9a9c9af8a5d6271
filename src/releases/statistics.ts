import { compareText } from '../model/findings.js';
import type { StoredRows } from '../tables/row-store.js';
import { countRows, type SummaryRow } from '../tables/table-summary.js';
import type { Basis } from './decide-value.js';

/** How many statements have each labelled field from where. */
export interface FieldBasis {
  readonly field: string;
  readonly basis: Basis;
  readonly statements: number;
}

/** Counts that stand in reports/statistics.json and in the README; nothing in them is typed by hand. */
export interface ReleaseStatistics {
  readonly rows: Readonly<Record<string, number>>;
  readonly basis: Readonly<Record<Basis, number>>;
  readonly resolved_fields: readonly FieldBasis[];
  readonly by_stance: readonly SummaryRow[];
  readonly by_stance_and_score: readonly SummaryRow[];
  readonly by_speech_act: readonly SummaryRow[];
  readonly by_quote_type: readonly SummaryRow[];
  readonly by_document: readonly SummaryRow[];
  readonly by_document_type: readonly SummaryRow[];
  readonly by_document_language: readonly SummaryRow[];
  readonly by_annotator_kind: readonly SummaryRow[];
  readonly labels_by_field: readonly SummaryRow[];
  readonly by_speaker_target_stance: readonly SummaryRow[];
}

/** Counts the rows of a release's tables, by table name; `bases` say where each labelled field's values come from. */
export function releaseStatistics(
  stored: Readonly<Record<string, StoredRows<object>>>,
  bases: ReadonlyMap<string, ReadonlyMap<Basis, number>>,
): ReleaseStatistics {
  const tables = Object.fromEntries(Object.entries(stored).map(([name, rows]) => [name, [...rows]]));
  const { statements = [], documents = [], annotators = [], labels = [] } = tables;
  const basis = { adjudicated: 0, majority: 0, single: 0, auto: 0 };
  for (const row of countRows(statements, ['stance_basis'])) basis[row['stance_basis'] as Basis] = row.count;
  return {
    rows: Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.length])),
    basis,
    resolved_fields: fieldBases(bases),
    by_stance: countRows(statements, ['stance']),
    by_stance_and_score: countRows(statements, ['stance', 'stance_score']),
    by_speech_act: countRows(statements, ['speech_act']),
    by_quote_type: countRows(statements, ['quote_type']),
    by_document: countRows(statements, ['document_id']),
    by_document_type: countRows(documents, ['document_type']),
    by_document_language: countRows(documents, ['language']),
    by_annotator_kind: countRows(annotators, ['kind']),
    labels_by_field: countRows(labels, ['field']),
    by_speaker_target_stance: countRows(statements, ['speaker_id', 'target_id', 'stance']),
  };
}

function fieldBases(bases: ReadonlyMap<string, ReadonlyMap<Basis, number>>): FieldBasis[] {
  return [...bases]
    .flatMap(([field, counts]) => [...counts].map(([basis, statements]) => ({ field, basis, statements })))
    .sort((a, b) => compareText(a.field, b.field) || compareText(a.basis, b.basis));
}
