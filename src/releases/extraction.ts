import { measureFigures, share, type Counts, type MeasuredFigure } from '../measures/extraction/figures.js';
import { compareText } from '../model/findings.js';
import type { ReleaseDataset, StatementRow } from './dataset.js';
import type { Basis } from './decide-value.js';

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

/** How much the program found in the documents that people read as a whole. */
export interface Extraction {
  readonly documents: number;
  /** Released statements of these documents: found and added, those that are in standoff/ only among them. */
  readonly statements: number;
  readonly standoff_statements: number;
  /** By the program. */
  readonly found: number;
  /** By labels. */
  readonly added: number;
  /** Found by the program and withdrawn, as labels rejected them. */
  readonly rejected: number;
  /** Found, and labelled by no person: they count as right. */
  readonly unlabelled: number;
  /** found / (found + added). */
  readonly recall: ExtractionFigure;
  /** found / (found + rejected). */
  readonly precision: ExtractionFigure;
  /** How the intervals were made; null where there is none. */
  readonly interval: ({ readonly method: string; readonly confidence: number } & ExtractionBootstrap) | null;
}

/** Draws of documents. */
export interface ExtractionBootstrap {
  readonly replicates: number;
  readonly seed: number;
}

/** Counts what becomes of the rows of documents that people read as a whole. */
export interface WholeDocuments {
  /** A row that is released; `hasWords` = in data/, not in standoff/ only. */
  kept(row: StatementRow, hasWords: boolean): void;
  /** A row that was withdrawn; `bases` say whether labels did it. */
  rejected(row: StatementRow, bases: ReadonlyMap<string, Basis>): void;
  /** Of each document, in order of the ids. */
  counts(): readonly Counts[];
}

/** Why there are no figures. */
export const NOT_ESTIMATED = 'demarche.json names no document that people read as a whole (read_whole)';

/** A counter for the documents that the project's `read_whole` names. */
export function wholeDocuments({
  project,
  documents,
  annotators,
}: Pick<ReleaseDataset, 'project' | 'documents' | 'annotators'>): WholeDocuments {
  const known = new Set(documents.map((row) => row.document_id));
  const named = [...new Set(project.read_whole ?? [])].filter((id) => known.has(id)).sort(compareText);
  const counts = new Map(named.map((id) => [id, {} as Record<string, number>]));
  const coders = new Set(['adjudication', ...annotators.map((one) => one.annotator_id)]);
  // Labels add rows without an automatic stance, in the name of whoever placed them (see `addedStatement`).
  const isAdded = ({ stance_auto, labeler }: StatementRow): boolean =>
    stance_auto === null && coders.has(labeler.slice(0, labeler.lastIndexOf('@')));
  const count = ({ document_id: id }: StatementRow, name: string): void => {
    const own = counts.get(id);
    if (own) own[name] = (own[name] ?? 0) + 1;
  };
  return {
    kept(row, hasWords) {
      if (!counts.has(row.document_id)) return;
      const added = isAdded(row);
      count(row, added ? 'added' : 'found');
      if (!added && row.status === 'auto') count(row, 'unlabelled');
      if (!hasWords) count(row, 'standoff');
    },
    rejected(row, bases) {
      // Without a basis nobody voted: the row came as a rejected one.
      if (counts.has(row.document_id) && bases.has('status') && !isAdded(row)) count(row, 'rejected');
    },
    counts: () => [...counts.values()],
  };
}

/**
 * Recall and precision of the extraction in documents that people read as a whole, from the counts of each; null for
 * none. Statements of one document are not independent, so the 95 % intervals are percentiles of a bootstrap that draws
 * documents. An interval without width would claim to be sure: there is none then.
 */
export function extractionStatistics(
  documents: readonly Counts[],
  { replicates, seed }: ExtractionBootstrap,
): Extraction | null {
  if (!documents.length) return null;
  const sum = (name: string): number => documents.reduce((all, counts) => all + (counts[name] ?? 0), 0);
  const [found, added, rejected] = [sum('found'), sum('added'), sum('rejected')];
  const confidence = 0.95;
  const measured = measureFigures(
    documents,
    [
      { name: 'recall', value: (of) => share(of('found'), of('found') + of('added')) },
      { name: 'precision', value: (of) => share(of('found'), of('found') + of('rejected')) },
    ],
    { bootstrap: replicates, seed, confidence },
  );
  const recall = figureOf(measured[0]!, documents.length, 'no statement was found or added');
  const precision = figureOf(measured[1]!, documents.length, 'nothing was found');
  const method = measured.find(({ interval }) => interval)?.interval?.method ?? '';
  return {
    documents: documents.length,
    statements: found + added,
    standoff_statements: sum('standoff'),
    found,
    added,
    rejected,
    unlabelled: sum('unlabelled'),
    recall,
    precision,
    interval: recall.low === null && precision.low === null ? null : { method, confidence, replicates, seed },
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
  if (documents < 2) return without('one document');
  if (!interval) return without('too few draws of documents have a value');
  const [low, high] = interval.ci;
  if (low === high) return without('every draw of documents gives the same value');
  return { value, low, high, undefined_replicates: interval.undefined_replicates ?? 0, reason: null };
}
