import { sha256 } from '../model/hash.js';
import type { CsvTable } from './csv-table.js';
import type { RowOrder } from './row-order.js';
import type { RowStore } from './row-store.js';
import { sortedTable } from './sorted-table.js';
import { TableCursor } from './table-cursor.js';

/** Two versions of a table without the rows that both have, sorted; and how many those are. */
export interface UncommonRows {
  readonly before: CsvTable;
  readonly after: CsvTable;
  readonly common: number;
}

/**
 * Sets aside the rows of two versions of a table that are written with the same bytes, wherever they stand, so that only
 * the others have to be sorted: of tables out of order most rows are the same. Rows are known by their SHA-256 (104 bits
 * of it), which takes some 40 bytes of memory for each row of the old version.
 */
export function uncommonRows(before: CsvTable, after: CsvTable, key: RowOrder, store: RowStore): UncommonRows {
  const digests = new DigestSet();
  const cursor = new TableCursor(before, { columns: [], numbers: [] });
  while (cursor.next()) digests.add(cursor.written());
  let common = 0;
  const fresh = sortedTable(after, key, store, {
    keep: (row) => {
      const isCommon = digests.take(row.written());
      if (isCommon) common++;
      return !isCommon;
    },
  });
  let at = 0;
  const old = sortedTable(before, key, store, { keep: () => !digests.isTaken(at++) });
  return { before: old, after: fresh, common };
}

const EMPTY = -1;

/** Digests in the order in which they came, each to be taken once; equal ones are each their own. */
class DigestSet {
  private count = 0;
  private high = new Float64Array(1024);
  private low = new Float64Array(1024);
  private taken = new Uint8Array(1024);
  /** Places of digests by their first bits; a power of two, and never more than half full. */
  private table = new Int32Array(4096).fill(EMPTY);

  add(bytes: Uint8Array): void {
    if (this.count === this.high.length) this.grow();
    const [high, low] = parts(bytes);
    this.high[this.count] = high;
    this.low[this.count] = low;
    this.put(this.count++);
  }

  /** Takes one that equals these bytes' digest; false when there is none left. */
  take(bytes: Uint8Array): boolean {
    const [high, low] = parts(bytes);
    const mask = this.table.length - 1;
    for (let slot = high % this.table.length; this.table[slot] !== EMPTY; slot = (slot + 1) & mask) {
      const place = this.table[slot]!;
      if (this.taken[place] === 1 || this.high[place] !== high || this.low[place] !== low) continue;
      this.taken[place] = 1;
      return true;
    }
    return false;
  }

  isTaken(place: number): boolean {
    return this.taken[place] === 1;
  }

  private put(place: number): void {
    const mask = this.table.length - 1;
    let slot = this.high[place]! % this.table.length;
    while (this.table[slot] !== EMPTY) slot = (slot + 1) & mask;
    this.table[slot] = place;
  }

  private grow(): void {
    const size = 2 * this.high.length;
    const larger = <T extends Float64Array | Uint8Array>(old: T, fresh: T): T => {
      fresh.set(old);
      return fresh;
    };
    this.high = larger(this.high, new Float64Array(size));
    this.low = larger(this.low, new Float64Array(size));
    this.taken = larger(this.taken, new Uint8Array(size));
    this.table = new Int32Array(4 * size).fill(EMPTY);
    for (let place = 0; place < this.count; place++) this.put(place);
  }
}

/** Twice 52 bits of a digest, as whole numbers. */
function parts(bytes: Uint8Array): readonly [high: number, low: number] {
  const digest = sha256(bytes);
  return [parseInt(digest.slice(0, 13), 16), parseInt(digest.slice(13, 26), 16)];
}
