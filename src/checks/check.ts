import type { Codebook, Finding, Project, SchemaName } from '../model/generated.js';
import type { Table } from '../model/tables.js';
import type { Value } from '../tables/cells.js';
import type { PlacedRow } from '../tables/typed-rows.js';
import type { CodePoints } from './code-points.js';

/** A row of any table, by column name. */
export type Row = Readonly<Record<string, Value>>;

/** One file of a table, read. */
export interface CheckedTable {
  readonly schema: SchemaName;
  readonly table: Table;
  /** Name of the table as references say it: "statements", "actors", "labels". */
  readonly name: string;
  readonly file: string;
  /** Columns as the file has them; null for JSON Lines, which has none. */
  readonly header: readonly string[] | null;
  /** Place of each header cell, in step with `header`. */
  readonly headerPlaces: readonly { readonly line: number; readonly column: number }[];
  readonly rows: readonly PlacedRow<Row>[];
  /** Read so that others can be looked up in it; nothing is reported about it. */
  readonly lookup: boolean;
  /** A copy in JSON Lines of a CSV table that is checked itself: only its form and its sameness are looked at. */
  readonly copy: boolean;
}

/** What the checks know besides the row before them. */
export interface CheckContext {
  /** Null when no codebook could be read: categories are then not checked. */
  readonly codebook: Codebook | null;
  readonly project: Project | null;
  /** Every file of every table, copies aside. */
  readonly tables: readonly CheckedTable[];
  /** First row that holds each value of "table.column"; null when there is no such table, so that nothing can be said. */
  readonly holders: (reference: string) => ReadonlyMap<string, PlacedRow<Row>> | null;
  /** The normalised text of a document; null when it is not at hand. */
  readonly text: (documentId: string) => CodePoints | null;
  /** True when texts are at hand at all; without any, a missing one is no news. */
  readonly hasTexts: boolean;
  /** Digest of the text's bytes and its name, for a document whose text is at hand. */
  readonly textFile: (documentId: string) => { readonly path: string; readonly sha256: string } | null;
}

/** A check at work: it sees each file, then each row of it, and has a last word at the end. */
export interface RunningCheck {
  readonly table?: (table: CheckedTable) => Iterable<Finding>;
  readonly row?: (placed: PlacedRow<Row>, table: CheckedTable) => Iterable<Finding>;
  readonly end?: () => Iterable<Finding>;
}

/** One check: a plug-in of this room. What it remembers between rows lives in what `start` returns. */
export interface Check {
  readonly name: string;
  /** Ids of the rules it can report; each stands in docs/rules.md. */
  readonly rules: readonly string[];
  /** Schemas of the tables it looks at; null = every table. */
  readonly tables: readonly SchemaName[] | null;
  /** True when it also looks at copies in JSON Lines. */
  readonly copies?: boolean;
  readonly start: (context: CheckContext) => RunningCheck;
}
