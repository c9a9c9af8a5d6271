import type { Codebook, Finding, Project } from '../model/generated.js';
import type { Column, Table } from '../model/tables.js';
import { storedRows, type StoredRows } from '../tables/row-store.js';
import type { LabelFile, ReleaseAgreement } from './agreement.js';
import type { ReleaseDataset } from './dataset.js';
import type { Delta } from './delta.js';
import type { DatasheetAnswers } from './datasheet-form.js';
import type { RedactionNote } from './redaction.js';
import type { ReleaseStatistics } from './statistics.js';
import type { StandoffDataset } from './standoff.js';

/** A table as it stands in a release: its rows in their final order, with the custom columns after the schema's. */
export interface ReleaseTable {
  /** Stem of its file in data/, and its name in the data package. */
  readonly name: string;
  readonly table: Table;
  readonly custom: readonly string[];
  readonly rows: StoredRows<object>;
}

/** One version in versions.json and in the changelog; what is counted against the version before is null for the first. */
export interface VersionEntry {
  readonly version: string;
  readonly date: string | null;
  readonly previous: string | null;
  /** The step that the changes ask for. */
  readonly step: VersionStep | null;
  readonly rows: Readonly<Record<string, number>>;
  /** Statements. */
  readonly added: number | null;
  readonly changed: number | null;
  readonly withdrawn: number | null;
  /** Statements that are in standoff/ only now, as their documents' texts may no longer be handed on; stands where there are some. */
  readonly withheld?: number;
  /** What changed, by table and in words, as the step was computed from it. */
  readonly changes: readonly VersionChange[];
  /** Cells of statements that were corrected, by column. */
  readonly corrected: Readonly<Record<string, number>>;
  /** DOI of that version, where the project named one. */
  readonly doi?: string;
  /** Unicode version of the program that made it; releases of old have none. */
  readonly unicode?: string;
}

/** One reason for a version's step. */
export interface VersionChange {
  readonly step: VersionStep;
  readonly says: string;
  /** Rows that it is about, and the first of them; null where it is not about rows. */
  readonly rows: number | null;
  readonly ids: readonly string[];
}

/** What a release left out of data/, in rows. */
export interface LeftOut {
  /** Teasers of other articles. */
  readonly related: number;
  /** Rows that are no statements; they have a tombstone. */
  readonly rejected: number;
  /** Documents whose license forbids their text, and statements of them: in standoff/ only. */
  readonly standoff_documents: number;
  readonly standoff_statements: number;
  /** Labels of statements that are left out and have no tombstone. */
  readonly labels: number;
}

/** How far a version moves: MAJOR, MINOR or PATCH. */
export type VersionStep = 'major' | 'minor' | 'patch';

/** What the validation of the dataset found, computed in a flow. */
export interface ReleaseValidation {
  readonly counts: Readonly<Record<Finding['severity'], number>>;
  /** How many files were looked at. */
  readonly files: number;
  /** reports/validation.json in pieces, made anew on each call; no path of it depends on where the dataset lies. */
  readonly text: () => Iterable<string>;
}

/** Everything the parts of a release folder are written from. */
export interface Release {
  readonly version: string;
  /** YYYY-MM-DD; null = not dated. */
  readonly date: string | null;
  readonly project: Project;
  readonly codebook: Codebook;
  readonly tables: readonly ReleaseTable[];
  /** Ids of the documents whose text lies in texts/, in order. */
  readonly textDocuments: readonly string[];
  readonly texts: ReleaseDataset['texts'];
  /** File name of a document's text inside texts/. */
  readonly textFileName: (documentId: string) => string;
  readonly standoff: StandoffDataset;
  readonly statistics: ReleaseStatistics;
  readonly leftOut: LeftOut;
  /** How it differs from the release before; null for the first. */
  readonly delta: Delta | null;
  /** Newest first; the first is this release. */
  readonly history: readonly VersionEntry[];
  /** Text of each file of schema/, by file name. */
  readonly schemaFiles: Readonly<Record<string, string>>;
  /** Null where nothing was validated; then there is no report. */
  readonly validation: ReleaseValidation | null;
  /** Null where nobody asked for agreement; then there is no report. */
  readonly agreement: ReleaseAgreement | null;
  /** What people answered in the dataset's datasheet.md; null where there is none. */
  readonly datasheet: DatasheetAnswers | null;
  /** The program with its version, as papers name it: "demarche 0.1.0". */
  readonly tool: string;
  /** Documents whose words were removed on request. */
  readonly redactions: readonly RedactionNote[];
  /** Whether spreadsheet/ is made. */
  readonly spreadsheet: boolean;
  /** The command that makes the same folder again. */
  readonly command: string;
}

/** What a file holds: whole, or in pieces that are made while they are read (and again when read again). */
export type FileContent = string | Uint8Array | Iterable<string | Uint8Array>;

/** A file of a release: its path in the folder with "/" and what it holds. */
export interface ReleaseFile {
  readonly path: string;
  readonly content: FileContent;
  /** The table that it holds, when it is a table of data/. */
  readonly table?: ReleaseTable;
  /** Its columns, when it holds the rows of the statements: all files that have them must hold the same. */
  readonly statements?: readonly Column[];
}

/** A file that has been made, as checksums and descriptors name it. */
export interface FileDigest {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly table?: ReleaseTable;
}

/**
 * A part of a release folder: pure, one object in the array of `index.ts`. `made` are the files of the parts before it.
 */
export interface ReleasePart {
  readonly name: string;
  files(release: Release, made: readonly FileDigest[]): Iterable<ReleaseFile>;
}

/** The pieces of a file's content. */
export function piecesOf(content: FileContent): Iterable<string | Uint8Array> {
  return typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
}

/** A file's content as one text; for files that are known to be short, and for tests. */
export function textOf({ content }: Pick<ReleaseFile, 'content'>): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  for (const piece of piecesOf(content)) {
    text += typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}

/** The files of labels among those that were made, as an agreement report names them. */
export function labelFiles(made: readonly FileDigest[]): LabelFile[] {
  return made
    .filter((file) => file.table?.name === 'labels')
    .map(({ path, sha256, table }) => ({ path, sha256, rows: table!.rows.count }));
}

/** The rows of a table; none when the release does not have it. */
export function rowsOf<T extends object>(release: Pick<Release, 'tables'>, name: string): StoredRows<T> {
  const found = release.tables.find((table) => table.name === name);
  return found ? (found.rows as StoredRows<T>) : storedRows<T>([]);
}
