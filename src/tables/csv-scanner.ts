/** A row as scanned: its cells, the line on which it begins (from 1), and where in the text that is. */
export interface ScannedRow {
  readonly cells: readonly string[];
  readonly line: number;
  readonly at: number;
}

/** What the scanner calls when a quotation mark is out of place. */
export type QuoteFault = (rule: string, place: CellPlace, message: string) => void;

/** Line and column of a cell, both from 1; a column is a UTF-16 unit. */
export interface CellPlace {
  readonly line: number;
  readonly column: number;
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/** Walks over CSV text row by row; a class because the position is shared by several small steps. */
export class CsvScanner {
  private lineStart: number;
  private readonly separator: number;

  constructor(
    private readonly text: string,
    private at: number,
    separator: string,
    private readonly report: QuoteFault,
    private line = 1,
  ) {
    this.lineStart = at;
    this.separator = separator.charCodeAt(0);
  }

  /** The next row; null at the end of the text. The place of each cell is put into `places`, where that is given. */
  next(places?: CellPlace[]): ScannedRow | null {
    if (this.at >= this.text.length) return null;
    const cells: string[] = [];
    const { line, at } = this;
    for (;;) {
      places?.push({ line: this.line, column: this.at - this.lineStart + 1 });
      cells.push(this.text.charCodeAt(this.at) === QUOTE ? this.quoted() : this.plain());
      if (this.at >= this.text.length || this.text.charCodeAt(this.at) !== this.separator) break;
      this.at++;
    }
    this.lineEnd();
    return { cells, line, at };
  }

  private lineEnd(): void {
    if (this.text.charCodeAt(this.at) === CR) this.at++;
    if (this.text.charCodeAt(this.at) === LF) this.at++;
    this.line++;
    this.lineStart = this.at;
  }

  private endsCell(code: number): boolean {
    return code === this.separator || code === LF || code === CR;
  }

  private toCellEnd(): void {
    while (this.at < this.text.length && !this.endsCell(this.text.charCodeAt(this.at))) this.at++;
  }

  private plain(): string {
    const from = this.at;
    this.toCellEnd();
    const cell = this.text.slice(from, this.at);
    const mark = cell.indexOf('"');
    if (mark >= 0) {
      this.fault(
        'csv/stray-quote',
        from + mark,
        'a quotation mark inside an unquoted cell; quote the cell and double the mark',
      );
    }
    return cell;
  }

  private quoted(): string {
    const open = this.at;
    const { line, lineStart } = this;
    let out = '';
    let from = ++this.at;
    for (;;) {
      if (this.at >= this.text.length) return this.unclosed(open, line, lineStart);
      const code = this.text.charCodeAt(this.at);
      if (code === LF || (code === CR && this.text.charCodeAt(this.at + 1) !== LF)) {
        this.at++;
        this.line++;
        this.lineStart = this.at;
      } else if (code !== QUOTE) this.at++;
      else if (this.text.charCodeAt(this.at + 1) === QUOTE) {
        out += this.text.slice(from, this.at + 1);
        this.at += 2;
        from = this.at;
      } else break;
    }
    out += this.text.slice(from, this.at);
    this.at++;
    if (this.at >= this.text.length || this.endsCell(this.text.charCodeAt(this.at))) return out;
    // A mark that seems to close a cell some lines below its opening, with text right behind it, opens another cell.
    if (this.line !== line) return this.unclosed(open, line, lineStart);
    this.fault(
      'csv/stray-quote',
      this.at,
      'text follows the closing quotation mark of a cell; double the marks inside it',
    );
    const rest = this.at;
    this.toCellEnd();
    return out + this.text.slice(rest, this.at);
  }

  /** Blames the mark where it opens and reads the cell as if it stood without it, so that no row behind it is lost. */
  private unclosed(open: number, line: number, lineStart: number): string {
    this.line = line;
    this.lineStart = lineStart;
    this.fault('csv/unclosed-quote', open, 'the quotation mark that opens this cell is never closed');
    this.at = open + 1;
    this.toCellEnd();
    return this.text.slice(open + 1, this.at);
  }

  private fault(rule: string, at: number, message: string): void {
    this.report(rule, { line: this.line, column: at - this.lineStart + 1 }, message);
  }
}

/**
 * The place of each cell of the row that begins at `at` on `line`: the row is scanned anew, as its places are asked for
 * in few rows and would take more memory than the cells.
 */
export function cellPlaces(
  text: string,
  { at, line }: Pick<ScannedRow, 'at' | 'line'>,
  separator: string,
): CellPlace[] {
  const places: CellPlace[] = [];
  new CsvScanner(text, at, separator, () => undefined, line).next(places);
  return places;
}
