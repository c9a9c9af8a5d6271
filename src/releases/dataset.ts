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

/** Everything a release is made from, as plain rows; the order of rows does not matter. */
export interface ReleaseDataset extends Registry {
  readonly project: Project;
  readonly codebook: Codebook;
  readonly documents: readonly DocumentRow[];
  readonly statements: readonly StatementRow[];
  readonly turns: readonly TurnRow[];
  readonly annotators: readonly Annotator[];
  readonly batches: readonly Batch[];
  readonly labels: readonly Label[];
  readonly adjudication: readonly Adjudication[];
  readonly tombstones: readonly Tombstone[];
  readonly splits: readonly Split[];
  /** Normalised text of a document; null when it is not at hand. */
  readonly texts: (documentId: string) => string | null;
}

/** Says where a row of the dataset stands, for findings; `field` names the column. */
export type PlaceOf = (row: object, field?: string) => Place;

/** Used when nobody knows where rows come from. */
export const noPlace: PlaceOf = () => ({ file: null });

/** True when the dataset holds no words of its documents. */
export function isStandoff(project: Project): boolean {
  return project.standoff === true || project.text_policy === 'none';
}
