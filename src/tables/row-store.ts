/** Rows that can be read again and again, each time in the same order. */
export interface StoredRows<T> extends Iterable<T> {
  readonly count: number;
}

/** Takes rows one after another; `done` ends the writing and gives them back in the order they came. */
export interface RowWriter<T> {
  push(row: T): void;
  done(): StoredRows<T>;
}

/**
 * Where rows are kept that may be too many for memory. Rows are plain records of what JSON can hold. Whoever makes a
 * store knows where it puts them (files/ has one on disk) and takes it away again.
 */
export interface RowStore {
  writer<T extends object>(): RowWriter<T>;
  /** Rows in the order of `compare`; rows that it calls equal stay in the order they came. */
  sorted<T extends object>(rows: Iterable<T>, compare: (a: T, b: T) => number): StoredRows<T>;
}

/** The rows of an array as stored rows. */
export function storedRows<T>(rows: readonly T[]): StoredRows<T> {
  return { count: rows.length, [Symbol.iterator]: () => rows[Symbol.iterator]() };
}

/** Stored rows, each changed while it is read. */
export function mapRows<T, U>(rows: StoredRows<T>, change: (row: T) => U): StoredRows<U> {
  return {
    count: rows.count,
    *[Symbol.iterator]() {
      for (const row of rows) yield change(row);
    },
  };
}

/** Some of stored rows, chosen while they are read; `count` says how many they are. */
export function filterRows<T>(rows: StoredRows<T>, keep: (row: T) => boolean, count: number): StoredRows<T> {
  return {
    count,
    *[Symbol.iterator]() {
      for (const row of rows) if (keep(row)) yield row;
    },
  };
}

/** A store that keeps all rows in memory: for small tables, and for a library user who does not care. */
export function memoryStore(): RowStore {
  return {
    writer<T>() {
      const rows: T[] = [];
      return { push: (row: T) => void rows.push(row), done: () => storedRows(rows) };
    },
    sorted: (rows, compare) => storedRows([...rows].sort(compare)),
  };
}
