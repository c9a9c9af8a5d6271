import { quoteCell } from '../tables/csv-raw.js';
import { isBlank, isEven, type DraftRow, type Repair, type Step } from './fix-draft.js';

/** Takes away the byte order mark. */
export const byteOrderMark: Step = (draft, { isDropped }) => {
  const repair = whole(draft.file, 'byte order mark', 'csv/byte-order-mark', 'EF BB BF', '');
  return draft.bom && !isDropped(repair)
    ? { draft: { ...draft, bom: false }, repairs: [repair] }
    : { draft, repairs: [] };
};

/** Takes away rows without any content. */
export const blankRows: Step = (draft, { isDropped }) => {
  const repairs: Repair[] = [];
  const rows = draft.rows.filter((row, at) => {
    if (at === 0 || !isBlank(row)) return true;
    const before = row.cells.map(({ raw }) => raw).join(draft.separator);
    const { line } = draft.raw[row.row]!;
    const repair: Repair = {
      ...whole(draft.file, 'blank row', 'csv/blank-row', before, ''),
      line,
      column: 1,
      row: row.row,
    };
    if (isDropped(repair)) return true;
    repairs.push(repair);
    return false;
  });
  return { draft: repairs.length ? { ...draft, rows } : draft, repairs };
};

/**
 * Quotes a cell with quotation marks inside it, and doubles them. Where two cells of a row have an odd number of marks,
 * one cell may have been cut in two by a comma: such a row is left alone, as is one of the wrong width.
 */
export const strayQuotes: Step = (draft, { isDropped }) => {
  const repairs: Repair[] = [];
  const width = draft.raw[0]!.cells.length;
  const rows = draft.rows.map((row): DraftRow => {
    const { cells } = draft.raw[row.row]!;
    const stray = cells.filter((cell) => cell.stray === 'inside');
    if (!stray.length || cells.length !== width || cells.some((cell) => cell.stray === 'behind')) return row;
    if (stray.length > 1 && stray.some(({ value }) => value.split('"').length % 2 === 0)) return row;
    const mended = cells.map((cell) => {
      if (cell.stray === null) return cell;
      const { value, line, column } = cell;
      const repair: Repair = {
        ...whole(draft.file, 'quotation marks', 'csv/stray-quote', value, quoteCell(value)),
        line,
        column,
        row: row.row,
      };
      if (isDropped(repair)) return cell;
      repairs.push(repair);
      return { raw: quoteCell(value), value };
    });
    return { ...row, cells: mended };
  });
  return { draft: repairs.length ? { ...draft, rows } : draft, repairs };
};

/** Writes commas between cells; only where no row is too short or too long, and every quotation mark is in place. */
export const separator: Step = (draft, { isDropped }) => {
  const { file, separator: before } = draft;
  const repair = whole(file, 'separator', 'csv/separator', before === '\t' ? 'tab' : before, ',');
  if (before === ',' || isDropped(repair) || !isEven(draft)) return { draft, repairs: [] };
  const rows = draft.rows.map((row) => ({
    ...row,
    cells: row.cells.map(({ value }) => ({ value, raw: quoteCell(value) })),
  }));
  return { draft: { ...draft, rows, separator: ',' }, repairs: [repair] };
};

/** Ends every row with a line feed. Line ends inside of quoted cells are text and stay. */
export const rowEnds: Step = (draft, { isDropped }) => {
  const seen = new Set(draft.rows.map(({ end }) => end).filter((end) => end !== '' && end !== '\n'));
  const before = ['\r\n', '\r'].filter((end) => seen.has(end)).map((end) => (end === '\r' ? 'CR' : 'CRLF'));
  const repair = whole(draft.file, 'row ends', 'file/line-ends', before.join(', '), 'LF');
  if (!seen.size || isDropped(repair)) return { draft, repairs: [] };
  const rows = draft.rows.map((row) => (row.end === '' ? row : { ...row, end: '\n' }));
  return { draft: { ...draft, rows }, repairs: [repair] };
};

/** Ends the last row too. */
export const finalNewline: Step = (draft, { isDropped }) => {
  const last = draft.rows.at(-1)!;
  const repair = whole(draft.file, 'final newline', null, '', 'LF');
  if (last.end !== '' || isDropped(repair)) return { draft, repairs: [] };
  const end = draft.rows[0]!.end === '' ? '\n' : draft.rows[0]!.end;
  return { draft: { ...draft, rows: [...draft.rows.slice(0, -1), { ...last, end }] }, repairs: [repair] };
};

/** A repair of the file as a whole. */
function whole(file: string, kind: string, rule: string | null, before: string, after: string): Repair {
  return { file, kind, rule, line: null, column: null, before, after, row: null };
}
