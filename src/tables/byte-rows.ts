import { ByteFeed } from './byte-feed.js';
import { byteKinds, cellsOnLastLine, CR, END, isNoticeable, LF, LOOK, MARK, QUOTE } from './byte-kinds.js';
import { RowPlaces } from './byte-places.js';
import { larger } from './larger.js';
import { STRAY_BEHIND, STRAY_INSIDE, UNCLOSED, unquoted, type RowFault } from './row-fault.js';
import { decodeUtf8 } from './utf8.js';

/** Longest quoted cell in bytes; a mark that is open for longer is taken for one that is never closed. */
const LONGEST_CELL = 1 << 25;

/** How a cell is written: plain, in quotation marks, or so that its value is not one slice of its bytes. */
const SLICE = 0;
const PIECES = 1;

/** What came of reading: a row, the end of the file, or that more bytes are wanted first. */
type Outcome = 'row' | 'more' | 'end';

/**
 * Walks over CSV as bytes (UTF-8, RFC 4180, line ends of any kind), row after row, in memory that does not grow with the
 * file: cells are known by where they begin and end, and become strings only when asked for. What it reports and how it
 * recovers: a mark inside of a plain cell or text behind a closing mark is a stray quote and stays in the cell; a mark
 * that opens a cell and is never closed, or is "closed" only by the opening mark of a later cell, is blamed where it
 * opens and read as if it were not there, so that no row behind it is lost.
 * A class because a hot loop shares its arrays between small steps.
 */
export class ByteRows {
  /** Number of the row's cells. */
  count = 0;
  /** Physical line on which the row begins, from 1. */
  line = 1;
  /** Physical lines that the row takes. */
  lines = 1;
  /** How the row ends: "\n", "\r\n", "\r", or "" at the end of the file. */
  lineEnd: '\n' | '\r\n' | '\r' | '' = '';
  /** True when the row has bytes that deserve a look at its characters: composed, spoilt, invisible or NUL. */
  noticed = false;
  /** What is wrong with the form of the row. */
  readonly faults: RowFault[] = [];
  /** The bytes that cells are slices of; valid until the next row. */
  bytes: Uint8Array = new Uint8Array(0);
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  /** Where the row begins in `bytes`, and where its last cell ends. */
  rowStart = 0;
  rowEnd = 0;
  private forms = new Uint8Array(64);
  private readonly kinds: Uint8Array;
  private at = 0;
  private nextLine = 1;
  /** File offset of a mark that is read as if it were not there; −1 for none. */
  private ignored = -1;
  private multiline = -1;
  private closeLooksOpen = false;
  private readonly feed: ByteFeed;
  private readonly places = new RowPlaces();

  /** `width` is the number of cells that rows should have (0 = not known); `start` the length of the byte order mark, `line` the first line's number. */
  constructor(
    chunks: Iterable<Uint8Array>,
    private readonly separator: number,
    { start = 0, line = 1 }: { readonly start?: number; readonly line?: number } = {},
    public width = 0,
  ) {
    this.feed = new ByteFeed(chunks);
    this.kinds = byteKinds(separator);
    this.at = start;
    this.nextLine = line;
  }

  /** Offset in the file of a position in `bytes`. */
  offsetOf(position: number): number {
    return this.feed.base + position;
  }

  /** Reads the next row; false at the end of the file. */
  next(): boolean {
    let outcome = this.read();
    for (; outcome === 'more'; outcome = this.read()) this.fill();
    return outcome === 'row';
  }

  /** A cell's text; bytes that are not UTF-8 become U+FFFD. */
  text(cell: number): string {
    const written = decodeUtf8(this.bytes, this.starts[cell]!, this.ends[cell]!);
    return this.forms[cell] === PIECES ? unquoted(written) : written;
  }

  /** True when the cell's value is the slice of `bytes` from its start to its end. */
  isSlice(cell: number): boolean {
    return this.forms[cell] === SLICE;
  }

  /** Place of a cell (of its quotation mark, where it has one): physical line, UTF-16 unit in it, byte of the file. */
  placeOf(cell: number): { line: number; column: number; byte_offset: number } {
    return this.placeAt(cell < this.count ? this.opening(cell) : this.rowEnd);
  }

  /** Place of a position in the row. */
  placeAt(position: number): { line: number; column: number; byte_offset: number } {
    const { line, column } = this.places.find(this.bytes, this.feed.base, this.rowStart, position);
    return { line: this.line + line, column, byte_offset: this.offsetOf(position) };
  }

  /** Where a cell begins, its opening mark included. */
  private opening(cell: number): number {
    const start = this.starts[cell]!;
    if (this.forms[cell] === PIECES) return start;
    return start > this.rowStart && this.bytes[start - 1] === QUOTE ? start - 1 : start;
  }

  private fill(): void {
    const keep = Math.min(this.rowStart, this.feed.length);
    this.feed.more(keep);
    this.bytes = this.feed.bytes;
    this.at -= keep;
    this.rowStart = 0;
  }

  private read(): Outcome {
    this.line = this.nextLine;
    this.rowStart = this.at;
    if (this.at >= this.feed.length) return this.feed.done ? 'end' : 'more';
    this.ignored = -1;
    if (this.scan() === 'more') {
      // The row will be read again from its beginning.
      this.at = this.rowStart;
      return 'more';
    }
    if (this.multiline >= 0 && this.width > 1 && (this.count !== this.width || this.closeLooksOpen)) this.reconsider();
    this.nextLine = this.line + this.lines;
    return 'row';
  }

  /**
   * A mark that is "closed" some lines below, in a row that then has a wrong width, or by what looks like the opening
   * mark of another cell on a line with the cells of a row: where the first line is right without it, it is not closed.
   */
  private reconsider(): void {
    const { multiline: opening, bytes, rowStart, rowEnd, width } = this;
    if (this.count === width && cellsOnLastLine(bytes, rowStart, rowEnd, this.separator) !== width) return;
    this.ignored = this.feed.base + opening;
    this.at = this.rowStart;
    if (this.scan() === 'row' && this.count === width) return this.report('csv/unclosed-quote', opening, UNCLOSED);
    this.ignored = -1;
    this.at = this.rowStart;
    this.scan();
  }

  private scan(): Outcome {
    this.count = 0;
    this.faults.length = 0;
    this.noticed = false;
    this.multiline = -1;
    this.closeLooksOpen = false;
    this.lines = 1;
    const { kinds, separator } = this;
    const { bytes, length, base } = this.feed;
    for (;;) {
      if (this.count === this.starts.length) this.grow();
      const { at } = this;
      // Most cells are plain: they are found without a call.
      let end = at;
      while (kinds[bytes[end]!] === 0) end++;
      const simple = kinds[bytes[end]!] === END && end < length && base + at !== this.ignored;
      if (simple) {
        this.put(at, end, SLICE, end);
      } else if (!(bytes[at] === QUOTE && at < length && base + at !== this.ignored ? this.quoted() : this.plain(at))) {
        return 'more';
      }
      this.count++;
      if (this.at >= length || bytes[this.at] !== separator) return this.endRow();
      this.at++;
    }
  }

  private endRow(): Outcome {
    const { bytes, at } = this;
    const { length } = this.feed;
    this.rowEnd = at;
    if (at >= length) {
      if (!this.feed.done) return 'more';
      this.lineEnd = '';
    } else if (bytes[at] === LF) {
      this.lineEnd = '\n';
      this.at = at + 1;
    } else {
      // Whether a line feed follows a carriage return can't be known at the end of what has been read.
      if (at + 1 >= length && !this.feed.done) return 'more';
      const both = at + 1 < length && bytes[at + 1] === LF;
      this.lineEnd = both ? '\r\n' : '\r';
      this.at = at + (both ? 2 : 1);
    }
    return 'row';
  }

  /** A cell that is not in quotation marks, from its first byte; false when more bytes are wanted. */
  private plain(from: number): boolean {
    const { bytes, kinds } = this;
    const { length } = this.feed;
    let at = this.feed.base + from === this.ignored ? from + 1 : from;
    const start = at;
    let stray = -1;
    for (;;) {
      while (kinds[bytes[at]!] === 0) at++;
      const kind = kinds[bytes[at]!]!;
      if (kind === END) break;
      if (kind === MARK) {
        if (stray < 0) stray = at;
      } else if (isNoticeable(bytes, at)) this.noticed = true;
      at++;
    }
    if (at >= length && !this.feed.done) return false;
    if (stray >= 0) this.report('csv/stray-quote', stray, STRAY_INSIDE);
    return this.put(start, Math.min(at, length), SLICE, Math.min(at, length));
  }

  /** A cell that begins with a quotation mark; false when more bytes are wanted. */
  private quoted(): boolean {
    const { bytes, kinds } = this;
    const { length } = this.feed;
    const open = this.at;
    const lines = this.lines;
    let form = SLICE;
    let at = open + 1;
    for (;;) {
      while (kinds[bytes[at]!] === 0) at++;
      const byte = bytes[at]!;
      const kind = kinds[byte]!;
      if (at >= length || at - open >= LONGEST_CELL) {
        // Hardly ever happens twice: where a mark is open for so long, none in between is left to open another cell.
        if (!this.feed.done && length - open < LONGEST_CELL) return false;
        return this.unclosed(open, lines);
      }
      if (kind === LOOK) this.noticed ||= isNoticeable(bytes, at);
      else if (byte === QUOTE) {
        if (at + 1 >= length && !this.feed.done) return false;
        if (bytes[at + 1] !== QUOTE || at + 1 >= length) break;
        form = PIECES;
        at++;
      } else if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) {
        this.lines++;
      }
      at++;
    }
    const close = at++;
    const ends = at >= length || kinds[bytes[at]!] === END;
    if (this.lines !== lines) {
      if (!ends) return this.unclosed(open, lines);
      if (this.multiline < 0) this.multiline = open;
      const before = bytes[close - 1]!;
      if (before === this.separator || before === LF || before === CR) this.closeLooksOpen = true;
    }
    if (ends) return form === PIECES ? this.put(open, at, PIECES, at) : this.put(open + 1, close, SLICE, at);
    while (kinds[bytes[at]!] !== END) {
      if (kinds[bytes[at]!] === LOOK) this.noticed ||= isNoticeable(bytes, at);
      at++;
    }
    if (at >= length && !this.feed.done) return false;
    this.report('csv/stray-quote', close + 1, STRAY_BEHIND);
    return this.put(open, Math.min(at, length), PIECES, Math.min(at, length));
  }

  private unclosed(open: number, lines: number): boolean {
    this.lines = lines;
    this.report('csv/unclosed-quote', open, UNCLOSED);
    const ignored = this.ignored;
    this.ignored = this.feed.base + open;
    const faults = this.faults.length;
    const done = this.plain(open);
    // Marks further on in a cell whose first one was blamed are no news.
    this.faults.length = Math.min(this.faults.length, faults);
    this.ignored = ignored;
    return done;
  }

  /** Notes the cell that was read, and where the next one begins. */
  private put(start: number, end: number, form: number, next: number): boolean {
    const { count } = this;
    this.starts[count] = start;
    this.ends[count] = end;
    this.forms[count] = form;
    this.at = next;
    return true;
  }

  private grow(): void {
    const size = 2 * this.starts.length;
    for (const name of ['starts', 'ends'] as const) this[name] = larger(this[name], new Int32Array(size));
    this.forms = larger(this.forms, new Uint8Array(size));
  }

  private report(rule: string, position: number, message: string): void {
    const { line, column, byte_offset } = this.placeAt(position);
    this.faults.push({ rule, line, column, byteOffset: byte_offset, message });
  }
}
