import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { cellPlaces, CsvScanner, type CellPlace, type ScannedRow } from './csv-scanner.js';

/** A row of a CSV file: its cells, as many as the header has. */
export interface CsvRow {
  readonly cells: readonly string[];
  /** Physical line on which the row begins (header = 1). */
  readonly line: number;
  /** Where in the text the row begins, in UTF-16 units. */
  readonly at: number;
  /** Place of each cell, in step with `cells`; found anew whenever it is asked for. */
  readonly places: readonly CellPlace[];
}

/** A CSV file as read: its header, its rows, and what was wrong with its form. No row is dropped silently. */
export interface CsvFile {
  readonly file: string;
  readonly header: readonly string[];
  readonly headerPlaces: readonly CellPlace[];
  readonly rows: readonly CsvRow[];
  /** Place of each of a row's cells, physical line and character from 1; keeps no row alive. */
  readonly placesOf: (row: Pick<CsvRow, 'line' | 'at'>) => readonly CellPlace[];
  readonly findings: readonly Finding[];
}

/**
 * Reads CSV text (RFC 4180, any line ends; comma, semicolon or tab) and reports every fault of form with its place:
 * byte order mark, other separator, duplicate or empty header cells, short, long and blank rows, stray and unclosed
 * quotes. A row with a wrong number of cells is kept, cut or filled up with empty cells, and named in a finding; a row
 * without any content is left out and named. After an unclosed quotation mark reading goes on as if it were not there.
 * `text` is the decoded file, `file` its name for the findings.
 */
export function readCsv(text: string, file: string): CsvFile {
  const findings: Finding[] = [];
  const warn = (rule: string, message: string): void => {
    findings.push(finding(rule, { file, line: 1, column: 1 }, message, { severity: 'warning' }));
  };
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (start) warn('csv/byte-order-mark', 'the file begins with a byte order mark; save it as UTF-8 without one');
  const separator = separatorOf(text.slice(start, firstLineEnd(text, start)));
  if (separator !== ',') {
    warn(
      'csv/separator',
      `cells are separated by "${separator === '\t' ? 'tab' : separator}"; read all the same, but write commas`,
    );
  }
  const scanner = new CsvScanner(text, start, separator, (rule, place, message) => {
    findings.push(finding(rule, { file, ...place }, message));
  });
  const head = scanner.next();
  const header = (head?.cells ?? []).map((cell) => cell.trim());
  if (!head || header.every((cell) => cell === '')) {
    const message = 'the file has no header; the first line must name the columns';
    findings.push(finding('csv/empty', { file, line: 1, column: 1 }, message));
    return { file, header: [], headerPlaces: [], rows: [], placesOf: () => [], findings };
  }
  const width = header.length;
  const placesOf: CsvFile['placesOf'] = (row) => fitPlaces(cellPlaces(text, row, separator), width);
  const headerPlaces = placesOf(head);
  checkHeader(header, headerPlaces, file, findings);
  const rows: CsvRow[] = [];
  for (let row = scanner.next(); row; row = scanner.next()) {
    const fitted = fit(row, width, placesOf, { file, findings });
    if (fitted) rows.push(fitted);
  }
  return { file, header, headerPlaces, rows, placesOf, findings };
}

function firstLineEnd(text: string, from: number): number {
  const at = text.slice(from, from + 100_000).search(/[\r\n]/);
  return at < 0 ? text.length : from + at;
}

function separatorOf(line: string): string {
  const count = (separator: string): number => line.split(separator).length;
  if (count(',') > 1) return ',';
  return count(';') > 1 ? ';' : count('\t') > 1 ? '\t' : ',';
}

function checkHeader(
  header: readonly string[],
  places: CsvFile['headerPlaces'],
  file: string,
  findings: Finding[],
): void {
  const seen = new Set<string>();
  header.forEach((name, i) => {
    const place = { file, ...places[i] };
    if (name === '') findings.push(finding('csv/header-empty', place, 'a column has no name'));
    else if (seen.has(name)) {
      const message = `column "${name}" stands twice in the header`;
      findings.push(finding('csv/header-duplicate', place, message, { value: name }));
    }
    seen.add(name);
  });
}

function fit(
  row: ScannedRow,
  width: number,
  placesOf: CsvFile['placesOf'],
  { file, findings }: { readonly file: string; readonly findings: Finding[] },
): CsvRow | null {
  const { cells, line, at } = row;
  if (cells.every((cell) => cell === '')) {
    const message = 'the row is blank; delete it';
    findings.push(finding('csv/blank-row', { file, line, column: 1 }, message, { severity: 'warning' }));
    return null;
  }
  const fits = cells.length === width;
  if (!fits) findings.push(widthFault(row, width, placesOf(row), file));
  return {
    cells: fits ? cells : Array.from({ length: width }, (_, i) => cells[i] ?? ''),
    line,
    at,
    get places() {
      return placesOf({ line, at });
    },
  };
}

/** Cells that a short row lacks are said to stand where its last cell does. */
function fitPlaces(places: readonly CellPlace[], width: number): CellPlace[] {
  return Array.from({ length: width }, (_, i) => places[i] ?? places.at(-1)!);
}

/** A short row ends too soon, at its last cell; a long row goes on too long, from its last cell that has a column. */
function widthFault({ cells }: ScannedRow, width: number, places: readonly CellPlace[], file: string): Finding {
  const short = cells.length < width;
  return finding(
    short ? 'csv/short-row' : 'csv/long-row',
    { file, ...places.at(-1) },
    `the row has ${cells.length} cells, the header ${width}; ${short ? 'a comma is missing' : 'a cell with a comma needs quotation marks'}`,
    { value: String(cells.length), allowed: [String(width)] },
  );
}
