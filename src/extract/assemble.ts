import type { Statement, Turn } from '../model/generated.js';
import { freeId, statementId, turnId, utteranceId } from '../model/ids.js';
import type { Span } from '../model/spans.js';
import { isDigit, isLetter } from '../text/letters.js';
import type { Offsets } from '../text/offsets.js';
import { statementDate } from './dates.js';
import type { ResolvedTurn } from './draft-statements.js';
import type { TextStructure } from './document/structure.js';
import type { StatementDraft } from './drafts.js';
import type { Mention } from './parse/context.js';

/** What of the document goes into each of its rows. */
export interface AssembleOptions {
  readonly document_id: string;
  readonly date: string | null;
  readonly language: string;
  /** name@version of the labeler. */
  readonly labeler: string;
}

/** Turns as rows of turns.csv, in code points. */
export function turnRows(
  structure: TextStructure,
  turns: readonly ResolvedTurn[],
  offsets: Offsets,
  documentId: string,
): Turn[] {
  return turns.map(({ turn, resolution }) => ({
    turn_id: turnId(documentId, offsets.toCodePoints(turn.start)),
    document_id: documentId,
    start: offsets.toCodePoints(turn.start),
    end: offsets.toCodePoints(turn.end),
    speaker_text: structure.text.slice(turn.speaker.start, turn.speaker.end),
    speaker_start: offsets.toCodePoints(turn.speaker.start),
    speaker_end: offsets.toCodePoints(turn.speaker.end),
    speaker_id: resolution.actor_id,
  }));
}

/**
 * Turns drafts into rows of statements.csv: positions in code points, ids minted in reading order, neighbouring sentences
 * of a turn joined where speaker, target, stance and act are the same, repetitions and embedded speech linked.
 */
export function assemble(
  structure: TextStructure,
  drafts: readonly StatementDraft[],
  turns: readonly ResolvedTurn[],
  offsets: Offsets,
  options: AssembleOptions,
): Statement[] {
  const joined = joinNeighbours(drafts);
  const rows: Statement[] = [];
  const taken = new Set<string>();
  /** First row of each attribution, for embedded speech. */
  const rowOf = new Map<number, string>();
  const utterances = new Map<StatementDraft['segments'], string>();
  const firstOf = new Map<string, string>();
  for (const draft of joined) {
    const row = rowFrom(structure, draft, turns, offsets, options, utterances);
    const statement_id = freeId(row.statement_id, taken);
    taken.add(statement_id);
    if (!rowOf.has(draft.index)) rowOf.set(draft.index, statement_id);
    const repeated = repetitionKey(row);
    const first = repeated ? firstOf.get(repeated) : undefined;
    if (repeated && first === undefined) firstOf.set(repeated, statement_id);
    rows.push(Object.assign(row, { statement_id, restates: first ?? null }));
  }
  return rows.map((row, i) => {
    const { parent } = joined[i]!.attribution;
    return parent === null ? row : Object.assign(row, { embedded_in: rowOf.get(parent) ?? null });
  });
}

/** Letters and digits alone: marks and blanks make no other statement. */
function lettersOf(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isLetter(code) || isDigit(code)) out += text[i]!;
  }
  return out;
}

/** The same words by the same speaker about the same target are one position said again. Short ones prove nothing. */
function repetitionKey(row: Statement): string | null {
  if (row.text.length < 20) return null;
  const words = lettersOf(row.text.toLowerCase());
  return words.length < 17 ? null : `${words}|${row.speaker_id ?? ''}|${row.target_id ?? row.target_text ?? ''}`;
}

function joinNeighbours(drafts: readonly StatementDraft[]): StatementDraft[] {
  const out: StatementDraft[] = [];
  for (const draft of drafts) {
    const before = out.at(-1);
    if (before && joins(before, draft)) {
      out[out.length - 1] = {
        ...before,
        segments: [...before.segments, ...draft.segments],
        attribution: { ...before.attribution, sentence: draft.attribution.sentence },
      };
    } else out.push(draft);
  }
  return out;
}

function joins(a: StatementDraft, b: StatementDraft): boolean {
  const spoken =
    (a.attribution.quote_type === 'turn' || a.attribution.quote_type === 'document') &&
    a.attribution.quote_type === b.attribution.quote_type;
  return (
    spoken &&
    a.attribution.parent === null &&
    b.attribution.parent === null &&
    a.attribution.turn === b.attribution.turn &&
    b.attribution.sentence - a.attribution.sentence === 1 &&
    a.target.target_id !== null &&
    a.target.target_id === b.target.target_id &&
    a.label.stance === b.label.stance &&
    a.label.speech_act === b.label.speech_act
  );
}

function rowFrom(
  structure: TextStructure,
  draft: StatementDraft,
  turns: readonly ResolvedTurn[],
  offsets: Offsets,
  options: AssembleOptions,
  utterances: Map<StatementDraft['segments'], string>,
): Statement {
  const { text, tokens } = structure;
  const { attribution, resolution, label, target } = draft;
  const segments = draft.segments.map((s) => ({
    start: offsets.toCodePoints(s.start),
    end: offsets.toCodePoints(s.end),
  }));
  const content = draft.segments.map((s) => text.slice(s.start, s.end)).join(' ');
  const span = (mention: Mention | Span | null): Span | null =>
    mention === null
      ? null
      : 'first' in mention
        ? { start: tokens[mention.first]!.start, end: tokens[mention.last]!.end }
        : mention;
  const slice = (s: Span | null): [string | null, number | null, number | null] =>
    s === null
      ? [null, null, null]
      : [text.slice(s.start, s.end), offsets.toCodePoints(s.start), offsets.toCodePoints(s.end)];
  const [cue, cue_start, cue_end] = slice(span(attribution.cue));
  const [speaker_text, speaker_start, speaker_end] = slice(span(draft.speaker));
  const [target_text, target_start, target_end] = slice(span(target.mention));
  const turn = attribution.turn === null ? null : turns[attribution.turn]!;
  const sentence = structure.sentences[attribution.sentence]!;
  const words = attribution.cue
    ? outside(text, { start: tokens[sentence.first]!.start, end: tokens[sentence.last]!.end }, draft.segments)
    : '';
  const date = statementDate(words, options.date);
  const statement_id = statementId({
    document_id: options.document_id,
    segments,
    speaker: resolution.actor_id ?? speaker_text,
    addressee_ids: draft.addressees,
    target: target.target_id ?? target_text,
  });
  // Rows of one attribution share its segments, and so their utterance.
  let utterance_id = utterances.get(draft.segments);
  if (utterance_id === undefined)
    utterances.set(draft.segments, (utterance_id = utteranceId(options.document_id, segments)));
  const flags = new Set(attribution.flags);
  if (turn?.fuzzy) flags.add('fuzzy-heading');
  if (structure.strayMarks.some((at) => at >= tokens[sentence.first]!.start && at <= tokens[sentence.last]!.end))
    flags.add('unbalanced-quote');
  return {
    statement_id,
    utterance_id,
    document_id: options.document_id,
    start: segments[0]!.start,
    end: segments.at(-1)!.end,
    segments,
    text: content,
    turn_id: turn ? turnId(options.document_id, offsets.toCodePoints(turn.turn.start)) : null,
    quote_type: attribution.quote_type,
    section: draft.section,
    cue,
    cue_start,
    cue_end,
    speaker_text,
    speaker_start,
    speaker_end,
    speaker_id: resolution.actor_id,
    speaker_role: resolution.role,
    speaker_country: resolution.country,
    on_behalf_of: resolution.on_behalf_of,
    speaker_method: resolution.actor_id === null ? 'none' : resolution.method,
    speaker_confidence: resolution.actor_id === null ? 0 : resolution.confidence,
    addressee_ids: [...draft.addressees],
    target_text,
    target_start,
    target_end,
    target_id: target.target_id,
    target_kind: target.target_kind,
    target_countries: [...target.target_countries],
    target_via_id: null,
    target_inferred: draft.inferred,
    target_distance: target.target_kind === 'none' ? null : draft.distance,
    speech_act: label.speech_act,
    stance: label.stance,
    stance_score: label.stance_score,
    strength_source: label.strength_source,
    stance_basis: 'auto',
    n_labels: 0,
    stance_auto: label.stance,
    stance_score_auto: label.stance_score,
    negated: label.negated,
    hedged: label.hedged,
    conditional: label.conditional,
    embedded_in: null,
    restates: null,
    date: date.date,
    date_precision: date.date_precision,
    date_basis: date.date_basis,
    language: options.language,
    translated_from: null,
    cluster_id: null,
    flags: [...flags].sort(),
    labeler: options.labeler,
    status: 'auto',
  };
}

/** The words of a sentence that stand outside its content. */
function outside(text: string, sentence: Span, segments: readonly Span[]): string {
  let at = sentence.start;
  let out = '';
  for (const segment of segments) {
    if (segment.start > at) out += `${text.slice(at, Math.min(segment.start, sentence.end))} `;
    at = Math.max(at, segment.end);
  }
  return at < sentence.end ? out + text.slice(at, sentence.end) : out;
}
