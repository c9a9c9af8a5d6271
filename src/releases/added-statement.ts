import type { Document, Label, Turn } from '../model/generated.js';
import { utteranceId } from '../model/ids.js';
import { contains, hull, type Span } from '../model/spans.js';
import type { StatementLabels } from './counted-labels.js';
import type { ReleaseDataset, StatementRow } from './dataset.js';
import { decideValue } from './decide-value.js';
import { textOf } from './placed-words.js';
import type { Adjudications } from './resolve-statement.js';
import { labelledColumn, valueOf } from './statement-fields.js';

/** Fields without which a statement that a person adds can't become a row. */
export const neededFields: readonly string[] = ['document_id', 'segments', 'stance', 'speech_act'];

/** True when labels under an id that no row has say a new statement: they name its document and its segments. */
export function saysStatement(labels: readonly Label[]): boolean {
  return labels.some((label) => label.field === 'document_id') && labels.some((label) => label.field === 'segments');
}

/**
 * The row of a statement that people added, before its labels are resolved into it: place, text and neutral values
 * for what nobody said. Null when a needed field has no decided value, or its document is unknown. There is no
 * automatic stance; `labeler` names whoever placed it and the codebook's version. `turnsOf` gives a document's turns.
 */
export function addedStatement(
  id: string,
  labels: StatementLabels,
  adjudications: Adjudications,
  dataset: ReleaseDataset,
  turnsOf: (documentId: string) => readonly Pick<Turn, 'turn_id' | 'speaker_id' | 'start' | 'end'>[],
): StatementRow | null {
  const decided = (field: string): string | null =>
    decideValue(
      (labels.fields.get(field) ?? []).map((label) => label.value),
      adjudications.get(field)?.value ?? null,
    ).value;
  if (neededFields.some((field) => decided(field) === null)) return null;
  const document = dataset.documents.find((one) => one.document_id === decided('document_id'));
  const segments = valueOf(labelledColumn(dataset.codebook, 'segments')!, decided('segments')!) as Span[] | null;
  const span = segments && hull(segments);
  if (!document || !segments || !span) return null;
  const turn = turnsOf(document.document_id).find((one) => contains(one, span));
  const text = dataset.texts(document.document_id);
  const placed = {
    ...neutral(document, turn ?? null),
    statement_id: id,
    utterance_id: utteranceId(document.document_id, segments),
    start: span.start,
    end: span.end,
    segments,
    ...(text === null ? {} : { text: textOf(segments, text) }),
    speech_act: decided('speech_act'),
    stance: decided('stance')!,
    labeler: `${labels.fields.get('segments')?.[0]?.annotator_id ?? 'adjudication'}@${dataset.codebook.version}`,
  };
  return placed as unknown as StatementRow;
}

/** A row about which only its document is known. */
function neutral(
  document: Pick<Document, 'document_id' | 'date' | 'date_precision' | 'language'>,
  turn: Pick<Turn, 'turn_id' | 'speaker_id'> | null,
): Readonly<Record<string, unknown>> {
  return {
    document_id: document.document_id,
    turn_id: turn?.turn_id ?? null,
    quote_type: turn ? 'turn' : 'indirect',
    section: 'body',
    cue: null,
    cue_start: null,
    cue_end: null,
    speaker_text: null,
    speaker_start: null,
    speaker_end: null,
    speaker_id: null,
    speaker_role: null,
    speaker_country: null,
    on_behalf_of: null,
    speaker_method: 'none',
    speaker_confidence: 0,
    addressee_ids: [],
    target_text: null,
    target_start: null,
    target_end: null,
    target_id: null,
    target_kind: 'none',
    target_countries: [],
    target_via_id: null,
    target_inferred: false,
    target_distance: null,
    stance_score: null,
    strength_source: null,
    // Says that the stance comes from people; resolving the labels puts in the true basis.
    stance_basis: 'single',
    n_labels: 0,
    stance_auto: null,
    stance_score_auto: null,
    negated: false,
    hedged: false,
    conditional: false,
    embedded_in: null,
    restates: null,
    date: document.date,
    date_precision: document.date_precision,
    date_basis: document.date === null ? 'none' : 'document',
    language: document.language ?? 'und',
    translated_from: null,
    cluster_id: null,
    flags: ['added'],
    status: 'reviewed',
  };
}
