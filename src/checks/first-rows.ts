import type { Place } from '../model/findings.js';
import { KeyDigests } from '../tables/key-digests.js';
import type { RowView } from './check.js';
import { FirstPlaces } from './first-places.js';

/**
 * Keys of rows as digests, each with the place of the row that had it first: a million of them take some thirty
 * megabytes, however long they are.
 */
export class FirstRows {
  private readonly keys = new KeyDigests();
  private readonly places = new FirstPlaces();

  /** Notes a row's key, made of some of its fields; returns where an earlier row with the same key begins, if there is one. */
  add(fields: readonly string[], row: RowView): Place | null {
    const length = row.key(fields);
    if (length === 0) return null;
    const before = this.keys.length;
    const code = this.keys.lookUp(row.keyBytes, row.keyStart, row.keyStart + length);
    if (code < before) return this.places.of(code);
    this.places.add(row);
    return null;
  }
}
