import { compareText } from '../model/findings.js';

/** Rows that are looked up by an id. */
export interface AscendingRows<T> {
  /** All rows with the id. */
  of(id: string): readonly T[];
  /** Ends the reading. */
  close(): void;
}

/**
 * Looks rows up by an id in rows that are sorted by it, in memory that does not grow with them: ids are asked for in the
 * same order; one that belongs before the last begins anew.
 */
export function ascendingRows<T>(rows: Iterable<T>, idOf: (row: T) => string): AscendingRows<T> {
  let source: Iterator<T> | null = null;
  let next: T | null = null;
  let found: { readonly id: string; readonly rows: readonly T[] } | null = null;
  const take = (): void => {
    const step = source!.next();
    next = step.done ? null : step.value;
  };
  const close = (): void => {
    source?.return?.();
    source = null;
  };
  return {
    of: (id) => {
      if (found?.id === id) return found.rows;
      if (found !== null && compareText(id, found.id) < 0) close();
      if (source === null) {
        source = rows[Symbol.iterator]();
        take();
      }
      while (next !== null && compareText(idOf(next), id) < 0) take();
      const own: T[] = [];
      for (; next !== null && idOf(next) === id; take()) own.push(next);
      found = { id, rows: own };
      return own;
    },
    close,
  };
}
