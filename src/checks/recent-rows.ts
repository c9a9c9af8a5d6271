/** Rows that are remembered, words of theirs, and places of an index in which a key may stand. */
const ROWS = 1 << 13;
const WORDS = 1 << 18;
const SETS = 1 << 12;
const WAYS = 4;

/** Hash to row, of the rows seen last: a few places a key, of which the oldest is given up. */
export class RecentIndex {
  private readonly keys = new Int32Array(SETS * WAYS);
  private readonly rows = new Int32Array(SETS * WAYS).fill(-1);

  /** The row that had the key last, −1 for none; the present row takes its place. */
  swap(key: number, row: number): number {
    const { keys, rows } = this;
    const first = ((key ^ (key >>> 13)) & (SETS - 1)) * WAYS;
    let oldest = first;
    for (let at = first; at < first + WAYS; at++) {
      if (keys[at] === key && rows[at]! >= 0) {
        const before = rows[at]!;
        rows[at] = row;
        return before;
      }
      if (rows[at]! < rows[oldest]!) oldest = at;
    }
    keys[oldest] = key;
    rows[oldest] = row;
    return -1;
  }
}

/**
 * The last some thousand rows, each as a few numbers and the hashes of its words, in memory that does not grow. A row's
 * numbers stand in each array at its `slot`. A class because a hot loop uses its arrays again.
 */
export class RecentRows {
  /** Hash of document, speaker and target. */
  readonly base = new Int32Array(ROWS);
  readonly segments = new Int32Array(ROWS);
  readonly start = new Int32Array(ROWS);
  readonly end = new Int32Array(ROWS);
  readonly letters = new Int32Array(ROWS);
  /** Hash of the row's cluster_id; 0 for none. */
  readonly cluster = new Int32Array(ROWS);
  /** 1 when the row says that it restates another. */
  readonly restates = new Uint8Array(ROWS);
  readonly line = new Int32Array(ROWS);
  /** Number of the row's file. */
  readonly file = new Int32Array(ROWS);
  /** The row before it that has its base; −1 for none. */
  readonly before = new Int32Array(ROWS);
  private readonly counts = new Int32Array(ROWS);
  private readonly froms = new Int32Array(ROWS);
  private readonly words = new Int32Array(WORDS);
  private written = 0;
  /** Number of the present row. */
  present = -1;

  /** Goes on to the next row, with its words; returns its slot. */
  next(words: Int32Array, count: number): number {
    const slot = this.slot(++this.present);
    this.counts[slot] = count;
    this.froms[slot] = this.written;
    for (let i = 0; i < count; i++) this.words[(this.written + i) & (WORDS - 1)] = words[i]!;
    this.written = (this.written + count) | 0;
    return slot;
  }

  /** Whether a row before the present one is still remembered. */
  has(row: number): boolean {
    return row >= 0 && row > this.present - ROWS && row < this.present;
  }

  /** Where a row's numbers stand. */
  slot(row: number): number {
    return row & (ROWS - 1);
  }

  /** How many words two texts differ in, where one word at one place was put in, taken out or changed: 0 or 1; else 2. */
  difference(a: number, b: number): number {
    const { words, counts, froms } = this;
    const [long, short] = [Math.max(counts[a]!, counts[b]!), Math.min(counts[a]!, counts[b]!)];
    const oldest = Math.max((this.written - froms[a]!) | 0, (this.written - froms[b]!) | 0);
    if (long - short > 1 || oldest > WORDS) return 2;
    const same = (i: number, j: number): boolean =>
      words[(froms[a]! + i) & (WORDS - 1)] === words[(froms[b]! + j) & (WORDS - 1)];
    let head = 0;
    while (head < short && same(head, head)) head++;
    if (head === long) return 0;
    let tail = 0;
    while (tail < short - head && same(counts[a]! - 1 - tail, counts[b]! - 1 - tail)) tail++;
    return head + tail >= long - 1 ? 1 : 2;
  }
}
