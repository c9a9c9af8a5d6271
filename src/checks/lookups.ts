import type { Place } from '../model/findings.js';
import { ByteNames } from '../tables/byte-names.js';
import { formatCell } from '../tables/cells.js';
import { IntList } from '../tables/int-list.js';
import type { RowView } from './check.js';
import { FirstPlaces } from './first-places.js';

/** A column of a table to look ids up in, and some other columns of the row that has an id first. */
export interface Lookup {
  /** True when there is such a table at all; where there is none, nothing can be said. */
  readonly present: boolean;
  /** True when every file of the table has been read. */
  readonly complete: boolean;
  /** Number of different ids. */
  readonly size: number;
  has(id: string): boolean;
  /** Number of an id in the order in which they came, from 0; −1 where it is not there. */
  numberOf(id: string): number;
  /** Another column of the row that has the id first, as text; '' for none. The column was named when asking. */
  get(id: string, column: string): string;
  /** Where the row that has the id first begins. */
  placeOf(id: string): Place | null;
  /** Whether an earlier row has the id of the row that was read last, and where. */
  readonly repeats: boolean;
  first(): Place | null;
  /** Every id, in the order in which they came. */
  ids(): string[];
}

/** All lookups of one run. */
export interface Lookups {
  /** True when every file of every table has been read. */
  readonly done: boolean;
  /** A lookup for a reference ("documents.document_id") and other columns of that row; the same one for the same reference. */
  of(reference: string, columns?: readonly string[]): Lookup;
}

const encoder = new TextEncoder();

/** Ids of one column, as bytes, with the place of the first row with each. */
class Index implements Lookup {
  present = false;
  complete = false;
  /** Whether an earlier row has the id of the row that was added last. */
  repeats = false;
  private readonly known = new ByteNames();
  private readonly places = new FirstPlaces();
  private readonly others = new Map<string, { readonly names: ByteNames; readonly codes: IntList }>();

  private readonly fields: readonly string[];
  /** The code of the id that was added last. */
  private added = -1;
  /** The id looked for last: rows come by document and speaker. */
  private sought = '';
  private found = -1;

  constructor(column: string) {
    this.fields = [column];
  }

  want(columns: readonly string[]): void {
    for (const name of columns) {
      if (!this.others.has(name)) this.others.set(name, { names: new ByteNames(), codes: new IntList() });
    }
  }

  add(row: RowView): void {
    this.sought = '';
    this.repeats = false;
    const length = row.key(this.fields);
    if (length === 0) {
      this.added = -1;
      return;
    }
    const before = this.known.length;
    this.added = this.known.lookUp(row.keyBytes, row.keyStart, row.keyStart + length);
    this.repeats = this.added < before;
    if (this.repeats) return;
    this.places.add(row);
    for (const [name, { names, codes }] of this.others) {
      const size = row.key([name]);
      codes.push(names.lookUp(row.keyBytes, row.keyStart, row.keyStart + size));
    }
  }

  get size(): number {
    return this.known.length;
  }

  has(id: string): boolean {
    return this.numberOf(id) >= 0;
  }

  numberOf(id: string): number {
    if (id === '') return -1;
    if (id === this.sought) return this.found;
    const bytes = encoder.encode(id);
    this.sought = id;
    return (this.found = this.known.find(bytes, 0, bytes.length));
  }

  get(id: string, column: string): string {
    const code = this.numberOf(id);
    const other = this.others.get(column);
    return code < 0 || !other ? '' : other.names.name(other.codes.get(code));
  }

  placeOf(id: string): Place | null {
    const code = this.numberOf(id);
    return code < 0 ? null : this.places.of(code);
  }

  ids(): string[] {
    return Array.from({ length: this.size }, (_, code) => this.known.decode(code));
  }

  first(): Place | null {
    return this.added < 0 ? null : this.places.of(this.added);
  }
}

/** The lookups of a run, and how the rows of tables get into them. */
export class TableLookups implements Lookups {
  done = false;
  private readonly indexes = new Map<string, Index>();
  private readonly byTable = new Map<string, Index[]>();

  of(reference: string, columns: readonly string[] = []): Lookup {
    const [table, column] = reference.split('.') as [string, string];
    let index = this.indexes.get(reference);
    if (!index) {
      index = new Index(column);
      this.indexes.set(reference, index);
      this.byTable.set(table, [...(this.byTable.get(table) ?? []), index]);
    }
    index.want(columns);
    return index;
  }

  /** Says that a table has files. */
  announce(table: string): void {
    for (const index of this.byTable.get(table) ?? []) index.present = true;
  }

  add(row: RowView): void {
    const indexes = this.byTable.get(row.file.name);
    if (indexes) for (const index of indexes) index.add(row);
  }

  /** Says that every file of a table has been read. */
  complete(table: string): void {
    for (const index of this.byTable.get(table) ?? []) index.complete = true;
  }
}

/** Bytes of a key that is given as texts. */
export function keyBytes(values: readonly unknown[]): Uint8Array {
  return encoder.encode(values.map(formatCell).join(KEY_SEPARATOR));
}

/** Stands between the parts of a key. */
export const KEY_SEPARATOR = '\u001f';
