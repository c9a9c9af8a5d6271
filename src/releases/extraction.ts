import { measureFigures, share, type Counts, type MeasuredFigure } from '../measures/extraction/figures.js';
import { compareText } from '../model/findings.js';
import type { ReleaseDataset, StatementRow } from './dataset.js';

/** A share with its interval; null where it is not defined, or has none, and why. */
export interface ExtractionFigure {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Draws in which it was not defined; they are left out of the interval. Null where there is none. */
  readonly undefined_replicates: number | null;
  /** Why there is no value, or no interval. */
  readonly reason: string | null;
}

/** How much the program found in the documents that annotators read as a whole. */
export interface Extraction {
  readonly documents: number;
  /** Released statements of these documents, those that are in standoff/ only among them; teasers are not counted. */
  readonly statements: number;
  readonly standoff_statements: number;
  /** Statements that the program found and that have no label or decision that counts: they are taken for right. */
  readonly unlabelled: number;
  /** Passages (different segments) with statements that the program found. */
  readonly found: number;
  /** Passages with statements that labels added where the program had found none. */
  readonly added: number;
  /** found / (found + added). */
  readonly recall: ExtractionFigure;
  /** How the interval was made; null where there is none. */
  readonly interval: ({ readonly method: string; readonly confidence: number } & ExtractionBootstrap) | null;
}

/** Draws of documents. */
export interface ExtractionBootstrap {
  readonly replicates: number;
  readonly seed: number;
}

/** Counts the rows of documents that annotators read as a whole. */
export interface WholeDocuments {
  /** A row that is released; `hasWords` = in data/, not in standoff/ only. */
  kept(row: StatementRow, hasWords: boolean): void;
  /** Of each document, in order of the ids. */
  counts(): readonly Counts[];
}

/** Why there are no figures. */
export const NOT_ESTIMATED = 'demarche.json names no document that annotators read as a whole (read_whole)';

/**
 * Documents below which there is no interval: draws of a few give one that is too narrow. In a simulation it held the true
 * value for 48 to 50 % of datasets of 2 documents, 81 to 82 % of 5, 87 to 91 % of 10, 90 to 92 % of 20 (bench/recall.ts).
 */
const LEAST_DOCUMENTS = 20;

/** A counter for the documents that the project's `read_whole` names. */
export function wholeDocuments({
  project,
  documents,
  annotators,
}: Pick<ReleaseDataset, 'project' | 'documents' | 'annotators'>): WholeDocuments {
  const known = new Set(documents.map((row) => row.document_id));
  const named = [...new Set(project.read_whole ?? [])].filter((id) => known.has(id)).sort(compareText);
  const seen = new Map(
    named.map((id) => [
      id,
      { found: new Set<string>(), added: new Set<string>(), statements: 0, standoff: 0, unlabelled: 0 },
    ]),
  );
  const coders = new Set(['adjudication', ...annotators.map((one) => one.annotator_id)]);
  // Labels add rows without an automatic stance, in the name of whoever placed them (see `addedStatement`).
  const isAdded = ({ stance_auto, labeler }: StatementRow): boolean =>
    stance_auto === null && coders.has(labeler.slice(0, labeler.lastIndexOf('@')));
  return {
    kept(row, hasWords) {
      const own = seen.get(row.document_id);
      // Whether teasers are released is a matter of packing.
      if (!own || row.section === 'related') return;
      const added = isAdded(row);
      own[added ? 'added' : 'found'].add(row.segments.map(({ start, end }) => `${start}-${end}`).join(';'));
      own.statements++;
      if (!added && row.status === 'auto') own.unlabelled++;
      if (!hasWords) own.standoff++;
    },
    counts: () =>
      [...seen.values()].map(({ found, added, ...counts }) => ({
        ...counts,
        found: found.size,
        // Another statement at a passage that the program had found was not missed by it.
        added: [...added].filter((passage) => !found.has(passage)).length,
      })),
  };
}

/**
 * Recall of the extraction in documents that annotators read as a whole, from the counts of each; null for none.
 * Statements of one document are not independent, so the 95 % interval is one of percentiles of a bootstrap that draws
 * documents. An interval of few documents, or without width, would claim to be sure: there is none then.
 */
export function extractionStatistics(
  documents: readonly Counts[],
  { replicates, seed }: ExtractionBootstrap,
): Extraction | null {
  if (!documents.length) return null;
  const sum = (name: string): number => documents.reduce((all, counts) => all + (counts[name] ?? 0), 0);
  const confidence = 0.95;
  const [measured] = measureFigures(
    documents,
    [{ name: 'recall', value: (of) => share(of('found'), of('found') + of('added')) }],
    { bootstrap: replicates, seed, confidence },
  );
  const recall = figureOf(measured!, documents.length, 'no statement was found or added');
  const method = measured!.interval?.method ?? '';
  return {
    documents: documents.length,
    statements: sum('statements'),
    standoff_statements: sum('standoff'),
    unlabelled: sum('unlabelled'),
    found: sum('found'),
    added: sum('added'),
    recall,
    interval: recall.low === null ? null : { method, confidence, replicates, seed },
  };
}

function figureOf({ value, interval }: MeasuredFigure, documents: number, undefinedAs: string): ExtractionFigure {
  const without = (reason: string): ExtractionFigure => ({
    value,
    low: null,
    high: null,
    undefined_replicates: null,
    reason,
  });
  if (value === null) return without(undefinedAs);
  if (documents < LEAST_DOCUMENTS) return without(`fewer than ${LEAST_DOCUMENTS} documents`);
  if (!interval) return without('too few draws of documents have a value');
  const [low, high] = interval.ci;
  if (low === high) return without('every draw of documents gives the same value');
  return { value, low, high, undefined_replicates: interval.undefined_replicates ?? 0, reason: null };
}
