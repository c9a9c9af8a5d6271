import type { Finding } from '../model/generated.js';
import { readCsv } from '../tables/csv-reader.js';
import type { Draft, Repair } from './fix-draft.js';

/** Repairs with a place after which the cell there, if any, has the same value. */
const KEEPS_VALUE: ReadonlySet<string> = new Set(['blank row', 'quotation marks']);

/**
 * Reads a file before and after its repair and compares header and rows, cell by cell: they must be the same but for the
 * repaired cells and the order of columns, and reading must find no fault of form that was not there. `before` and
 * `after` are the texts. Returns what is different, null when nothing is.
 */
export function differenceAfter(
  { before, after }: { readonly before: string; readonly after: string },
  { file, order }: Pick<Draft, 'file' | 'order'>,
  repairs: readonly Repair[],
): string | null {
  const [old, now] = [readCsv(before, file), readCsv(after, file)];
  const repaired = new Map<string, string>();
  for (const { line, column, kind, after: value } of repairs)
    if (line !== null && column !== null && !KEEPS_VALUE.has(kind)) repaired.set(`${line}:${column}`, value);
  const expected = (cells: readonly string[], places: () => readonly { line: number; column: number }[]): string[] => {
    if (!repaired.size) return order.map((from) => cells[from]!);
    const at = places();
    return order.map((from) => repaired.get(`${at[from]!.line}:${at[from]!.column}`) ?? cells[from]!);
  };
  const header = expected(old.header, () => old.headerPlaces);
  if (
    !isSame(
      header.map((name) => name.trim()),
      now.header,
    )
  )
    return 'the header would be read differently';
  if (old.rows.length !== now.rows.length) return `${now.rows.length} rows would be read instead of ${old.rows.length}`;
  const lines = new Set(repairs.map(({ line }) => line));
  const lastLine = repairs.reduce((most, { line }) => Math.max(most, line ?? 0), 0);
  for (const [i, row] of old.rows.entries()) {
    const next = old.rows[i + 1]?.line ?? lastLine + 1;
    let touched = false;
    for (let line = row.line; line < next && !touched; line++) touched = lines.has(line);
    const cells = touched ? expected(row.cells, () => row.places) : order.map((from) => row.cells[from]!);
    if (!isSame(cells, now.rows[i]!.cells)) return `the row on line ${row.line} would be read differently`;
  }
  const fault = countMore(old.findings, now.findings);
  return fault === null ? null : `reading would find ${fault}`;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((cell, i) => cell === b[i]);
}

function countMore(before: readonly Finding[], after: readonly Finding[]): string | null {
  const counts = new Map<string, number>();
  for (const { rule } of before) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  for (const { rule } of after) {
    const left = (counts.get(rule) ?? 0) - 1;
    if (left < 0) return rule;
    counts.set(rule, left);
  }
  return null;
}

/** Where a finding stands, in numbers that a repair does not shift: the number of the row, null where not known. */
export type RowOf = (file: string, line: number) => number | null;

/**
 * The findings that were not there before: a rule has more of them in a file and field than it had. Of those the ones are
 * named whose row and message are new.
 */
export function freshFindings(
  before: { readonly findings: readonly Finding[]; readonly rowOf: RowOf },
  after: { readonly findings: readonly Finding[]; readonly rowOf: RowOf },
): Finding[] {
  const counts = new Map<string, number>();
  for (const found of before.findings) counts.set(groupOf(found), (counts.get(groupOf(found)) ?? 0) + 1);
  const more = new Set<string>();
  for (const found of after.findings) {
    const left = (counts.get(groupOf(found)) ?? 0) - 1;
    counts.set(groupOf(found), left);
    if (left < 0) more.add(groupOf(found));
  }
  if (!more.size) return [];
  const known = new Set(before.findings.map((found) => `${groupOf(found)}\n${rowIn(found, before.rowOf)}`));
  const grown = after.findings.filter((found) => more.has(groupOf(found)));
  const fresh = grown.filter((found) => !known.has(`${groupOf(found)}\n${rowIn(found, after.rowOf)}`));
  return fresh.length ? fresh : grown;
}

/** Of a row that differs from its copy one field is named: once that is mended the next one is no new fault. */
const groupOf = ({ rule, file, field }: Finding): string =>
  `${rule}\n${file}\n${rule === 'table/copy-differs' ? '' : field}`;

/** Row and column of a finding; the value stands in for the column, which a repair may shift. */
function rowIn({ file, line, value, message }: Finding, rowOf: RowOf): string {
  const row = file === null || line === null ? null : rowOf(file, line);
  return `${row}\n${value ?? message}`;
}
