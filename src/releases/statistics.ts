import type { Annotator, Batch, Label, Split } from '../model/generated.js';
import { countRows, marginOf, rowCounter, type RowCounter, type SummaryRow } from '../tables/table-summary.js';
import type { Basis } from './decide-value.js';
import { NOT_ESTIMATED, type Extraction } from './extraction.js';
import type { FieldBasis } from './field-bases.js';
import { overlapCounter, type BatchLabels, type LabelOverlap } from './label-overlap.js';

/** Counts that stand in reports/statistics.json and in the README; nothing in them is typed by hand. */
export interface ReleaseStatistics {
  /** Rows of each table of data/. */
  readonly rows: Readonly<Record<string, number>>;
  /** Statements by where their stance comes from. */
  readonly basis: Readonly<Record<Basis, number>>;
  /** Statements by where each labelled field's value comes from. */
  readonly resolved_fields: readonly FieldBasis[];
  readonly by_stance: readonly SummaryRow[];
  readonly by_stance_and_score: readonly SummaryRow[];
  readonly by_speech_act: readonly SummaryRow[];
  readonly by_quote_type: readonly SummaryRow[];
  readonly by_section: readonly SummaryRow[];
  readonly by_target_kind: readonly SummaryRow[];
  readonly by_statement_language: readonly SummaryRow[];
  readonly by_status: readonly SummaryRow[];
  /** Statements by the program that found them, or the person who added them. */
  readonly by_labeler: readonly SummaryRow[];
  /** Statements by where their stance comes from and how many labels it had. */
  readonly by_basis_and_labels: readonly SummaryRow[];
  /** Statements by category of the project's own fields: field, value, count. */
  readonly by_own_category: readonly SummaryRow[];
  readonly by_document: readonly SummaryRow[];
  readonly by_document_type: readonly SummaryRow[];
  readonly by_document_language: readonly SummaryRow[];
  /** All documents, those that are in standoff/ only among them, by license and whether it allows their text. */
  readonly by_license: readonly SummaryRow[];
  /** All documents by whether their text may be released. */
  readonly by_text_allowed: readonly SummaryRow[];
  /** Statements by year of their date (null where they have none) and stance. */
  readonly by_year_and_stance: readonly SummaryRow[];
  readonly by_speaker_and_stance: readonly SummaryRow[];
  readonly by_target_and_stance: readonly SummaryRow[];
  readonly by_speaker_target_stance: readonly SummaryRow[];
  /** Documents and statements by split; a document that is in none has null. None where there are no splits. */
  readonly documents_by_split: readonly SummaryRow[];
  readonly statements_by_split: readonly SummaryRow[];
  readonly by_annotator_kind: readonly SummaryRow[];
  readonly labels_by_field: readonly SummaryRow[];
  readonly labels_by_annotator: readonly SummaryRow[];
  readonly labels_by_batch: readonly BatchLabels[];
  readonly labels_by_phase: readonly SummaryRow[];
  /** Units by how many labels that count they have. */
  readonly label_overlap: readonly LabelOverlap[];
  readonly adjudications_by_field: readonly SummaryRow[];
  readonly tombstones_by_version: readonly SummaryRow[];
  /** What the program found of the documents that annotators read as a whole; null where nobody did. */
  readonly extraction: Extraction | null;
  /** Why there is none. */
  readonly extraction_reason: string | null;
}

/** What the statistics are told besides the tables. */
export interface StatisticsOptions {
  /** All documents of the release; by default those of data/. */
  readonly allDocuments?: Iterable<object>;
  /** Own fields of the codebook that have categories. */
  readonly categories?: readonly string[];
  /** How much the program found in documents that annotators read as a whole. */
  readonly extraction?: Extraction | null;
}

/**
 * Counts the rows of a release's tables, by table name. None is held, as they may be too large for memory; statements,
 * documents and labels are read once each. `bases` say where each labelled field's values come from. Labels must be in the release's order.
 */
export function releaseStatistics(
  tables: Readonly<Record<string, Iterable<object>>>,
  bases: readonly FieldBasis[],
  { allDocuments, categories = [], extraction = null }: StatisticsOptions = {},
): ReleaseStatistics {
  const { statements = [], documents = [], annotators = [], batches = [], labels = [], splits = [] } = tables;
  const splitOf = new Map<string, string>();
  for (const row of splits as Iterable<Split>) splitOf.set(row.document_id, row.split);

  const ofStatements = counters({
    basis: ['stance_basis', 'n_labels'],
    labeler: ['labeler'],
    stance: ['stance', 'stance_score'],
    act: ['speech_act'],
    quote: ['quote_type'],
    section: ['section'],
    kind: ['target_kind'],
    language: ['language'],
    status: ['status'],
    document: ['document_id'],
    year: ['year', 'stance'],
    who: ['speaker_id', 'target_id', 'stance'],
    split: ['split'],
  });
  const own = rowCounter(['field', 'value']);
  const statementRows = count(statements, (row) => {
    const { date, document_id, stance } = row as Readonly<Record<string, string | null>>;
    const { year, split, ...plain } = ofStatements;
    for (const counter of Object.values(plain)) counter.add(row);
    year.add({ year: date?.slice(0, 4) ?? null, stance });
    split.add({ split: splitOf.get(document_id!) ?? null });
    for (const field of categories) {
      own.add({ field, value: (row as Readonly<Record<string, string | null>>)[field] ?? null });
    }
  });

  const ofDocuments = counters({ type: ['document_type'], language: ['language'], split: ['split'] });
  const documentRows = count(documents, (row) => {
    ofDocuments.type.add(row);
    ofDocuments.language.add(row);
    ofDocuments.split.add({ split: splitOf.get((row as Split).document_id) ?? null });
  });

  const ofLabels = counters({ field: ['field'], annotator: ['annotator_id', 'batch_id', 'field'] });
  const phases = rowCounter(['phase']);
  const phaseOf = new Map(Array.from(batches as Iterable<Batch>, (batch) => [batch.batch_id, batch.phase]));
  const overlap = overlapCounter(batches as Iterable<Batch>, annotators as Iterable<Annotator>);
  const labelRows = count(labels, (row) => {
    ofLabels.field.add(row);
    ofLabels.annotator.add(row);
    overlap.add(row as Label);
    phases.add({ phase: phaseOf.get((row as Label).batch_id) ?? null });
  });

  const basis = { adjudicated: 0, majority: 0, single: 0, auto: 0 };
  const labelled = ofStatements.basis.rows();
  for (const row of labelled) basis[row['stance_basis'] as Basis] += row.count;
  const stance = ofStatements.stance.rows();
  const who = ofStatements.who.rows();
  const licenses = countRows(allDocuments ?? documents, ['license', 'text_allowed']);
  const counted: Readonly<Record<string, number>> = {
    statements: statementRows,
    documents: documentRows,
    labels: labelRows,
  };
  return {
    rows: Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, counted[name] ?? count(rows)])),
    basis,
    resolved_fields: bases,
    by_stance: marginOf(stance, ['stance']),
    by_stance_and_score: stance,
    by_speech_act: ofStatements.act.rows(),
    by_quote_type: ofStatements.quote.rows(),
    by_section: ofStatements.section.rows(),
    by_target_kind: ofStatements.kind.rows(),
    by_statement_language: ofStatements.language.rows(),
    by_status: ofStatements.status.rows(),
    by_labeler: ofStatements.labeler.rows(),
    by_basis_and_labels: labelled,
    by_own_category: own.rows(),
    by_document: ofStatements.document.rows(),
    by_document_type: ofDocuments.type.rows(),
    by_document_language: ofDocuments.language.rows(),
    by_license: licenses,
    by_text_allowed: marginOf(licenses, ['text_allowed']),
    by_year_and_stance: ofStatements.year.rows(),
    by_speaker_and_stance: marginOf(who, ['speaker_id', 'stance']),
    by_target_and_stance: marginOf(who, ['target_id', 'stance']),
    by_speaker_target_stance: who,
    documents_by_split: splitOf.size ? ofDocuments.split.rows() : [],
    statements_by_split: splitOf.size ? ofStatements.split.rows() : [],
    by_annotator_kind: countRows(annotators, ['kind']),
    labels_by_field: ofLabels.field.rows(),
    labels_by_annotator: ofLabels.annotator.rows(),
    labels_by_batch: overlap.batches(),
    labels_by_phase: phases.rows(),
    label_overlap: overlap.overlap(),
    adjudications_by_field: countRows(tables['adjudication'] ?? [], ['field']),
    tombstones_by_version: countRows(tables['tombstones'] ?? [], ['withdrawn_in']),
    extraction,
    extraction_reason: extraction ? null : NOT_ESTIMATED,
  };
}

function counters<K extends string>(columns: Readonly<Record<K, readonly string[]>>): Readonly<Record<K, RowCounter>> {
  const made = Object.entries<readonly string[]>(columns).map(([name, own]) => [name, rowCounter(own)]);
  return Object.fromEntries(made) as Readonly<Record<K, RowCounter>>;
}

/** Shows each row and returns how many there were. */
function count(rows: Iterable<object>, see: (row: object) => void = () => {}): number {
  let seen = 0;
  for (const row of rows) {
    see(row);
    seen++;
  }
  return seen;
}
