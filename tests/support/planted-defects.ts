import { validate } from '../../src/flows/validate.js';
import type { Finding } from '../../src/model/generated.js';
import { asCsv, plantedInput, plantedTable, ROWS, type RawTable } from './planted-dataset.js';

/** A fault in one place of a table of 41 rows that is clean otherwise, and the finding that must name it. */
export interface PlantedDefect {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly rule: string;
  readonly line: number;
  readonly column: number;
}

const { table: clean, texts } = plantedTable();

/** The table without any defect, as bytes. */
export const cleanBytes: Uint8Array = utf8(asCsv(clean));

/** A row whose speaker's role has letters beyond ASCII, and one whose text needs no quotation marks. */
const ACCENTED = 1 + clean.rows.findIndex((cells) => cells[at('speaker_role')] === 'envoy to Åsgård');
const PLAIN = 22;
/** A row whose text has a comma and no quotation marks. */
const COMMA = 1 + clean.rows.findIndex((cells) => /^"[^"]*, as before[^"]*"$/.test(cells[at('text')]!));

function at(name: string): number {
  return clean.header.indexOf(name);
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A row of the clean table, from 1, as raw cells. */
const row = (n: number): readonly string[] => clean.rows[n - 1]!;

const withRow = (n: number, cells: readonly string[]): RawTable => ({
  ...clean,
  rows: clean.rows.map((one, i) => (i === n - 1 ? cells : one)),
});

const withCells = (n: number, cells: Readonly<Record<string, string>>): RawTable =>
  withRow(
    n,
    row(n).map((cell, i) => cells[clean.header[i]!] ?? cell),
  );

/** Where the cell of an index begins in a line of these raw cells, from 1. */
const startOf = (cells: readonly string[], index: number): number =>
  1 + cells.slice(0, index).reduce((sum, cell) => sum + cell.length + 1, 0);

/** A defect that is another content of one cell; `inside` = characters from the cell's beginning to the place. */
function cell(name: string, n: number, column: string, content: string, rule: string, inside = 0): PlantedDefect {
  const bytes = utf8(asCsv(withCells(n, { [column]: content })));
  return { name, bytes, rule, line: n + 1, column: startOf(row(n), at(column)) + inside };
}

function whole(name: string, text: string, rule: string, line = 1, column = 1): PlantedDefect {
  return { name, bytes: utf8(text), rule, line, column };
}

/** The byte of an Å in Latin-1, put where a "#" stands. */
function latin1(): PlantedDefect {
  const planted = cell(
    'Latin-1 byte',
    ACCENTED,
    'speaker_role',
    'envoy to #sgard',
    'file/encoding',
    'envoy to '.length,
  );
  return { ...planted, bytes: planted.bytes.map((byte) => (byte === 0x23 ? 0xc5 : byte)) };
}

function missingCell(): PlantedDefect {
  const cells = row(25).filter((_, i) => i !== at('speaker_role'));
  const text = asCsv(withRow(25, cells));
  return whole('missing cell', text, 'csv/short-row', 26, startOf(cells, cells.length - 1));
}

function extraCell(): PlantedDefect {
  const cells = row(COMMA).flatMap((one, i) => (i === at('text') ? one.slice(1, -1).split(',') : [one]));
  const text = asCsv(withRow(COMMA, cells));
  return whole('extra cell', text, 'csv/long-row', COMMA + 1, startOf(cells, clean.header.length - 1));
}

function nearDuplicate(): PlantedDefect {
  const twin = row(10);
  const [start, end] = [Number(twin[at('start')]), Number(twin[at('end')]) + 1];
  // The same sentence with its full stop, under ids of its own.
  const own = [row(40)[0]!, row(40)[1]!];
  const changed: Readonly<Record<string, string>> = {
    end: String(end),
    segments: `${start}-${end}`,
    text: `${twin[at('text')]!}.`,
  };
  const cells = twin.map((one, i) => own[i] ?? changed[clean.header[i]!] ?? one);
  return whole('near-duplicate', asCsv(withRow(40, cells)), 'table/near-duplicate', 41, startOf(cells, at('segments')));
}

const text = asCsv(clean);
const lines = text.split('\n');
const plain = row(PLAIN)[at('text')]!;
const renamed = { ...clean, header: clean.header.map((name) => (name === 'translated_from' ? 'language' : name)) };
const [, , , oldStart, oldEnd] = row(25);

/** The 31 defects, one at a time. */
export const plantedDefects: readonly PlantedDefect[] = [
  whole('byte order mark', `\ufeff${text}`, 'csv/byte-order-mark'),
  whole('header CRLF, rows LF', text.replace('\n', '\r\n'), 'file/line-ends'),
  whole(
    'one CRLF row in an LF file',
    lines.map((line, i) => (i === 20 ? `${line}\r` : line)).join('\n'),
    'file/line-ends',
    21,
  ),
  whole('CR-only file', text.replaceAll('\n', '\r'), 'file/line-ends'),
  missingCell(),
  extraCell(),
  whole('blank line inside', lines.toSpliced(16, 0, '').join('\n'), 'csv/blank-row', 17),
  cell('stray quote', PLAIN, 'text', plain.replace('We ', 'We "'), 'csv/stray-quote', 'We '.length),
  cell('unclosed quote', PLAIN, 'text', `"${plain}`, 'csv/unclosed-quote'),
  whole('semicolon file', asCsv(clean, { separator: ';' }), 'csv/separator'),
  whole('duplicate header', asCsv(renamed), 'csv/header-duplicate', 1, startOf(clean.header, at('translated_from'))),
  whole('missing header (the first row is data)', lines.slice(1).join('\n'), 'table/no-header'),
  latin1(),
  cell('mojibake', ACCENTED, 'speaker_role', 'envoy to Ã…sgÃ¥rd', 'file/mojibake', 'envoy to '.length),
  cell('U+FFFD', ACCENTED, 'speaker_role', 'envoy to Åsg\ufffdrd', 'file/replacement-character', 'envoy to Åsg'.length),
  cell(
    'decomposed letter (NFD)',
    ACCENTED,
    'speaker_role',
    'envoy to Åsga\u030ard',
    'file/not-nfc',
    'envoy to Åsg'.length,
  ),
  cell('NUL', ACCENTED, 'speaker_role', 'envoy\0to Åsgård', 'file/nul', 'envoy'.length),
  cell('zero-width character in an id', 15, 'statement_id', `${row(15)[0]!}\u200b`, 'table/invisible-character'),
  cell('enum typo', 8, 'stance', 'agianst', 'codebook/unknown-category'),
  cell('trailing space in an enum', 9, 'quote_type', 'turn ', 'table/value'),
  cell('2031-02-30', 12, 'date', '2031-02-30', 'date/calendar'),
  cell('02/20/2031', 13, 'date', '02/20/2031', 'table/pattern'),
  cell('1O for a number', 14, 'n_labels', '1O', 'table/type'),
  cell('negative start', 16, 'start', '-5', 'table/range'),
  cell('empty required cell', 17, 'stance', '', 'table/empty-cell'),
  {
    ...whole('start > end', asCsv(withCells(25, { start: oldEnd!, end: oldStart! })), 'span/order', 26),
    column: startOf(row(25), at('start')),
  },
  cell('duplicate id', 20, 'statement_id', row(19)[0]!, 'table/duplicate-key'),
  cell('unknown speaker key', 21, 'speaker_id', 'asa-angstrem', 'reference/unknown'),
  cell('span not in the source', PLAIN, 'text', plain.replace('We ', 'They '), 'span/text'),
  cell('formula cell', 30, 'speaker_role', '=HYPERLINK(A1)', 'table/formula'),
  nearDuplicate(),
];

/** What validation says of the table in which a defect was planted. */
export interface PlantedResult {
  readonly findings: readonly Finding[];
  /** Rows that were read of it. */
  readonly rows: number | null;
}

/** Validates the spoilt table among the rest of its dataset. */
export function resultOf(bytes: Uint8Array): PlantedResult {
  const { files, findings } = validate(plantedInput(bytes, texts));
  return { findings, rows: files.find(({ path }) => path === 'statements.csv')?.rows ?? null };
}

/** The finding that names a defect in its place; undefined when there is none. */
export function namedBy({ findings }: PlantedResult, { rule, line, column }: PlantedDefect): Finding | undefined {
  return findings.find((one) => one.rule === rule && one.line === line && one.column === column);
}

/** Rows that the table has, whatever is planted in it. */
export const plantedRows = ROWS;
