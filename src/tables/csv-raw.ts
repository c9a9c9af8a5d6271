/** A cell as it is written: its bytes' text (marks included), the value that reading gives, and its place. */
export interface RawCell {
  readonly raw: string;
  readonly value: string;
  /** Marks in a plain cell ("inside"), or text behind a closing mark ("behind"), where there are any. */
  readonly stray: 'inside' | 'behind' | null;
  /** Physical line and UTF-16 unit in it, both from 1. */
  readonly line: number;
  readonly column: number;
}

/** A row as it is written: its cells and the line end behind them ("" at the end of the file). */
export interface RawRow {
  readonly cells: readonly RawCell[];
  readonly end: string;
  readonly line: number;
}

/**
 * The rows of CSV text as they are written, header and blank rows included, so that a part of a file can be changed and
 * all others kept byte for byte: cells joined by `separator` and followed by the row's end are the text again. `text` is
 * without its byte order mark. Null when a quotation mark is never closed, or closed where another cell seems to open:
 * there the text can be read in two ways.
 */
export function rawRows(text: string, separator: string): RawRow[] | null {
  const rows: RawRow[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const first = line;
    const cells: RawCell[] = [];
    let lineStart = at;
    for (;;) {
      const cell = text[at] === '"' ? quotedEnd(text, at, separator) : plainEnd(text, at, separator);
      if (!cell) return null;
      const raw = text.slice(at, cell.end);
      cells.push({ raw, value: cell.value, stray: cell.stray, line, column: at - lineStart + 1 });
      // Only a cell in quotation marks can hold line ends.
      for (const lineEnd of raw.startsWith('"') ? raw.matchAll(LINE_END) : []) {
        line++;
        lineStart = at + lineEnd.index + lineEnd[0].length;
      }
      at = cell.end;
      if (text[at] !== separator || at >= text.length) break;
      at++;
      // A separator at the very end of the file opens one more cell, which is empty.
      if (at >= text.length) {
        cells.push({ raw: '', value: '', stray: null, line, column: at - lineStart + 1 });
        break;
      }
    }
    const end = text.startsWith('\r\n', at) ? '\r\n' : (text[at] ?? '');
    rows.push({ cells, end, line: first });
    at += end.length;
    line++;
  }
  return rows;
}

const LINE_END = /\r\n?|\n/g;

interface CellEnd {
  readonly end: number;
  readonly value: string;
  readonly stray: RawCell['stray'];
}

function plainEnd(text: string, from: number, separator: string): CellEnd {
  const end = cellEnd(text, from, separator);
  const value = text.slice(from, end);
  return { end, value, stray: value.includes('"') ? 'inside' : null };
}

function quotedEnd(text: string, open: number, separator: string): CellEnd | null {
  let close = text.indexOf('"', open + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) return null;
  const inside = text.slice(open + 1, close).replaceAll('""', '"');
  const end = cellEnd(text, close + 1, separator);
  if (end === close + 1) return { end, value: inside, stray: null };
  return /[\r\n]/.test(inside) ? null : { end, value: inside + text.slice(close + 1, end), stray: 'behind' };
}

function cellEnd(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

/** A value as a CSV cell with commas for separators: in quotation marks where it must be, or where `always` is true. */
export function quoteCell(value: string, { always = false }: { readonly always?: boolean } = {}): string {
  return always || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
