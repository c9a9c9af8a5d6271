import { decodeUtf8, utf16Length } from './utf8.js';

/** Something wrong with the form of a row: the rule, where in the file (physical line and UTF-16 unit, both from 1; byte). */
export interface RowFault {
  readonly rule: string;
  readonly line: number;
  readonly column: number;
  readonly byteOffset: number;
  readonly message: string;
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/** Kinds of bytes: part of a cell; end of a cell; quotation mark; worth a second look (see `noticed`). */
const END = 1;
const MARK = 2;
const LOOK = 3;

/** Longest quoted cell in bytes; a mark that is open for longer is taken for one that is never closed. */
const LONGEST_CELL = 1 << 25;

/** How a cell is written: plain, in quotation marks, or so that its value is not one slice of its bytes. */
const SLICE = 0;
const PIECES = 1;

/** What came of reading: a row, the end of the file, or that more bytes are wanted first. */
type Outcome = 'row' | 'more' | 'end';

/**
 * Bytes that begin a character which may be spoilt, composed or invisible: NUL, the leads of combining marks and of all
 * blocks that Unicode's composed form (NFC) can change, U+FFFD, and C3, behind which bad decoding shows.
 */
const LEADS = [0, 0xc3, 0xcc, 0xcd, 0xce, 0xcf, ...range(0xd6, 0xe3), 0xea, 0xee, 0xef, ...range(0xf0, 0xff)];
/** Second bytes behind C3 with which words begin that are UTF-8 read as Windows-1252: Â Ã Ä Å Ð Ñ â. */
const SPOILT = new Set([0x82, 0x83, 0x84, 0x85, 0x90, 0x91, 0xa2]);

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

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
  lineEnd = '';
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
  private readonly kinds = new Uint8Array(256);
  private length = 0;
  /** Offset in the file of `bytes[0]`. */
  private base = 0;
  private at = 0;
  private nextLine = 1;
  private done = false;
  /** File offset of a mark that is read as if it were not there; −1 for none. */
  private ignored = -1;
  private multiline = -1;
  private closeLooksOpen = false;
  private readonly source: Iterator<Uint8Array>;

  /** `width` is the number of cells that rows should have (0 = not known); `start` the length of the byte order mark, `line` the first line's number. */
  constructor(
    chunks: Iterable<Uint8Array>,
    private readonly separator: number,
    { start = 0, line = 1 }: { readonly start?: number; readonly line?: number } = {},
    public width = 0,
  ) {
    this.source = chunks[Symbol.iterator]();
    for (const lead of LEADS) this.kinds[lead] = LOOK;
    for (const end of [separator, LF, CR]) this.kinds[end] = END;
    this.kinds[QUOTE] = MARK;
    this.at = start;
    this.nextLine = line;
  }

  /** Offset in the file of a position in `bytes`. */
  offsetOf(position: number): number {
    return this.base + position;
  }

  /** Reads the next row; false at the end of the file. */
  next(): boolean {
    for (;;) {
      const outcome = this.read();
      if (outcome !== 'more') return outcome === 'row';
      this.fill();
    }
  }

  /** A cell's text; bytes that are not UTF-8 become U+FFFD. */
  text(cell: number): string {
    const start = this.starts[cell]!;
    if (this.forms[cell] === PIECES) return this.pieces(start, this.ends[cell]!);
    return decodeUtf8(this.bytes, start, this.ends[cell]!);
  }

  /** True when the cell's value is the slice of `bytes` from its start to its end. */
  isSlice(cell: number): boolean {
    return this.forms[cell] === SLICE;
  }

  /** Place of a cell (of its quotation mark, where it has one): physical line, UTF-16 unit in it, byte of the file. */
  placeOf(cell: number): { line: number; column: number; byte_offset: number } {
    const position = cell < this.count ? this.opening(cell) : this.rowEnd;
    return this.placeAt(position);
  }

  /** Place of a position in the row. */
  placeAt(position: number): { line: number; column: number; byte_offset: number } {
    let line = this.line;
    let from = this.rowStart;
    for (let at = this.rowStart; at < position; at++) {
      const byte = this.bytes[at];
      if (byte === LF || (byte === CR && this.bytes[at + 1] !== LF)) {
        line++;
        from = at + 1;
      }
    }
    const column = utf16Length(this.bytes, from, position) + 1;
    return { line, column, byte_offset: this.offsetOf(position) };
  }

  /** Where a cell begins, its opening mark included. */
  private opening(cell: number): number {
    const start = this.starts[cell]!;
    if (this.forms[cell] === PIECES) return start;
    return start > this.rowStart && this.bytes[start - 1] === QUOTE ? start - 1 : start;
  }

  private fill(): void {
    const keep = Math.min(this.rowStart, this.length);
    const rest = this.length - keep;
    const { value, done = false } = this.source.next() as { value: Uint8Array | undefined; done?: boolean };
    if (done || !value) this.done = true;
    const added = this.done ? 0 : value!.length;
    // One byte more, for the line end that stands sentinel behind the last one.
    if (rest + added + 1 > this.bytes.length) {
      const fresh = new Uint8Array(Math.max(rest + added + 1, rest + (rest >> 1)));
      fresh.set(this.bytes.subarray(keep, this.length));
      this.bytes = fresh;
    } else this.bytes.copyWithin(0, keep, this.length);
    if (added > 0) this.bytes.set(value!, rest);
    this.length = rest + added;
    this.bytes[this.length] = LF;
    this.base += keep;
    this.at = Math.max(0, this.at - keep);
    this.rowStart = 0;
  }

  private read(): Outcome {
    this.line = this.nextLine;
    this.rowStart = this.at;
    if (this.at >= this.length) return this.done ? 'end' : 'more';
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
   * A mark that is "closed" some lines below, in a row that then has a wrong width or by what looks like the opening
   * mark of another cell: where the row is right without the mark, it was never closed.
   */
  private reconsider(): void {
    const opening = this.multiline;
    this.ignored = this.base + opening;
    this.at = this.rowStart;
    if (this.scan() === 'row' && this.count === this.width) {
      this.faults.unshift(this.fault('csv/unclosed-quote', opening, UNCLOSED));
      return;
    }
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
    for (;;) {
      if (this.count === this.starts.length) this.grow();
      const quoted = this.bytes[this.at] === QUOTE && this.at < this.length && this.base + this.at !== this.ignored;
      const done = quoted ? this.quoted() : this.plain(this.at);
      if (!done) return 'more';
      this.count++;
      const at = this.at;
      if (at < this.length && this.bytes[at] === this.separator) {
        this.at++;
        continue;
      }
      return this.endRow();
    }
  }

  private endRow(): Outcome {
    const { bytes, length } = this;
    const at = this.at;
    this.rowEnd = at;
    if (at >= length) {
      if (!this.done) return 'more';
      this.lineEnd = '';
    } else if (bytes[at] === LF) {
      this.lineEnd = '\n';
      this.at = at + 1;
    } else {
      // Whether a line feed follows a carriage return can't be known at the end of what has been read.
      if (at + 1 >= length && !this.done) return 'more';
      const both = at + 1 < length && bytes[at + 1] === LF;
      this.lineEnd = both ? '\r\n' : '\r';
      this.at = at + (both ? 2 : 1);
    }
    return 'row';
  }

  /** A cell that is not in quotation marks, from its first byte; false when more bytes are wanted. */
  private plain(from: number): boolean {
    const { bytes, kinds, length } = this;
    let at = this.base + from === this.ignored ? from + 1 : from;
    const start = at;
    let stray = -1;
    for (;;) {
      const kind = kinds[bytes[at]!]!;
      if (kind === 0) {
        at++;
        continue;
      }
      if (kind === END) break;
      if (kind === MARK) {
        if (stray < 0) stray = at;
      } else this.look(at);
      at++;
    }
    if (at >= length && !this.done) return false;
    if (stray >= 0) this.report('csv/stray-quote', stray, STRAY_INSIDE);
    this.put(start, Math.min(at, length), SLICE);
    this.at = Math.min(at, length);
    return true;
  }

  /** A cell that begins with a quotation mark; false when more bytes are wanted. */
  private quoted(): boolean {
    const { bytes, kinds, length } = this;
    const open = this.at;
    const lines = this.lines;
    let form = SLICE;
    let at = open + 1;
    for (;;) {
      const byte = bytes[at]!;
      const kind = kinds[byte]!;
      if (kind === 0) {
        at++;
        continue;
      }
      if (at >= length) {
        // Happens once a file at most: where a mark is open up to the end, none is left to open another cell for as long.
        if (!this.done && length - open < LONGEST_CELL) return false;
        return this.unclosed(open, lines);
      }
      if (kind === LOOK) this.look(at);
      else if (byte === QUOTE) {
        if (at + 1 >= length && !this.done) return false;
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
    if (ends) {
      if (form === PIECES) this.put(open, at, PIECES);
      else this.put(open + 1, close, SLICE);
      this.at = at;
      return true;
    }
    while (kinds[bytes[at]!] !== END) {
      if (kinds[bytes[at]!] === LOOK) this.look(at);
      at++;
    }
    if (at >= length && !this.done) return false;
    this.report('csv/stray-quote', close + 1, STRAY_BEHIND);
    this.put(open, Math.min(at, length), PIECES);
    this.at = Math.min(at, length);
    return true;
  }

  private unclosed(open: number, lines: number): boolean {
    this.lines = lines;
    this.report('csv/unclosed-quote', open, UNCLOSED);
    const ignored = this.ignored;
    this.ignored = this.base + open;
    const faults = this.faults.length;
    const done = this.plain(open);
    // Marks further on in a cell whose first one was blamed are no news.
    this.faults.length = Math.min(this.faults.length, faults);
    this.ignored = ignored;
    return done;
  }

  private look(at: number): void {
    if (at >= this.length) return;
    const byte = this.bytes[at]!;
    if (byte === 0xc3) {
      if (!SPOILT.has(this.bytes[at + 1]!)) return;
      // General punctuation: quotation marks, dashes and the like, in whose first two only there is something to compose.
    } else if (byte === 0xe2 && this.bytes[at + 1] === 0x80 && this.bytes[at + 2]! >= 0x90) return;
    this.noticed = true;
  }

  private put(start: number, end: number, form: number): void {
    const { count } = this;
    this.starts[count] = start;
    this.ends[count] = end;
    this.forms[count] = form;
  }

  private grow(): void {
    const size = 2 * this.starts.length;
    const larger = <T extends Int32Array | Uint8Array>(fresh: T, old: T): T => {
      fresh.set(old);
      return fresh;
    };
    this.starts = larger(new Int32Array(size), this.starts);
    this.ends = larger(new Int32Array(size), this.ends);
    this.forms = larger(new Uint8Array(size), this.forms);
  }

  private report(rule: string, position: number, message: string): void {
    this.faults.push(this.fault(rule, position, message));
  }

  private fault(rule: string, position: number, message: string): RowFault {
    const { line, column, byte_offset } = this.placeAt(position);
    return { rule, line, column, byteOffset: byte_offset, message };
  }

  /** The value of a quoted cell with doubled marks, or with text behind its closing one. */
  private pieces(start: number, end: number): string {
    const whole = decodeUtf8(this.bytes, start, end);
    let out = '';
    let from = 1;
    for (;;) {
      const mark = whole.indexOf('"', from);
      if (mark < 0) return out + whole.slice(from);
      if (whole[mark + 1] !== '"') return out + whole.slice(from, mark) + whole.slice(mark + 1);
      out += whole.slice(from, mark + 1);
      from = mark + 2;
    }
  }
}

const UNCLOSED = 'the quotation mark that opens this cell is never closed';
const STRAY_INSIDE = 'a quotation mark inside an unquoted cell; quote the cell and double the mark';
const STRAY_BEHIND = 'text follows the closing quotation mark of a cell; double the marks inside it';
