/** Rows that are written at a time. */
const ROWS = 256;

/** Rows in groups of some hundred, so that a long table can be written in pieces. */
export function* groupsOf<T>(rows: Iterable<T>, { size = ROWS }: { readonly size?: number } = {}): Generator<T[]> {
  let group: T[] = [];
  for (const row of rows) {
    group.push(row);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length) yield group;
}

/** A long text in pieces: what comes first, then what `write` makes of each group of rows. Made anew on each reading. */
export function inPieces<T>(
  rows: Iterable<T>,
  write: (group: readonly T[]) => string,
  { first = '' }: { readonly first?: string } = {},
): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      if (first) yield first;
      for (const group of groupsOf(rows)) yield write(group);
    },
  };
}
