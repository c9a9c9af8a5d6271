import {
  attributionFigures,
  classFigures,
  countAttributions,
  type GoldAttribution,
} from '../../src/measures/extraction/attributions.js';
import { countCriticism, criticismFigures, type GoldUnit } from '../../src/measures/extraction/criticism.js';
import type { Counts, Figure } from '../../src/measures/extraction/figures.js';
import { countStances, stanceFigures, type GoldStance } from '../../src/measures/extraction/stances.js';
import { countTurnStarts, turnFigures } from '../../src/measures/extraction/turn-starts.js';
import type { Statement, Turn } from '../../src/model/generated.js';
import type { Span } from '../../src/model/spans.js';
import { mentionForm } from '../../src/text/mention-form.js';
import type { GoldDocument, GoldQuote, StanceLine } from './corpora.js';
import type { SharedCheck } from './shared-scorer.js';
import { SPEAKER_FORMS } from './speakers.js';

/** First goal and the one after it (design/extraction.md), as shares. */
export type Goals = Readonly<Record<string, readonly [first: number, then: number]>>;

/** One measure on one corpus: counts by document, what is computed of them, and what the shared scorer says to it. */
export interface Measure {
  readonly name: string;
  readonly documents: number;
  readonly counts: readonly Counts[];
  readonly figures: readonly Figure[];
  readonly goals: Goals;
  readonly check: SharedCheck | null;
}

export interface ConvertedRows {
  readonly statements: readonly Statement[];
  readonly turns: readonly Turn[];
}

const spans = (pairs: readonly (readonly [number, number])[]): Span[] => pairs.map(([start, end]) => ({ start, end }));

/** A corpus attribution in the form that is scored, with its classes: quote type and form of the speaker. */
export function attributionOf(quote: GoldQuote): GoldAttribution {
  const { start, end, segments, speaker_start, speaker_end, speaker_segments, speaker_text, type } = quote;
  const named = typeof speaker_start === 'number' && typeof speaker_end === 'number';
  const speaker = named ? (speaker_segments?.length ? speaker_segments : [[speaker_start, speaker_end] as const]) : [];
  return {
    segments: spans(segments?.length ? segments : [[start, end]]),
    speaker: spans(speaker),
    classes: [...(type ? [type] : []), ...(named && speaker_text ? [mentionForm(speaker_text)] : [])],
  };
}

const TYPES = ['direct', 'mixed', 'indirect'] as const;

/** Who said what: contents, quote types, speakers. */
export function quotesMeasure(
  name: string,
  documents: readonly GoldDocument[],
  rowsOf: (id: string) => ConvertedRows,
): Measure {
  return {
    name,
    documents: documents.length,
    counts: documents.map((gold) =>
      countAttributions(gold.text, gold.quotes.map(attributionOf), rowsOf(gold.doc_id).statements),
    ),
    figures: [...attributionFigures, ...[...TYPES, ...SPEAKER_FORMS].flatMap(classFigures)],
    goals: {
      F: [0.58, 0.64],
      'recall, direct': [0.92, 0.96],
      'recall, mixed': [0.75, 0.85],
      'recall, indirect': [0.48, 0.6],
      'speaker right on matched': [0.9, 0.94],
    },
    check: {
      mode: 'quotes',
      gold: documents,
      rows: documents.flatMap((gold) => rowsOf(gold.doc_id).statements),
      answers: {
        F: 'iou50.f',
        precision: 'iou50.p',
        recall: 'iou50.r',
        'F, a third covered': 'cover30_f',
        'F of letters': 'characters.f',
        'speaker right on matched': 'speaker_on_matched',
        'found with the right speaker': 'found_with_right_speaker',
        ...Object.fromEntries(TYPES.map((type) => [`recall, ${type}`, `recall_by_type.${type}`])),
      },
    },
  };
}

const STATES = new Map(
  Object.entries({
    russia: 'RUS',
    russian_federation: 'RUS',
    ukraine: 'UKR',
    usa: 'USA',
    united_states: 'USA',
    united_states_of_america: 'USA',
    egypt: 'EGY',
    uk: 'GBR',
    united_kingdom: 'GBR',
    united_kingdom_of_great_britain_and_northern_ireland: 'GBR',
    france: 'FRA',
    germany: 'DEU',
    china: 'CHN',
  }),
);

/** A unit of a speech in the form that is scored. */
export function unitOf({ start, end, type, target_country }: GoldQuote): GoldUnit {
  const state = (target_country ?? '')
    .trim()
    .toLowerCase()
    .replace(/[^a-z]+/g, '_');
  return { span: { start, end }, criticism: type !== 'none', country: STATES.get(state) ?? null };
}

/** Criticism found, and of which state. */
export function conflictMeasure(
  name: string,
  documents: readonly GoldDocument[],
  rowsOf: (id: string) => ConvertedRows,
): Measure {
  const states = ['RUS', 'UKR', 'USA'];
  return {
    name,
    documents: documents.length,
    counts: documents.map((gold) => countCriticism(gold.text, gold.quotes.map(unitOf), rowsOf(gold.doc_id).statements)),
    figures: criticismFigures(states),
    goals: { F: [0.62, 0.7], 'target macro-F': [0.55, 0.65], 'target F, UKR': [0.5, 0.65] },
    check: {
      mode: 'conflict',
      gold: documents,
      rows: documents.flatMap((gold) => rowsOf(gold.doc_id).statements),
      answers: {
        F: 'conflict.f',
        precision: 'conflict.p',
        recall: 'conflict.r',
        'target macro-F': 'target_macro_f_rus_ukr_usa',
        'target answered': 'target_answered',
        'target right where answered': 'target_precision',
        ...Object.fromEntries(states.map((state) => [`target F, ${state}`, `target_f_by_country.${state}`])),
      },
    },
  };
}

/** A labelled statement in the form that is scored; null where the annotators differ. */
export function goldStanceOf({ segments, stance, targets }: StanceLine): GoldStance | null {
  return stance === null ? null : { segments: spans(segments), stance, targets: targets ?? [] };
}

/** Favor, against or other, and the target, of chosen statements. */
export function stanceMeasure(
  name: string,
  lines: readonly StanceLine[],
  rowsOf: (id: string) => ConvertedRows,
): Measure {
  const ids = [...new Set(lines.map((line) => line.doc_id))];
  return {
    name,
    documents: ids.length,
    counts: ids.map((id) => {
      const own = lines.filter((line) => line.doc_id === id).map(goldStanceOf);
      return countStances(
        own.filter((one) => one !== null),
        rowsOf(id).statements,
      );
    }),
    figures: stanceFigures,
    goals: { 'macro F': [0.55, 0.65], 'target right': [0.3, 0.45] },
    check: {
      mode: 'stance',
      gold: lines,
      rows: ids.flatMap((id) => rowsOf(id).statements),
      answers: {
        'macro F': 'macro_f_missing_counts_wrong',
        found: 'found',
        'stance right where found': 'accuracy_on_found',
        'target right': 'target_f1_half',
      },
    },
  };
}

/** Where turns begin, and the words of their headings. */
export function turnsMeasure(
  name: string,
  documents: readonly GoldDocument[],
  rowsOf: (id: string) => ConvertedRows,
): Measure {
  const heading = (text: string, start: number | null | undefined, end: number | null | undefined): string =>
    typeof start === 'number' && typeof end === 'number' ? [...text].slice(start, end).join('') : '';
  return {
    name,
    documents: documents.filter(({ quotes }) => quotes.length > 0).length,
    counts: documents.map(({ doc_id, text, quotes }) =>
      countTurnStarts(
        quotes.map((q) => ({
          start: q.start,
          heading: q.speaker_text ?? heading(text, q.speaker_start, q.speaker_end),
        })),
        rowsOf(doc_id).turns.map((t) => ({ start: t.start, heading: heading(text, t.speaker_start, t.speaker_end) })),
      ),
    ),
    figures: turnFigures,
    goals: { precision: [0.995, 1], recall: [0.995, 1], 'heading right': [0.995, 1] },
    check: {
      mode: 'transcripts',
      gold: documents,
      rows: documents.flatMap(({ doc_id }) => rowsOf(doc_id).turns),
      answers: { precision: 'starts.p', recall: 'starts.r', F: 'starts.f', 'heading right': 'heading_text_right' },
    },
  };
}
