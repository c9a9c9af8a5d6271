import type { PassedOver } from '../../model/passed-over.js';
import type { CodebookChange, VersionStep } from '../codebook-diff-report.js';

/** One of two sides that were compared. */
export interface DiffSideName {
  readonly kind: 'release' | 'dataset';
  readonly path: string;
  readonly version: string;
}

/** How a table differs. */
export interface TableDiff {
  readonly table: string;
  readonly rows_before: number;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
  /** Rows that are in standoff/ only now, as their documents' texts may no longer be handed on. */
  readonly withheld: number;
  /** Whether only one side has the table; null where both do. */
  readonly only: 'before' | 'after' | null;
  readonly new_columns: readonly string[];
  readonly lost_columns: readonly string[];
  /** Changed cells by column, the most frequent first. */
  readonly cells: readonly { readonly column: string; readonly cells: number }[];
}

/** How many rows went from one value to another; null for none. */
export interface ValueMove {
  readonly old: string | null;
  readonly new: string | null;
  readonly rows: number;
}

/** A change as it is shown to people. */
export interface ShownChange {
  readonly what: 'added' | 'changed' | 'withdrawn' | 'standoff only';
  readonly id: string;
  readonly cells: readonly {
    readonly column: string;
    readonly old: string | null;
    readonly new: string | null;
    /** Why, in words; "" where nobody knows. */
    readonly why: string;
  }[];
  readonly why: string;
}

/** A withdrawn statement, or row of another table that has a tombstone. */
export interface WithdrawnRow {
  readonly table: string;
  readonly id: string;
  /** What its tombstone says; null without one. */
  readonly reason: string | null;
  readonly replaced_by: string | null;
}

/** A document that is in standoff/ only now, as its text may no longer be handed on, and how many statements went with it. */
export interface WithheldDocument {
  readonly document_id: string;
  readonly statements: number;
}

/** Something that has changed, and how far the version has to move for it. */
export interface StepDemand {
  readonly rule: string;
  readonly step: VersionStep;
  /** What Data Package's recipe and Croissant 1.1 ask for; null where they don't say. */
  readonly data_package: VersionStep | null;
  readonly croissant: VersionStep | null;
  readonly table: string | null;
  /** Column, or part of the codebook or of the description. */
  readonly field: string | null;
  /** Number of rows; null where it is not about rows. */
  readonly rows: number | null;
  /** Keys of the first of them. */
  readonly ids: readonly string[];
  /** In words, without the ids. */
  readonly says: string;
}

/** What a convention of others asks for. */
export interface StepVerdict {
  /** The step that it asks for; null where it says nothing of any change. */
  readonly step: VersionStep | null;
  /** The lowest version that satisfies it. */
  readonly least: string;
  /** True when the version that our own rule asks for satisfies it. */
  readonly satisfied: boolean;
}

/** How far a release's version must move, and for what. */
export interface StepReport {
  readonly previous: string;
  /** "patch" where nothing asks for more: a release is always a version of its own. */
  readonly step: VersionStep;
  /** The lowest version that may be given. */
  readonly least: string;
  /** The heaviest first. */
  readonly demands: readonly StepDemand[];
  readonly conventions: { readonly data_package: StepVerdict; readonly croissant: StepVerdict };
}

/** What `demarche diff` found; lists of rows are cut, counts never. */
export interface ReleaseDiffReport {
  readonly before: DiffSideName;
  readonly after: DiffSideName;
  readonly tables: readonly TableDiff[];
  /** Empty for two of a kind. */
  readonly passed_over: readonly PassedOver[];
  /** Statements by their stance before and now, where it has changed. */
  readonly stance: readonly ValueMove[];
  /** Documents by their split before and now, where it has changed. */
  readonly splits: readonly ValueMove[];
  /** The first of `withdrawn_rows`: statements, and rows of other tables that have a tombstone. */
  readonly withdrawn: readonly WithdrawnRow[];
  readonly withdrawn_rows: number;
  /** The first of `withheld_documents`. */
  readonly withheld: readonly WithheldDocument[];
  readonly withheld_documents: number;
  readonly codebook: readonly CodebookChange[];
  readonly version: StepReport & {
    /** Whether the later release has a version that is high enough; null where a side is no release. */
    readonly enough: boolean | null;
  };
  /** The first changes of each table. */
  readonly rows: readonly { readonly table: string; readonly changes: readonly ShownChange[] }[];
}
