/** Rows of one source, in the order of their ids. */
export interface IdSource<T> {
  readonly rows: Iterable<T>;
  readonly idOf: (row: T) => string;
}

/** The rows of each source that share an id, in the order of the sources. */
export interface IdGroup<S extends readonly unknown[]> {
  readonly id: string;
  readonly rows: { readonly [K in keyof S]: readonly S[K][] };
}

/**
 * Walks several sources that are ordered by id (by code unit) side by side: one group for each id that any of them has.
 * Only the rows of one id are in memory.
 */
export function* joinSorted<S extends readonly unknown[]>(
  ...sources: { readonly [K in keyof S]: IdSource<S[K]> }
): Generator<IdGroup<S>> {
  const heads = (sources as readonly IdSource<unknown>[]).map(({ rows, idOf }) => {
    const iterator = rows[Symbol.iterator]();
    return { iterator, idOf, next: iterator.next() };
  });
  for (;;) {
    let id: string | null = null;
    for (const { next, idOf } of heads) {
      if (next.done) continue;
      const own = idOf(next.value);
      if (id === null || own < id) id = own;
    }
    if (id === null) return;
    const rows = heads.map((head) => {
      const group: unknown[] = [];
      while (!head.next.done && head.idOf(head.next.value) === id) {
        group.push(head.next.value);
        head.next = head.iterator.next();
      }
      return group;
    });
    yield { id, rows: rows as never };
  }
}
