import type { DocumentRow, StatementRow, TurnRow } from '../../src/releases/dataset.js';
import { mentionHashes, placeHashes } from '../../src/releases/statement-hashes.js';

type Texts = (documentId: string) => string | null;

/** Statements with the digests that stand-off rows have. */
export function standoffStatements(
  rows: readonly StatementRow[],
  _documents: readonly DocumentRow[],
  texts: Texts,
): StatementRow[] {
  const hashes = placeHashes(texts);
  return rows.map((row) => mentionHashes(hashes.statement(row)));
}

/** Turns with the digests that stand-off rows have. */
export function standoffTurns(rows: readonly TurnRow[], _documents: readonly DocumentRow[], texts: Texts): TurnRow[] {
  const hashes = placeHashes(texts);
  return rows.map((row) => hashes.turn(row));
}
