/** Something wrong with the form of a row: the rule, where in the file (physical line and UTF-16 unit, both from 1; byte). */
export interface RowFault {
  readonly rule: string;
  readonly line: number;
  readonly column: number;
  readonly byteOffset: number;
  readonly message: string;
}

/** What faults of quotation marks say. */
export const UNCLOSED = 'the quotation mark that opens this cell is never closed';
export const STRAY_INSIDE = 'a quotation mark inside an unquoted cell; quote the cell and double the mark';
export const STRAY_BEHIND = 'text follows the closing quotation mark of a cell; double the marks inside it';

/** The value of a quoted cell with doubled marks, or with text behind its closing one. */
export function unquoted(written: string): string {
  let out = '';
  let from = 1;
  for (;;) {
    const mark = written.indexOf('"', from);
    if (mark < 0) return out + written.slice(from);
    if (written[mark + 1] !== '"') return out + written.slice(from, mark) + written.slice(mark + 1);
    out += written.slice(from, mark + 1);
    from = mark + 2;
  }
}
