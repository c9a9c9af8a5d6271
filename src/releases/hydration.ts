import type { Place } from '../model/findings.js';
import type { Finding, StandoffDocument, StandoffStatement, StandoffTurn } from '../model/generated.js';

/** A document of a stand-off dataset with its rows. */
export interface AnnotatedDocument {
  readonly document: StandoffDocument;
  readonly statements: readonly StandoffStatement[];
  readonly turns: readonly StandoffTurn[];
  /** Says where a row stands, for findings. */
  readonly placeOf?: (row: object) => Place;
}

/** Somebody's own copy of a document. */
export interface DocumentCopy {
  /** Name for findings. */
  readonly file: string;
  /** Normalised text; null when the copy can't be read. */
  readonly text: string | null;
  /** Reader that made the text, name@version; null where nobody knows. */
  readonly reader: string | null;
  /** What the normal form took out of it: "byte order mark", "CR line ends", "decomposed letters". */
  readonly normalised: readonly string[];
  /** What was wrong on the way. */
  readonly findings: readonly Finding[];
}

/** The copies at hand; each question gives null where there is none. */
export interface DocumentCopies {
  /** What they are called in messages: the folder that was named. */
  readonly where: string;
  readonly byId: (documentId: string) => DocumentCopy | null;
  /** A copy with just this text but for blanks at its end, whatever its name. */
  readonly byText: (document: Pick<StandoffDocument, 'text_sha256' | 'length'>) => DocumentCopy | null;
  /** A copy whose metadata name one of these addresses. */
  readonly byUrl: (urls: readonly string[]) => DocumentCopy | null;
}
