import type { FindingDetails, Place } from '../model/findings.js';
import type { Codebook, Finding, Project, SchemaName } from '../model/generated.js';
import type { Column, Table } from '../model/tables.js';
import type { Value } from '../tables/cells.js';
import type { CodePoints } from './code-points.js';
import type { Lookups } from './lookups.js';

/** The values of a row of any table, by column name. */
export type Row = Readonly<Record<string, Value>>;

/** One file of a table that is being read. */
export interface TableFile {
  readonly schema: SchemaName;
  readonly table: Table;
  /** Name of the table as references say it: "statements", "actors", "labels". */
  readonly name: string;
  readonly path: string;
  /** Columns as the file has them; null for JSON Lines, which has none. */
  readonly header: readonly string[] | null;
  /** Place of each header cell, in step with `header`. */
  readonly headerPlaces: readonly Place[];
  /** Read so that others can be looked up in it; nothing is reported about it. */
  readonly lookup: boolean;
  /** A copy in JSON Lines of a CSV table that is checked itself: only its form and its sameness are looked at. */
  readonly copy: boolean;
}

/** A row while it is looked at; nothing of it may be kept, as the next row takes its place. */
export interface RowView {
  /** Its values; lists are lists, an empty cell is null. */
  readonly values: Row;
  readonly file: TableFile;
  /** Number of the row in its file, from 0. */
  readonly index: number;
  /** Physical line on which it begins. */
  readonly line: number;
  /** Where a field's cell stands; the row's beginning for null, and for a field that the file has no column for. */
  placeOf(field: string | null): Place;
  /** Its key as one text, with other texts in place of some of its cells; null when it has none. */
  recordId(instead?: Readonly<Record<string, string>>): string | null;
  /**
   * Makes a key of the cells of some fields: their bytes, set apart from each other, equal where the cells are. It stands
   * in `keyBytes` from `keyStart` on; its length is returned, 0 when every cell is empty. Valid until the next call.
   */
  key(fields: readonly string[]): number;
  readonly keyBytes: Uint8Array;
  readonly keyStart: number;
}

/** Something wrong with a value, whatever row it stands in. */
export interface CellFault {
  readonly rule: string;
  readonly message: string;
  readonly details?: FindingDetails;
}

/**
 * What is wrong with a cell, told by its value and its text alone, so that each distinct cell is judged once; null when
 * nothing is. "later" = not to be told before every table is read; the cell is judged again then.
 */
export type CellJudge = (value: Value, text: string) => readonly CellFault[] | 'later' | null;

/** A judge of a column, and how it can be seen from a cell's bytes that nothing is wrong with it. */
export interface ColumnJudge {
  readonly judge: CellJudge;
  /** Letters with one of which a text must begin for anything to be wrong with it. */
  readonly begins?: string;
  /** Whether the cell `bytes[from..to)` is surely right; false where it must be judged. */
  readonly clears?: (bytes: Uint8Array, from: number, to: number) => boolean;
}

/** Reports something about a row: the cell of a field, or the row as a whole (null). */
export type Say = (rule: string, row: RowView, field: string | null, message: string, details?: FindingDetails) => void;

/** Takes findings that were made. */
export type Tell = (finding: Finding) => void;

/** The rows of a dataset that resolved columns of its statements follow from. */
export interface DerivedFrom {
  readonly labels: readonly Row[];
  readonly adjudication: readonly Row[];
  readonly batches: readonly Row[];
  readonly annotators: readonly Row[];
}

/** From labels to a function from a resolved statement to the columns that follow from them, by name. */
export type Derive = (from: DerivedFrom) => (statement: Row) => Readonly<Record<string, unknown>>;

/** A release made earlier: its version, and its rows as often as they are asked for; nothing is reported about them. */
export interface ReleasedTables {
  readonly version: string;
  readonly statements: (see: (row: RowView) => void) => void;
  readonly tombstones: (see: (row: RowView) => void) => void;
}

/** What the checks know besides the row before them. */
export interface CheckContext {
  /** Null when no codebook could be read: categories are then not checked. */
  readonly codebook: Codebook | null;
  readonly project: Project | null;
  /** Where a value of the project stands, by JSON pointer; null where nothing is reported about it. */
  readonly projectPlace: ((pointer: string) => Place) | null;
  /** Every file of every table that will be read; headers are not known yet. */
  readonly tables: readonly Pick<TableFile, 'name' | 'path' | 'lookup' | 'copy'>[];
  /** Reads a table's file once more, to see rows of it again; nothing is reported. */
  readonly reread: (path: string, see: (row: RowView) => void) => void;
  /** The way in which releases resolve labels; null without a codebook. */
  readonly derive: Derive | null;
  /** Releases of the dataset, the newest first. */
  readonly released: readonly ReleasedTables[];
  /** Ways to look up in other tables: asked for when a check starts, filled while the tables are read. */
  readonly lookups: Lookups;
  /** The normalised text of a document; null when it is not at hand. */
  readonly text: (documentId: string) => CodePoints | null;
  /** True when texts are at hand at all; without any, a missing one is no news. */
  readonly hasTexts: boolean;
  /** Digest of the text's bytes and its name, for a document whose text is at hand. */
  readonly textFile: (documentId: string) => { readonly path: string; readonly sha256: string } | null;
}

/** A check at work: it sees each file, judges cells, then sees each row, and has a last word at the end. */
export interface RunningCheck {
  readonly table?: (file: TableFile, tell: Tell) => void;
  /** How the cells of a column are judged; null when the check has nothing to say about the column. */
  readonly column?: (column: Column, file: TableFile) => ColumnJudge | null;
  readonly row?: (row: RowView, say: Say) => void;
  /** Called when a file has been read to its end. */
  readonly fileEnd?: (file: TableFile, tell: Tell, rows: number) => void;
  /** Called when every file has been read. */
  readonly end?: (tell: Tell) => void;
}

/** One check: a plug-in of this room. What it remembers between rows lives in what `start` returns. */
export interface Check {
  readonly name: string;
  /** Ids of the rules it can report; each has a page in docs/rules. */
  readonly rules: readonly string[];
  /** Schemas of the tables it looks at; null = every table. */
  readonly tables: readonly SchemaName[] | null;
  /** True when it also looks at copies in JSON Lines. */
  readonly copies?: boolean;
  readonly start: (context: CheckContext) => RunningCheck;
}
