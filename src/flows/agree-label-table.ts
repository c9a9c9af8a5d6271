import { ByteNames } from '../tables/byte-names.js';
import { labelPlace, type LabelRow } from './agree-label-rows.js';

/** One column of label rows: a code per row, −1 for a row that has no such cell, and the names behind the codes. */
export interface CodedColumn {
  readonly codes: Int32Array;
  readonly names: ByteNames;
}

/** Where a label stands. */
export interface LabelPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Label rows as columns of codes: millions of them take tens of megabytes where objects would take gigabytes. Names may
 * hold more than the rows use. Arrays are at least `rows` long.
 */
export interface LabelTable {
  readonly rows: number;
  readonly unit: CodedColumn;
  readonly annotator: CodedColumn;
  readonly label: CodedColumn;
  /** Null where no row has one; so are the next three. */
  readonly field: CodedColumn | null;
  /** Rounds as written; an empty one is the first. */
  readonly round: CodedColumn | null;
  readonly batch: CodedColumn | null;
  readonly cluster: CodedColumn | null;
  readonly place: (row: number) => LabelPlace;
}

export const COLUMNS = ['unit', 'annotator', 'label', 'field', 'round', 'batch', 'cluster'] as const;
export type ColumnName = (typeof COLUMNS)[number];

/** The round of each code of the round column, from 1. */
export function roundsOf({ names }: CodedColumn): Int32Array {
  return Int32Array.from({ length: names.length }, (_, code) => Number(names.name(code)) || 1);
}

/** The name in a column at a row; null where the row has none. */
export function nameAt(column: CodedColumn | null, row: number): string | null {
  const code = column === null ? -1 : column.codes[row]!;
  return code < 0 ? null : column!.names.name(code);
}

/** A row of a table as an object, for whoever asks for few of them. */
export function rowAt(table: LabelTable, row: number): LabelRow {
  const place = table.place(row);
  return {
    unit: nameAt(table.unit, row)!,
    annotator: nameAt(table.annotator, row)!,
    label: nameAt(table.label, row)!,
    field: nameAt(table.field, row),
    round: Number(nameAt(table.round, row)) || 1,
    batch: nameAt(table.batch, row) || null,
    cluster: nameAt(table.cluster, row) || null,
    line: place.line,
    at: row,
    source: { file: place.file, place: ({ at }) => table.place(at) },
  };
}

/** All rows of a table as objects. */
export function tableRows(table: LabelTable): LabelRow[] {
  return Array.from({ length: table.rows }, (_, row) => rowAt(table, row));
}

/** The table itself, or the one that holds the rows given. */
export function tableOf(rows: LabelTable | Iterable<LabelRow>): LabelTable {
  if (!(Symbol.iterator in rows)) return rows;
  const builder = labelTableBuilder();
  builder.add(rows);
  return builder.table();
}

/** The rows of a table that `keep` holds for, in their order; the table itself where it holds for all. */
export function filterTable(table: LabelTable, keep: (row: number) => boolean): LabelTable {
  const kept = new Int32Array(table.rows);
  let count = 0;
  for (let row = 0; row < table.rows; row++) if (keep(row)) kept[count++] = row;
  return count === table.rows ? table : pickRows(table, kept.subarray(0, count));
}

/** Some rows of a table, in the order given. */
export function pickRows(table: LabelTable, rows: Int32Array): LabelTable {
  const pick = <T extends CodedColumn | null>(column: T): T =>
    (column === null ? null : { ...column, codes: rows.map((row) => column.codes[row]!) }) as T;
  return {
    rows: rows.length,
    unit: pick(table.unit),
    annotator: pick(table.annotator),
    label: pick(table.label),
    field: pick(table.field),
    round: pick(table.round),
    batch: pick(table.batch),
    cluster: pick(table.cluster),
    place: (row) => table.place(rows[row]!),
  };
}

/** Rows that were added in one go, and where they stand. */
interface Segment {
  readonly from: number;
  readonly place: (row: number) => LabelPlace;
}

/** Collects label rows of one file after the other into one table. */
export interface LabelTableBuilder {
  readonly rows: number;
  readonly names: Readonly<Record<ColumnName, ByteNames>>;
  /**
   * The array of a column's codes with room for `more` rows behind the table's own and the `written` ones that are not
   * committed yet. What it returned before is outdated.
   */
  room(column: ColumnName, more: number, written?: number): Int32Array;
  /**
   * Counts rows whose codes were written into the arrays; columns not among `columns` get −1. `place` finds one of these
   * rows, counted from 0.
   */
  commit(count: number, columns: ReadonlySet<ColumnName>, place: (row: number) => LabelPlace): void;
  /** Adds rows that are objects. */
  add(rows: Iterable<LabelRow>): void;
  table(): LabelTable;
}

/** An empty table to be filled. */
export function labelTableBuilder(): LabelTableBuilder {
  const names = Object.fromEntries(
    COLUMNS.map((column) => [column, new ByteNames(column !== 'unit' && column !== 'annotator')]),
  ) as Record<ColumnName, ByteNames>;
  const codes: Partial<Record<ColumnName, Int32Array>> = {};
  const segments: Segment[] = [];
  let rows = 0;

  const room = (column: ColumnName, more: number, written = 0): Int32Array => {
    const old = codes[column];
    const needed = rows + written + more;
    if (old !== undefined && old.length >= needed) return old;
    const fresh = new Int32Array(old === undefined ? needed : Math.max(needed, 2 * old.length));
    if (old !== undefined) fresh.set(old.subarray(0, rows + written));
    else fresh.fill(-1, 0, rows);
    return (codes[column] = fresh);
  };

  const commit: LabelTableBuilder['commit'] = (count, columns, place) => {
    for (const column of COLUMNS) {
      if (!columns.has(column) && codes[column] !== undefined) room(column, count).fill(-1, rows, rows + count);
    }
    const from = rows;
    segments.push({ from, place: (row) => place(row - from) });
    rows += count;
  };

  const add = (added: Iterable<LabelRow>): void => {
    const list = Array.isArray(added) ? (added as readonly LabelRow[]) : [...added];
    const used = new Set<ColumnName>();
    const put = (column: ColumnName, nameOf: (row: LabelRow) => string | null): void => {
      if (column !== 'unit' && column !== 'annotator' && column !== 'label') {
        if (list.every((row) => nameOf(row) === null)) return;
      }
      used.add(column);
      const into = room(column, list.length);
      const known = new Map<string, number>();
      list.forEach((row, i) => {
        const name = nameOf(row);
        let code = name === null ? -1 : known.get(name);
        if (code === undefined) known.set(name!, (code = names[column].code(name!)));
        into[rows + i] = code;
      });
    };
    put('unit', ({ unit }) => unit);
    put('annotator', ({ annotator }) => annotator);
    put('label', ({ label }) => label);
    put('field', ({ field }) => field);
    put('round', ({ round }) => (round === 1 ? null : String(round)));
    put('batch', ({ batch }) => batch);
    put('cluster', ({ cluster }) => cluster);
    commit(list.length, used, (row) => labelPlace(list[row]!));
  };

  const place = (row: number): LabelPlace => {
    let [low, high] = [0, segments.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (segments[middle]!.from <= row) low = middle;
      else high = middle - 1;
    }
    return segments[low]!.place(row);
  };

  const column = (name: ColumnName): CodedColumn | null =>
    codes[name] === undefined ? null : { codes: codes[name], names: names[name] };
  const always = (name: ColumnName): CodedColumn => ({ codes: codes[name] ?? new Int32Array(0), names: names[name] });
  return {
    get rows() {
      return rows;
    },
    names,
    room,
    commit,
    add,
    table: () => ({
      rows,
      unit: always('unit'),
      annotator: always('annotator'),
      label: always('label'),
      field: column('field'),
      round: column('round'),
      batch: column('batch'),
      cluster: column('cluster'),
      place,
    }),
  };
}
