/** A row to be compared: its cells under the table's header, and where it stands. */
export interface DiffRow {
  readonly cells: readonly string[];
  readonly file: string;
  /** Physical line on which the row begins. */
  readonly line: number;
}

/** A table to be compared, as text; `stackTables` makes one of several files. */
export interface DiffTable {
  readonly header: readonly string[];
  readonly rows: readonly DiffRow[];
}

/** A cell that is not what it was; "" where the cell, or its column, was or is not there. */
export interface CellChange {
  readonly column: string;
  readonly old: string;
  readonly new: string;
}

/** A row that is in both tables, with other cells; `cells` are those that changed, in the new header's order. */
export interface ChangedRow {
  readonly old: DiffRow;
  readonly new: DiffRow;
  readonly cells: readonly CellChange[];
}

/** What became of a table's rows. */
export interface KeyedDiff {
  /** The columns that rows were recognised by; none where the whole row had to do. */
  readonly key: readonly string[];
  /** Columns that only the new table has, and those that only the old one had. */
  readonly columns: { readonly added: readonly string[]; readonly withdrawn: readonly string[] };
  /** In the new table's order. */
  readonly added: readonly DiffRow[];
  readonly changed: readonly ChangedRow[];
  /** In the old table's order. */
  readonly withdrawn: readonly DiffRow[];
  readonly unchanged: number;
}

interface Pairing {
  readonly old: number[];
  readonly new: number[];
}

/**
 * Compares two versions of a table by key, whatever the order of rows and columns: sorting touches nothing. Cells are
 * compared as text, by the names of their columns. Where a key stands more than once, equal rows are paired first, then
 * the others in their order, so that a third copy is one added row. Key columns that one of the tables lacks are left
 * out of the key; without any, a row is its own key and can only be added or withdrawn.
 */
export function keyedDiff(before: DiffTable, after: DiffTable, key: readonly string[]): KeyedDiff {
  const common = key.filter((column) => before.header.includes(column) && after.header.includes(column));
  // Behind an empty table there is nothing to lack.
  const used = before.rows.length === 0 || after.rows.length === 0 ? [...key] : common;
  const header = [...new Set([...before.header, ...after.header])];
  const oldAt = header.map((column) => before.header.lastIndexOf(column));
  const newAt = header.map((column) => after.header.lastIndexOf(column));
  const keyOf = (at: readonly number[]): ((row: DiffRow) => string) => {
    const places = (used.length ? used : header).map((column) => at[header.indexOf(column)] ?? -1);
    const [only] = places;
    if (places.length === 1) return ({ cells }) => cells[only!] ?? '';
    return ({ cells }) => places.map((place) => cells[place] ?? '').join('\u001f');
  };
  const pairings = pairingsOf(before.rows.map(keyOf(oldAt)), after.rows.map(keyOf(newAt)));
  const partner = new Int32Array(after.rows.length).fill(-1);
  const gone = new Uint8Array(before.rows.length).fill(1);
  const contentOf = (row: DiffRow, at: readonly number[]): string =>
    at.map((place) => row.cells[place] ?? '').join('\u001f');
  for (const pairing of pairings.values()) {
    if (pairing.old.length > 1 || pairing.new.length > 1) {
      pairEqual(
        pairing,
        pairing.old.map((row) => contentOf(before.rows[row]!, oldAt)),
        pairing.new.map((row) => contentOf(after.rows[row]!, newAt)),
      );
    }
    pairing.new.forEach((row, i) => {
      const old = pairing.old[i];
      if (old === undefined) return;
      partner[row] = old;
      gone[old] = 0;
    });
  }
  const added: DiffRow[] = [];
  const changed: ChangedRow[] = [];
  after.rows.forEach((row, i) => {
    if (partner[i]! < 0) {
      added.push(row);
      return;
    }
    const old = before.rows[partner[i]!]!;
    let cells: CellChange[] | null = null;
    for (let c = 0; c < header.length; c++) {
      const [was, is] = [old.cells[oldAt[c]!] ?? '', row.cells[newAt[c]!] ?? ''];
      if (was !== is) (cells ??= []).push({ column: header[c]!, old: was, new: is });
    }
    if (cells) changed.push({ old, new: row, cells });
  });
  return {
    key: used,
    columns: {
      added: before.header.length ? after.header.filter((column) => !before.header.includes(column)) : [],
      withdrawn: after.header.length ? before.header.filter((column) => !after.header.includes(column)) : [],
    },
    added,
    changed,
    withdrawn: before.rows.filter((_, i) => gone[i] === 1),
    unchanged: after.rows.length - added.length - changed.length,
  };
}

function pairingsOf(old: readonly string[], fresh: readonly string[]): Map<string, Pairing> {
  const pairings = new Map<string, Pairing>();
  const at = (key: string): Pairing => {
    let pairing = pairings.get(key);
    if (!pairing) pairings.set(key, (pairing = { old: [], new: [] }));
    return pairing;
  };
  old.forEach((key, row) => at(key).old.push(row));
  fresh.forEach((key, row) => at(key).new.push(row));
  return pairings;
}

/** Puts rows of one key that are equal at equal places of the two lists, before all others. */
function pairEqual(pairing: Pairing, old: readonly string[], fresh: readonly string[]): void {
  const waiting = new Map<string, number[]>();
  fresh.forEach((content, i) => {
    const list = waiting.get(content);
    if (list) list.push(i);
    else waiting.set(content, [i]);
  });
  const [equalOld, equalNew] = [new Set<number>(), new Set<number>()];
  old.forEach((content, i) => {
    const found = waiting.get(content)?.shift();
    if (found === undefined) return;
    equalOld.add(i);
    equalNew.add(found);
  });
  const first = (rows: number[], equal: ReadonlySet<number>): void => {
    const others = rows.filter((_, i) => !equal.has(i));
    [...[...equal].map((i) => rows[i]!), ...others].forEach((row, i) => (rows[i] = row));
  };
  first(pairing.old, equalOld);
  first(pairing.new, equalNew);
}
