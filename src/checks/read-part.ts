import type { Table } from '../model/tables.js';
import type { Deferred } from './deferred.js';
import type { TableLookups } from './lookups.js';
import type { ChecksRun } from './run-checks.js';
import type { FindingSink } from './sink.js';
import type { SourceFile } from './validation-input.js';

/** A file of a table that is about to be read, and where what is found in it goes. */
export interface ReadPart {
  readonly source: SourceFile;
  readonly name: string;
  readonly table: Table;
  readonly chunks: Iterable<Uint8Array>;
  /** Length of the byte order mark: 3 or 0. */
  readonly start: number;
  /** Own columns of the table that the codebook declares, in its order. */
  readonly custom?: readonly string[];
  readonly separator: ',' | ';' | '\t';
  /** Says whether bytes that are not UTF-8 have been met so far. */
  readonly foreign: () => boolean;
  readonly seen?: ((rows: number, file: string) => void) | undefined;
  readonly sink: FindingSink;
  readonly run: ChecksRun;
  readonly lookups: TableLookups;
  readonly deferred: Deferred;
}
