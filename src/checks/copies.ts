import { finding, type Place } from '../model/findings.js';
import { formatCell } from '../tables/cells.js';
import type { Check, Row, RowView, TableFile, Tell } from './check.js';
import { relatedTo } from './say.js';

/** Rows of a copy that are compared cell by cell; where more differ, these show how. */
const MOST_COMPARED = 1000;

/** A table's copy in JSON Lines has the same rows as its CSV, in the same order. */
export const copies: Check = {
  name: 'copies',
  rules: ['table/copy-differs', 'table/copy-rows'],
  tables: ['statement', 'standoff-statement', 'turn', 'standoff-turn'],
  copies: true,
  start: ({ tables, reread }) => {
    const copied = new Set(tables.flatMap(({ name, copy }) => (copy ? [name] : [])));
    const originals = new Map<string, Original>();
    const done: { readonly original: Original; readonly copy: Copy }[] = [];
    let copy: Copy | null = null;
    return {
      table: (file) => {
        if (file.copy) copy = { file, differing: new Map(), more: 0 };
        else if (copied.has(file.name)) originals.set(file.name, newOriginal(file));
      },
      row: (row) => {
        const original = originals.get(row.file.name);
        if (!original) return;
        if (!row.file.copy) note(original, row);
        else if (!isSame(original, row) && copy) {
          if (copy.differing.size < MOST_COMPARED) copy.differing.set(row.index, snapshot(row));
          else copy.more++;
        }
      },
      fileEnd: (file, tell, rows) => {
        const original = originals.get(file.name);
        if (!file.copy || !copy || !original) return;
        if (original.count === rows) done.push({ original, copy });
        else {
          const message = `the file has ${rows} rows, ${original.file.path} ${original.count}`;
          tell(finding('table/copy-rows', { file: file.path, line: 1, column: 1 }, message));
          done.push({ original, copy: { ...copy, more: 0 } });
        }
      },
      end: (tell) => {
        for (const { original, copy: of } of done) {
          if (!of.differing.size) continue;
          reread(original.file.path, (row) => {
            const other = of.differing.get(row.index);
            if (other) compare(row, other, of.file, tell);
          });
        }
      },
    };
  },
};

interface Original {
  readonly file: TableFile;
  /** Two digests of each row's cells, one after the other. */
  digests: Uint32Array;
  count: number;
  readonly columns: readonly string[];
}

interface Copy {
  readonly file: TableFile;
  readonly differing: Map<number, Snapshot>;
  /** How many more rows differ than are compared. */
  more: number;
}

/** What is kept of a row of a copy that may differ. */
interface Snapshot {
  readonly values: Row;
  readonly recordId: string | null;
  readonly placeOf: (field: string | null) => Place;
}

const newOriginal = (file: TableFile): Original => {
  const own = (file.header ?? []).filter((name) => name.startsWith('x_'));
  const columns = [...file.table.columns.map(({ name }) => name), ...own];
  return { file, digests: new Uint32Array(512), count: 0, columns };
};

function note(original: Original, row: RowView): void {
  const at = 2 * original.count++;
  if (at === original.digests.length) {
    const larger = new Uint32Array(2 * at);
    larger.set(original.digests);
    original.digests = larger;
  }
  const [first, second] = digests(row, original.columns);
  original.digests[at] = first;
  original.digests[at + 1] = second;
}

function isSame({ digests: known, columns, count }: Original, row: RowView): boolean {
  if (row.index >= count) return true;
  const more = Object.keys(row.values).some((name) => name.startsWith('x_') && !columns.includes(name));
  const [first, second] = digests(row, columns);
  return !more && known[2 * row.index] === first && known[2 * row.index + 1] === second;
}

/** Two numbers of 32 bits (FNV-1a, and the same with another step): rows that differ share both once in 2^64. */
function digests(row: RowView, columns: readonly string[]): readonly [number, number] {
  const length = row.key(columns);
  const bytes = row.keyBytes;
  let first = 0x811c9dc5;
  let second = 0x1b873593;
  for (let at = row.keyStart; at < row.keyStart + length; at++) {
    const byte = bytes[at]!;
    first = Math.imul(first ^ byte, 0x01000193);
    second = Math.imul(second + byte, 0x9e3779b1) ^ (second >>> 13);
  }
  return [first >>> 0, second >>> 0];
}

const snapshot = (row: RowView): Snapshot => ({
  values: row.values,
  recordId: row.recordId(),
  placeOf: (field) => row.placeOf(field),
});

function compare(original: RowView, copy: Snapshot, { table, path }: TableFile, tell: Tell): void {
  const say = (field: string, message: string, value: string | null, related: Place | null): void => {
    const details = { record_id: copy.recordId, field, value, related: relatedTo(related) };
    tell(finding('table/copy-differs', { ...copy.placeOf(field), file: path }, message, details));
  };
  if (original.recordId() !== copy.recordId) {
    const message = `row ${original.index + 1} is "${copy.recordId}", in ${original.file.path} "${original.recordId()}"`;
    say(table.key[0]!, message, null, original.placeOf(null));
    return;
  }
  const own = [...(original.file.header ?? []), ...Object.keys(copy.values)].filter((name) => name.startsWith('x_'));
  for (const name of [...table.columns.map((column) => column.name), ...own]) {
    const [x, y] = [copy.values[name], original.values[name]].map(formatCell);
    if (x === y) continue;
    say(name, `"${name}" is "${x}", in ${original.file.path} "${y}"`, x || null, original.placeOf(name));
    return;
  }
}
