import type { Place } from '../model/findings.js';
import type {
  Actor,
  Adjudication,
  Annotator,
  Batch,
  Codebook,
  Country,
  Label,
  Membership,
  Project,
  Redaction,
  Split,
  StandoffDocument,
  StandoffTurn,
  Statement,
  Target,
  Tombstone,
} from '../model/generated.js';

/** The columns of a statement that a release reads or writes; a stand-off statement has them too. */
export interface StatementRow {
  readonly statement_id: string;
  readonly document_id: string;
  readonly start: number;
  readonly end: number;
  readonly segments: readonly { readonly start: number; readonly end: number }[];
  readonly section: Statement['section'];
  readonly speaker_id: string | null;
  readonly target_id: string | null;
  readonly date: string | null;
  readonly stance: string;
  readonly stance_score: number | null;
  readonly stance_basis: Statement['stance_basis'];
  readonly n_labels: number;
  readonly stance_auto: string | null;
  readonly stance_score_auto: number | null;
  readonly embedded_in: string | null;
  readonly restates: string | null;
  readonly labeler: string;
  readonly status: Statement['status'];
  readonly [field: string]: unknown;
}

/** A document of a dataset; a stand-off one has no title. */
export type DocumentRow = StandoffDocument & { readonly title?: string | null };

/** A turn of a dataset; a stand-off one has hashes in place of speaker_text. */
export type TurnRow = Omit<StandoffTurn, 'span_sha256' | 'speaker_sha256'> & {
  readonly speaker_text?: string | null;
  readonly span_sha256?: string;
  readonly speaker_sha256?: string | null;
};

/** Actors, memberships, targets and countries: what ids in statements refer to. */
export interface Registry {
  readonly actors: readonly Actor[];
  readonly memberships: readonly Membership[];
  readonly targets: readonly Target[];
  readonly countries: readonly Country[];
}

/**
 * Everything a release is made from, as plain rows; their order does not matter. Tables that may be long are read
 * through more than once, row by row; the others are lists.
 */
export interface ReleaseDataset extends Registry {
  readonly project: Project;
  readonly codebook: Codebook;
  readonly documents: readonly DocumentRow[];
  readonly statements: Iterable<StatementRow>;
  readonly turns: Iterable<TurnRow>;
  readonly annotators: readonly Annotator[];
  readonly batches: readonly Batch[];
  readonly labels: Iterable<Label>;
  readonly adjudication: Iterable<Adjudication>;
  readonly tombstones: readonly Tombstone[];
  readonly splits: readonly Split[];
  /** Documents whose words no release may have, whatever their license says. */
  readonly redactions?: readonly Redaction[];
  /** Normalised text of a document; null when it is not at hand. */
  readonly texts: (documentId: string) => string | null;
}

/** A row that was read from a file knows where it stands: its file, and the line on which it begins. */
export interface Placed {
  readonly $file?: string;
  readonly $line?: number;
}

/** Where a row stands, for findings; nowhere when it does not know. The column is found later, by the finding's field. */
export function placeOf(row: object): Place {
  const { $file, $line } = row as Placed;
  return $file === undefined ? { file: null } : { file: $file, line: $line ?? null };
}

/** True when the dataset holds no words of its documents. */
export function isStandoff(project: Project): boolean {
  return project.standoff === true || project.text_policy === 'none';
}
