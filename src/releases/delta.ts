/** Why a cell or a row is not what it was, as far as the tables of the release say it; nothing is made up. */
export type ChangeReason =
  | {
      /** An adjudication decided the new value. */
      readonly from: 'adjudication';
      readonly reason: string | null;
      readonly rule_id: string | null;
      readonly decided_by: string | null;
    }
  | {
      /** The new value is what annotators said: `basis` of `labels` labels. */
      readonly from: 'labels';
      readonly basis: string;
      readonly labels: number;
    }
  | {
      /** The row was withdrawn by a tombstone. */
      readonly from: 'tombstone';
      readonly reason: string | null;
      readonly replaced_by: string | null;
    }
  | {
      /** The row is in standoff/ only now, as its document's text may no longer be handed on. */
      readonly from: 'withheld';
    };

/** A table of the new release: what is needed to write it, and how many rows differ from the release before. */
export interface DeltaTable {
  readonly table: string;
  readonly columns: readonly string[];
  /** The columns that the release before has; null where it has no such table. */
  readonly columns_before: readonly string[] | null;
  /** The columns that a row is known by, in the order in which the changes are sorted. */
  readonly key: readonly string[];
  /** The columns that the rows of the release are sorted by. */
  readonly order: readonly string[];
  /** Columns of `key` and `order` that are sorted as numbers; all others are sorted as text, by UTF-16 unit. */
  readonly numbers: readonly string[];
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
  /** Digest of the release's data/<table>.csv; null where it was not at hand. */
  readonly sha256: string | null;
}

/** First line of a delta. */
export interface DeltaHead {
  /** Version of this format. */
  readonly delta: 1;
  readonly from: string;
  readonly to: string;
  /** Whether the release before and these changes make the new one, byte for byte; where not, `reason` says why. */
  readonly rebuilds: boolean;
  readonly reason: string | null;
  /** In the order of their changes below. */
  readonly tables: readonly DeltaTable[];
  /** Tables that only the release before has; each of their rows is withdrawn below. */
  readonly removed_tables: readonly {
    readonly table: string;
    readonly key: readonly string[];
    readonly rows: number;
  }[];
}

interface OpRow {
  readonly table: string;
  /** Cells of the key's columns. */
  readonly key: readonly string[];
  /** Stands only where several rows have one key: 2 for the second of them, …. */
  readonly nth?: number;
}

/** A new row, by column; a column that is not named is empty. */
export interface AddOp extends OpRow {
  readonly op: 'ADD';
  readonly row: Readonly<Record<string, string>>;
}

/** A cell that has changed: the text of the CSV cell before and now, null for an empty one. */
export interface ModCell {
  readonly column: string;
  readonly old: string | null;
  readonly new: string | null;
  readonly reason: ChangeReason | null;
}

/** A row of which some cells have changed. */
export interface ModOp extends OpRow {
  readonly op: 'MOD';
  /** Document of the row before, where the table has such a column outside of its key. */
  readonly document_id?: string;
  readonly cells: readonly ModCell[];
}

/** A row that is gone; its cells are not repeated, as a withdrawal may be for their sake. */
export interface DelOp extends OpRow {
  readonly op: 'DEL';
  readonly document_id?: string;
  readonly reason: ChangeReason | null;
}

/** One change of one row. */
export type DeltaOp = AddOp | ModOp | DelOp;

/** How two releases differ, row by row. */
export interface Delta {
  readonly head: DeltaHead;
  /** By table in the head's order, then by key; can be read again and again. */
  readonly ops: Iterable<DeltaOp>;
}
