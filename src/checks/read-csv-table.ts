import { finding } from '../model/findings.js';
import { customColumn, type Table } from '../model/tables.js';
import { ByteRows } from '../tables/byte-rows.js';
import type { RowFault } from '../tables/row-fault.js';
import { checkHeader, widthFault } from '../tables/csv-reader.js';
import { columnFindings } from '../tables/typed-rows.js';
import type { TableFile } from './check.js';
import { ColumnState, FAULTY, LATER } from './column-state.js';
import { fileForm, type FileForm } from './file-form.js';
import { missingHeader } from './missing-header.js';
import type { ReadPart } from './read-part.js';
import { CsvRowView } from './row-views.js';
import { sayAt } from './sink.js';
import { suggestColumn } from './suggest-column.js';

/**
 * Reads a CSV file as rows of its table, in memory that does not grow with it: header, then row by row its form, its
 * cells, and what checks say about it. Returns the number of rows; 0 for a file without a header.
 */
export function readCsvTable(part: ReadPart): number {
  const { source, name, table, sink, run, chunks, start, separator } = part;
  const { path, lookup = false } = source;
  const tell: typeof sink.add = (found) => {
    if (!lookup) sink.add(found);
  };
  const form = fileForm(path, part.foreign, tell);
  const rows = new ByteRows(chunks, separator.charCodeAt(0), { start });
  const report = ({ rule, line, column, byteOffset, message }: RowFault): void => {
    if (!lookup && sink.isFull(rule)) sink.count(rule, 'error', { message });
    else tell(finding(rule, { file: path, line, column, byte_offset: byteOffset }, message));
  };
  if (start) warn('csv/byte-order-mark', 'the file begins with a byte order mark; save it as UTF-8 without one');
  if (separator !== ',') {
    const named = separator === '\t' ? 'tab' : separator;
    warn('csv/separator', `cells are separated by "${named}"; read all the same, but write commas`);
  }
  function warn(rule: string, message: string): void {
    tell(finding(rule, { file: path, line: 1, column: 1, byte_offset: 0 }, message, { severity: 'warning' }));
  }

  const hasFirst = rows.next();
  const first = hasFirst ? Array.from({ length: rows.count }, (_, cell) => rows.text(cell).trim()) : [];
  const lost = missingHeader(first, table, { file: path, line: 1, column: 1, byte_offset: start }, part);
  const header = lost?.columns ?? first;
  if (hasFirst && !lost) form.row(rows);
  if (!lost) rows.faults.forEach(report);
  if (header.every((cell) => cell === '')) {
    const message = 'the file has no header; the first line must name the columns';
    tell(finding('csv/empty', { file: path, line: 1, column: 1, byte_offset: 0 }, message));
    form.end();
    return 0;
  }
  if (lost) tell(lost.finding);
  if (lost && !lost.columns) return countRows(rows, form);
  const width = header.length;
  const headerPlaces = header.map((_, cell) => ({ file: path, ...rows.placeOf(cell) }));
  const file: TableFile = { schema: source.schema, table, name, path, header, headerPlaces, lookup, copy: false };
  for (const found of checkHeader(header, headerPlaces, path)) tell(found);
  for (const found of columnFindings({ file: path, header, headerPlaces }, table, suggestColumn)) tell(found);
  run.table(file, tell);

  const states = header.map((column) => columnState(column, table, file, part));
  const named = new Map(header.map((column, cell) => [column, states[cell]!]));
  const view = new CsvRowView(file, rows, named);
  rows.width = width;
  const say = run.sayer(sink);
  // A first row that is no header is a row like the others.
  for (let more = lost !== null || rows.next(); more; more = rows.next()) {
    if (rows.faults.length) rows.faults.forEach(report);
    form.row(rows);
    const { count } = rows;
    if (isBlank(rows)) {
      blank(rows, part, tell);
      continue;
    }
    if ((++view.index & 0x3fff) === 0) part.seen?.(view.index, path);
    for (let cell = 0; cell < width; cell++) {
      const state = states[cell]!;
      const verdict = state.take(rows, cell < count ? cell : -1);
      if (verdict >= FAULTY && !lookup) tellCell(state, verdict, view, part, cell);
    }
    if (count !== width) {
      const { rule, place, message } = widthFault(rows, width);
      const details = { value: String(count), allowed: [String(width)] };
      if (!lookup && sink.isFull(rule)) sink.count(rule, 'error', details);
      else tell(finding(rule, { file: path, ...place }, message, details));
    }
    part.lookups.add(view);
    if (!lookup) run.row(view, say);
  }
  form.end();
  run.fileEnd(file, tell, view.index + 1);
  return view.index + 1;
}

/** Counts the rows of a file whose columns nobody knows, the present one included; only its characters are looked at. */
function countRows(rows: ByteRows, form: FileForm): number {
  let count = 0;
  for (let more = true; more; more = rows.next()) {
    form.row(rows);
    if (!isBlank(rows)) count++;
  }
  form.end();
  return count;
}

/** A row of which every cell is empty. */
function isBlank({ count, starts, ends }: ByteRows): boolean {
  for (let cell = 0; cell < count; cell++) if (starts[cell]! < ends[cell]!) return false;
  return true;
}

function blank(rows: ByteRows, { source, sink }: ReadPart, tell: ReadPart['sink']['add']): void {
  const message = 'the row is blank; delete it';
  if (!source.lookup && sink.isFull('csv/blank-row', 'warning')) {
    sink.count('csv/blank-row', 'warning', { message });
    return;
  }
  const place = { file: source.path, line: rows.line, column: 1, byte_offset: rows.offsetOf(rows.rowStart) };
  tell(finding('csv/blank-row', place, message, { severity: 'warning' }));
}

function columnState(name: string, table: Table, file: TableFile, { run }: ReadPart): ColumnState {
  const column = table.columns.find((one) => one.name === name) ?? customColumn(name);
  return new ColumnState(column, file.lookup || name === '' ? [] : run.judges(column, file));
}

function tellCell(
  state: ColumnState,
  verdict: number,
  view: CsvRowView,
  { sink, deferred }: ReadPart,
  cell: number,
): void {
  const field = state.column.name;
  if (verdict === LATER) {
    deferred.add(state, state.text, view);
    return;
  }
  // Of two columns of one name only the last is read.
  if (view.file.header!.lastIndexOf(field) !== cell) return;
  for (const { rule, message, details } of state.faults) sayAt(sink, rule, view, field, message, details);
}
