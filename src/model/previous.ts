import type { Statement } from './generated.js';

/** What of an earlier row decides whether its id is kept; full and stand-off statements both have it. */
export type PreviousStatement = Pick<
  Statement,
  | 'statement_id'
  | 'document_id'
  | 'segments'
  | 'speaker_id'
  | 'speaker_start'
  | 'speaker_end'
  | 'target_id'
  | 'target_start'
  | 'target_end'
>;

/** Earlier rows by document; a Map is one, and so is a file that is read document by document. */
export interface PreviousRows extends Iterable<readonly [documentId: string, rows: readonly PreviousStatement[]]> {
  get(documentId: string): readonly PreviousStatement[] | undefined;
}

/** An earlier conversion, dataset or stand-off dataset whose ids are to be kept. */
export interface Previous {
  readonly statements: PreviousRows;
  /** Ids that were withdrawn before: they are never given again. */
  readonly retired: ReadonlySet<string>;
}
