import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';

/** A row of a CSV file with the place of each cell: physical line and character, both from 1. */
export interface CsvRow {
  readonly cells: readonly string[];
  /** Physical line on which the row begins (header = 1). */
  readonly line: number;
  /** Place of each cell, in step with `cells`. */
  readonly places: readonly { readonly line: number; readonly column: number }[];
}

/** A CSV file as read: its header, its rows, and what was wrong with its form. No row is dropped silently. */
export interface CsvFile {
  readonly file: string;
  readonly header: readonly string[];
  readonly headerPlaces: CsvRow['places'];
  readonly rows: readonly CsvRow[];
  readonly findings: readonly Finding[];
}

/**
 * Reads CSV text (RFC 4180, any line ends, comma or semicolon) and reports every fault of form with its place:
 * byte order mark, other separator, duplicate or empty header cells, short, long and blank rows, stray and unclosed
 * quotes. A row with a wrong number of cells is kept, cut or filled up with empty cells, and named in a finding.
 * After an unclosed quotation mark reading goes on with the line after the one where the mark stands.
 * `text` is the decoded file, `file` its name for the findings.
 */
export function readCsv(text: string, file: string): CsvFile {
  const findings: Finding[] = [];
  let start = 0;
  if (text.charCodeAt(0) === 0xfeff) {
    start = 1;
    findings.push(
      finding('csv/byte-order-mark', { file, line: 1, column: 1 }, 'the file begins with a byte order mark; save it as UTF-8 without one', {
        severity: 'warning',
      }),
    );
  }
  const separator = separatorOf(text.slice(start, firstLineEnd(text, start)));
  if (separator !== ',') {
    findings.push(
      finding('csv/separator', { file, line: 1, column: 1 }, `cells are separated by "${separator === '\t' ? 'tab' : separator}"; read all the same, but write commas`, {
        severity: 'warning',
      }),
    );
  }
  const scanner = new Scanner(text, start, separator, file, findings);
  const head = scanner.next();
  const header = (head?.cells ?? []).map((cell) => cell.trim());
  if (!head || header.every((cell) => cell === '')) {
    findings.push(finding('csv/empty', { file, line: 1, column: 1 }, 'the file has no header; the first line must name the columns'));
    return { file, header: [], headerPlaces: [], rows: [], findings };
  }
  checkHeader(header, head, file, findings);
  const rows: CsvRow[] = [];
  for (let row = scanner.next(); row; row = scanner.next()) {
    const fitted = fit(row, header.length, file, findings);
    if (fitted) rows.push(fitted);
  }
  return { file, header, headerPlaces: head.places, rows, findings };
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

function checkHeader(header: readonly string[], row: CsvRow, file: string, findings: Finding[]): void {
  const seen = new Set<string>();
  header.forEach((name, i) => {
    const place = { file, ...row.places[i] };
    if (name === '') findings.push(finding('csv/header-empty', place, 'a column has no name'));
    else if (seen.has(name)) {
      findings.push(finding('csv/header-duplicate', place, `column "${name}" stands twice in the header`, { value: name }));
    }
    seen.add(name);
  });
}

function fit(row: CsvRow, width: number, file: string, findings: Finding[]): CsvRow | null {
  if (row.cells.length === width) return row;
  if (row.cells.length === 1 && row.cells[0] === '') {
    findings.push(finding('csv/blank-row', { file, line: row.line, column: 1 }, 'the row is blank; delete it', { severity: 'warning' }));
    return null;
  }
  const short = row.cells.length < width;
  const at = row.places[Math.min(row.cells.length, width) - (short ? 1 : 0)] ?? { line: row.line, column: 1 };
  findings.push(
    finding(
      short ? 'csv/short-row' : 'csv/long-row',
      { file, ...at },
      `the row has ${row.cells.length} cells, the header ${width}; ${short ? 'a comma is missing' : 'a cell with a comma needs quotation marks'}`,
      { value: String(row.cells.length), allowed: [String(width)] },
    ),
  );
  const cells = Array.from({ length: width }, (_, i) => row.cells[i] ?? '');
  const places = Array.from({ length: width }, (_, i) => row.places[i] ?? at);
  return { cells, line: row.line, places };
}

/** Walks over the text row by row; a class because the position is shared by several small steps. */
class Scanner {
  private line = 1;
  private lineStart: number;

  constructor(
    private readonly text: string,
    private at: number,
    private readonly separator: string,
    private readonly file: string,
    private readonly findings: Finding[],
  ) {
    this.lineStart = at;
  }

  next(): CsvRow | null {
    if (this.at >= this.text.length) return null;
    const cells: string[] = [];
    const places: { line: number; column: number }[] = [];
    const line = this.line;
    for (;;) {
      places.push({ line: this.line, column: this.at - this.lineStart + 1 });
      cells.push(this.text[this.at] === '"' ? this.quoted() : this.plain());
      if (this.text[this.at] === this.separator) {
        this.at++;
        continue;
      }
      this.lineEnd();
      return { cells, line, places };
    }
  }

  private lineEnd(): void {
    if (this.text[this.at] === '\r') this.at++;
    if (this.text[this.at] === '\n') this.at++;
    this.line++;
    this.lineStart = this.at;
  }

  private plain(): string {
    const from = this.at;
    while (this.at < this.text.length) {
      const c = this.text[this.at]!;
      if (c === this.separator || c === '\n' || c === '\r') break;
      if (c === '"') {
        this.report('csv/stray-quote', this.at, 'a quotation mark inside an unquoted cell; quote the cell and double the mark');
        // One finding a cell is enough: the rest of the cell is taken as it is.
        while (this.at < this.text.length && !this.endsCell(this.text[this.at]!)) this.at++;
        break;
      }
      this.at++;
    }
    return this.text.slice(from, this.at);
  }

  private endsCell(c: string): boolean {
    return c === this.separator || c === '\n' || c === '\r';
  }

  private quoted(): string {
    const open = this.at;
    const { line, lineStart } = this;
    let out = '';
    let from = ++this.at;
    for (;;) {
      const c = this.text[this.at];
      if (c === undefined) return this.unclosed(open, line, lineStart);
      if (c === '\n' || (c === '\r' && this.text[this.at + 1] !== '\n')) {
        this.at++;
        this.line++;
        this.lineStart = this.at;
      } else if (c !== '"') this.at++;
      else if (this.text[this.at + 1] === '"') {
        out += this.text.slice(from, this.at + 1);
        this.at += 2;
        from = this.at;
      } else break;
    }
    out += this.text.slice(from, this.at);
    this.at++;
    const after = this.text[this.at];
    if (after === undefined || this.endsCell(after)) return out;
    this.report('csv/stray-quote', this.at, 'text follows the closing quotation mark of a cell; double the marks inside it');
    const rest = this.at;
    while (this.at < this.text.length && !this.endsCell(this.text[this.at]!)) this.at++;
    return out + this.text.slice(rest, this.at);
  }

  /** Blames the mark where it opens and goes on after that line, so that the rows behind it are not lost. */
  private unclosed(open: number, line: number, lineStart: number): string {
    this.line = line;
    this.lineStart = lineStart;
    this.report('csv/unclosed-quote', open, 'the quotation mark that opens this cell is never closed');
    this.at = open + 1;
    while (this.at < this.text.length && !/[\r\n]/.test(this.text[this.at]!)) this.at++;
    return this.text.slice(open + 1, this.at);
  }

  private report(rule: string, at: number, message: string): void {
    this.findings.push(finding(rule, { file: this.file, line: this.line, column: at - this.lineStart + 1 }, message));
  }
}
