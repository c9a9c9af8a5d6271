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

/** An earlier conversion, dataset or stand-off dataset whose ids are to be kept. */
export interface Previous {
  /** Its rows, by document. */
  readonly statements: ReadonlyMap<string, readonly PreviousStatement[]>;
  /** Ids that were withdrawn before: they are never given again. */
  readonly retired: ReadonlySet<string>;
}
