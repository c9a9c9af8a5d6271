import type { Finding } from '../model/generated.js';

/** What came of the statements of some documents. */
export interface HydrateCounts {
  readonly statements: number;
  /** Found where they stood, or elsewhere. */
  readonly at_place: number;
  readonly moved: number;
  /** Found more than once, or with nothing that speaks for the place. */
  readonly ambiguous: number;
  readonly lost: number;
  /** Of documents without a copy that can be read. */
  readonly without_copy: number;
}

/** A document in the report of `hydrate`. */
export interface HydrateDocumentReport extends HydrateCounts {
  readonly document_id: string;
  readonly state: 'verified' | 'relocated' | 'differs' | 'unreadable' | 'missing';
  readonly copy: string | null;
  readonly matched: 'id' | 'text' | 'url' | null;
  readonly url: string | null;
  readonly archive_url: string | null;
  readonly publisher: string | null;
  readonly date: string | null;
  readonly mentions_lost: number;
  readonly turns_lost: number;
}

/** The report of `hydrate`. */
export interface HydrateReport {
  readonly standoff: string;
  readonly copies: string;
  readonly relocate: boolean;
  /** Folder that was written; null where nothing was. */
  readonly out: string | null;
  /** True when the folder held the same bytes before. */
  readonly unchanged: boolean;
  /** Statements that were given their words. */
  readonly hydrated: number;
  readonly total: HydrateCounts;
  readonly documents: readonly HydrateDocumentReport[];
  /** Rows of other tables that were left out, as what they speak of has no words; by file. */
  readonly left_out: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
}
