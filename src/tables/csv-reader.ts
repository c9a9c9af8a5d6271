import { finding, type Place } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { ByteRows } from './byte-rows.js';
import type { RowFault } from './row-fault.js';
import { separatorOf } from './separator.js';

/** Line and column of a cell, both from 1; a column is a UTF-16 unit. */
export interface CellPlace {
  readonly line: number;
  readonly column: number;
}

/** A row of a CSV file: its cells, as many as the header has. */
export interface CsvRow {
  readonly cells: readonly string[];
  /** Physical line on which the row begins (header = 1). */
  readonly line: number;
  /** Where the row begins in the text as UTF-8, in bytes. */
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
  const bytes = new TextEncoder().encode(text);
  const start = text.charCodeAt(0) === 0xfeff ? 3 : 0;
  if (start) warn('csv/byte-order-mark', 'the file begins with a byte order mark; save it as UTF-8 without one');
  const separator = separatorOf(bytes, start);
  if (separator !== ',') {
    warn(
      'csv/separator',
      `cells are separated by "${separator === '\t' ? 'tab' : separator}"; read all the same, but write commas`,
    );
  }
  const code = separator.charCodeAt(0);
  const scanned = new ByteRows([bytes], code, { start });
  const report = ({ rule, message, ...place }: RowFault): void => {
    findings.push(finding(rule, { file, line: place.line, column: place.column }, message));
  };
  const hasHeader = scanned.next();
  const header = hasHeader ? cellsOf(scanned).map((cell) => cell.trim()) : [];
  scanned.faults.forEach(report);
  if (header.every((cell) => cell === '')) {
    const message = 'the file has no header; the first line must name the columns';
    findings.push(finding('csv/empty', { file, line: 1, column: 1 }, message));
    return { file, header: [], headerPlaces: [], rows: [], placesOf: () => [], findings };
  }
  const width = header.length;
  const headerPlaces = placesIn(scanned, width);
  findings.push(...checkHeader(header, headerPlaces, file));
  scanned.width = width;
  const placesOf: CsvFile['placesOf'] = ({ line, at }) => {
    const again = new ByteRows([bytes.subarray(at)], code, { line }, width);
    again.next();
    return placesIn(again, width);
  };
  const rows: CsvRow[] = [];
  while (scanned.next()) {
    scanned.faults.forEach(report);
    const fitted = fit(scanned, width, placesOf, { file, findings });
    if (fitted) rows.push(fitted);
  }
  return { file, header, headerPlaces, rows, placesOf, findings };
}

function cellsOf(scanned: ByteRows): string[] {
  return Array.from({ length: scanned.count }, (_, cell) => scanned.text(cell));
}

/** Places of the cells under the header; cells that a short row lacks are said to stand where its last cell does. */
function placesIn(scanned: ByteRows, width: number): CellPlace[] {
  return Array.from({ length: width }, (_, cell) => {
    const { line, column } = scanned.placeOf(Math.min(cell, scanned.count - 1));
    return { line, column };
  });
}

/** Header cells without a name, and names that stand twice. */
export function checkHeader(
  header: readonly string[],
  places: readonly Omit<Place, 'file'>[],
  file: string,
): Finding[] {
  const seen = new Set<string>();
  return header.flatMap((name, i) => {
    const place = { ...places[i], file };
    if (name === '') return [finding('csv/header-empty', place, 'a column has no name')];
    if (seen.has(name)) {
      const message = `column "${name}" stands twice in the header`;
      return [finding('csv/header-duplicate', place, message, { value: name })];
    }
    seen.add(name);
    return [];
  });
}

function fit(
  scanned: ByteRows,
  width: number,
  placesOf: CsvFile['placesOf'],
  { file, findings }: { readonly file: string; readonly findings: Finding[] },
): CsvRow | null {
  const cells = cellsOf(scanned);
  const { line } = scanned;
  if (cells.every((cell) => cell === '')) {
    const message = 'the row is blank; delete it';
    findings.push(finding('csv/blank-row', { file, line, column: 1 }, message, { severity: 'warning' }));
    return null;
  }
  const fits = cells.length === width;
  if (!fits) {
    const { rule, place, message } = widthFault(scanned, width);
    const details = { value: String(cells.length), allowed: [String(width)] };
    findings.push(finding(rule, { file, line: place.line, column: place.column }, message, details));
  }
  const at = scanned.offsetOf(scanned.rowStart);
  return {
    cells: fits ? cells : Array.from({ length: width }, (_, i) => cells[i] ?? ''),
    line,
    at,
    get places() {
      return placesOf({ line, at });
    },
  };
}

/** A short row ends too soon, at its last cell; a long row goes on too long, from its last cell that has a column. */
export function widthFault(
  scanned: ByteRows,
  width: number,
): { readonly rule: string; readonly place: CellPlace & { readonly byte_offset: number }; readonly message: string } {
  const short = scanned.count < width;
  return {
    rule: short ? 'csv/short-row' : 'csv/long-row',
    place: scanned.placeOf(Math.min(scanned.count, width) - 1),
    message: `the row has ${scanned.count} cells, the header ${width}; ${short ? 'a comma is missing' : 'a cell with a comma needs quotation marks'}`,
  };
}
