import { decode } from '../checks/decode.js';
import type { Finding, SchemaName } from '../model/generated.js';
import { tables, type Table } from '../model/tables.js';
import { readCsv } from '../tables/csv-reader.js';
import { rawRows, type RawCell, type RawRow } from '../tables/csv-raw.js';

/** A file that may be repaired: what findings call it, what it holds, and its bytes. */
export interface FixableFile {
  readonly path: string;
  readonly schema: SchemaName;
  readonly bytes: Uint8Array;
}

/** A harmless change of a file: what was repaired, why, where, and what stands there now. */
export interface Repair {
  readonly file: string;
  /** The step that makes it, as people call it: "row ends", "cell", "column order". */
  readonly kind: string;
  /** Rule of the finding that it answers; null where there is none, as for a file that is CRLF throughout. */
  readonly rule: string | null;
  /** Physical line and character of the file as it was; null for a repair of the file as a whole. */
  readonly line: number | null;
  readonly column: number | null;
  readonly before: string;
  readonly after: string;
  /** Number of the row in the file as it was (header = 0); null for a repair of the file as a whole. */
  readonly row: number | null;
}

/** A row in repair: its cells as written and as read, its end, and the number of the row it was. */
export interface DraftRow {
  readonly cells: readonly Pick<RawCell, 'raw' | 'value'>[];
  readonly end: string;
  readonly row: number;
}

/** A CSV file in repair. `raw` is the file as it was, `rows` what it becomes; row 0 is the header. */
export interface Draft {
  readonly file: string;
  readonly table: Table;
  readonly bom: boolean;
  readonly separator: string;
  readonly raw: readonly RawRow[];
  readonly rows: readonly DraftRow[];
  /** Column of `raw` that each column of `rows` was. */
  readonly order: readonly number[];
}

/** What a step knows besides the draft: the file's findings, and which repairs were tried and given up. */
export interface StepContext {
  readonly findings: readonly Finding[];
  readonly isDropped: (repair: Repair) => boolean;
}

/** One kind of repair: gives the draft with it, and what it did. */
export type Step = (
  draft: Draft,
  context: StepContext,
) => { readonly draft: Draft; readonly repairs: readonly Repair[] };

/**
 * Opens a file for repair. Null for one that is no CSV table, is not UTF-8, has no header, or can be read in two ways (a
 * quotation mark that is never closed): nothing is repaired there.
 */
export function openDraft({ path, schema, bytes }: FixableFile): Draft | null {
  const table = tables[schema];
  if (!table || !path.endsWith('.csv')) return null;
  const { text, findings } = decode(bytes, path);
  if (text === null || findings.length) return null;
  const bom = text.startsWith('\ufeff');
  const read = readCsv(text, path);
  if (!read.header.length || read.findings.some(({ rule }) => rule === 'csv/unclosed-quote')) return null;
  for (const separator of [',', ';', '\t']) {
    const raw = rawRows(bom ? text.slice(1) : text, separator);
    if (!raw || !isSameReading(raw, [read.header, ...read.rows.map(({ cells }) => cells)])) continue;
    const rows = raw.map(({ cells, end }, row) => ({ cells, end, row }));
    return { file: path, table, bom, separator, raw, rows, order: read.header.map((_, i) => i) };
  }
  return null;
}

/** True for a row without any content, which reading leaves out. */
export function isBlank({ cells }: { readonly cells: readonly { readonly value: string }[] }): boolean {
  return cells.every(({ value }) => value === '');
}

/** True when the rows as written are the rows that were read, blank ones aside. */
function isSameReading(raw: readonly RawRow[], read: readonly (readonly string[])[]): boolean {
  const width = read[0]!.length;
  const rows = raw.filter((row, i) => i === 0 || !isBlank(row));
  return (
    rows.length === read.length &&
    rows[0]!.cells.length === width &&
    rows.every(({ cells }, r) =>
      read[r]!.every((value, c) => {
        const written = cells[c]?.value ?? '';
        return (r === 0 ? written.trim() : written) === value;
      }),
    )
  );
}

/** True when every row has as many cells as the header, blank ones aside, and no quotation mark leaves a doubt. */
export function isEven({ raw, rows }: Draft): boolean {
  const width = raw[0]!.cells.length;
  return rows.every(
    (row) =>
      isBlank(row) ||
      (row.cells.length === width &&
        !row.cells.some(({ raw: written }) => (written.startsWith('"') ? isCutShort(written) : written.includes('"')))),
  );
}

/** True for a quoted cell with text behind its closing mark. */
function isCutShort(written: string): boolean {
  return !/^"(?:[^"]|"")*"$/.test(written);
}

/** The text of one row of a draft. */
export function rowText({ separator, rows, bom }: Draft, at: number): string {
  const { cells, end } = rows[at]!;
  return `${at === 0 && bom ? '\ufeff' : ''}${cells.map(({ raw }) => raw).join(separator)}${end}`;
}

/** The text of a row as it was. */
export function rawText({ raw }: Draft, { bom, separator }: Pick<Draft, 'bom' | 'separator'>, at: number): string {
  const { cells, end } = raw[at]!;
  return `${at === 0 && bom ? '\ufeff' : ''}${cells.map((cell) => cell.raw).join(separator)}${end}`;
}

/** The draft as the bytes of a file. */
export function draftBytes(draft: Draft): Uint8Array {
  const encoder = new TextEncoder();
  const parts = draft.rows.map((_, at) => encoder.encode(rowText(draft, at)));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
