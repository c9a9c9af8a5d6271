/** A row as the reference reads it. */
export interface ReferenceRow {
  readonly cells: readonly string[];
  /** Position of its first character, and of the first behind its line end. */
  readonly from: number;
  readonly to: number;
  readonly strays: number;
}

/**
 * The CSV that we read, as slowly and plainly as can be: RFC 4180, line ends of any kind, and marks that stray within
 * a line. Null where a mark is never closed, or is closed on a later line by what is not the end of a cell, or by what
 * may be the beginning of another (unless there is no `doubt`): there recovery begins, for which this is no reference.
 */
export function referenceRows(text: string, separator = ',', doubt = true): ReferenceRow[] | null {
  const rows: ReferenceRow[] = [];
  let at = 0;
  const atEnd = (): boolean => at >= text.length || text[at] === separator || text[at] === '\n' || text[at] === '\r';
  while (at < text.length) {
    const from = at;
    const cells: string[] = [];
    let strays = 0;
    for (;;) {
      let cell = '';
      if (text[at] === '"') {
        at++;
        let broken = false;
        for (;;) {
          if (at >= text.length) return null;
          if (text[at] === '"' && text[at + 1] === '"') {
            cell += '"';
            at += 2;
          } else if (text[at] === '"') break;
          else {
            if (text[at] === '\n' || text[at] === '\r') broken = true;
            cell += text[at++]!;
          }
        }
        const before = text[at - 1]!;
        at++;
        if (broken && (!atEnd() || (doubt && [separator, '\n', '\r'].includes(before)))) return null;
        if (!atEnd()) strays++;
        while (!atEnd()) cell += text[at++]!;
      } else {
        let stray = false;
        while (!atEnd()) {
          if (text[at] === '"') stray = true;
          cell += text[at++]!;
        }
        if (stray) strays++;
      }
      cells.push(cell);
      if (at < text.length && text[at] === separator) at++;
      else break;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 2;
    else if (at < text.length) at++;
    rows.push({ cells, from, to: at, strays });
  }
  return rows;
}
