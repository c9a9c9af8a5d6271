import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import type { CsvFile, CsvRow } from '../tables/csv-reader.js';

/** A span as an annotator marked it, or, without start and end, that an annotator read a document and marked nothing. */
export interface SpanRow {
  readonly document: string;
  readonly annotator: string;
  readonly span: { readonly start: number; readonly end: number; readonly label: string } | null;
  /** Length of the document, where the file says it. */
  readonly length: number | null;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Which columns hold what; null finds them by their usual names. */
export interface SpanColumns {
  readonly annotator?: string | null;
  readonly label?: string | null;
}

/** The label of spans in a file that has no column of labels. */
const UNLABELLED = 'span';

const WHOLE = /^\d+$/;

/** Whether a header is that of a file of marked spans: documents, annotators, start and end, and no unit. */
export function isSpanHeader(header: readonly string[]): boolean {
  const has = (name: string): boolean => header.includes(name);
  const units = ['statement_id', 'unit_id', 'item_id'].some(has);
  return !units && ['document_id', 'annotator_id', 'start', 'end'].every(has);
}

/**
 * Spans of a CSV file with document_id, annotator_id, start, end (whole numbers, [start, end), in the unit of the
 * texts' lengths), and if it has them label and length. A row whose start, end and label are all empty says that the
 * annotator read the document and marked nothing. Rows that can't be used are findings and left out; columns that
 * can't be found are a finding, and the file gives nothing.
 */
export function spanRows(csv: CsvFile, columns: SpanColumns = {}): { rows: SpanRow[]; findings: Finding[] } {
  const findings: Finding[] = [...csv.findings];
  const at = (name: string): number => csv.header.indexOf(name);
  const places = {
    document: at('document_id'),
    annotator: at(columns.annotator ?? 'annotator_id'),
    start: at('start'),
    end: at('end'),
  };
  const names = { document: 'document_id', annotator: columns.annotator ?? 'annotator_id', start: 'start', end: 'end' };
  const label = columns.label ? at(columns.label) : Math.max(at('label'), at('value'));
  const missing = Object.entries(places).filter(([, index]) => index < 0);
  if (columns.label && label < 0) missing.push(['label', -1]);
  if (missing.length > 0) {
    for (const [what] of missing) {
      const message = `no column "${(names as Record<string, string>)[what] ?? columns.label}"; spans need document_id, annotator_id, start and end`;
      const place = { file: csv.file, line: 1, column: 1 };
      findings.push(finding('span/missing-column', place, message, { allowed: csv.header }));
    }
    return { rows: [], findings };
  }
  const length = at('length');
  const rows = csv.rows.flatMap((row): SpanRow[] => {
    const cell = (index: number): string => (index < 0 ? '' : row.cells[index]!.trim());
    const fault = (rule: string, index: number, message: string): SpanRow[] => {
      const place = { file: csv.file, ...csv.placesOf(row)[index]! };
      const details = { field: csv.header[index]!, value: cell(index), record_id: cell(places.document) || null };
      findings.push(finding(rule, place, message, details));
      return [];
    };
    for (const index of [places.document, places.annotator]) {
      if (cell(index) === '') {
        return fault('span/empty-id', index, `column "${csv.header[index]}" is empty; the row is left out`);
      }
    }
    for (const index of [places.start, places.end, length]) {
      if (cell(index) !== '' && !WHOLE.test(cell(index))) {
        return fault('span/number', index, `"${cell(index)}" is no whole number from 0; the row is left out`);
      }
    }
    return spanRow(csv, row, cell, { ...places, label, length }, fault);
  });
  return { rows, findings };
}

function spanRow(
  csv: CsvFile,
  row: CsvRow,
  cell: (index: number) => string,
  places: Readonly<Record<'document' | 'annotator' | 'start' | 'end' | 'label' | 'length', number>>,
  fault: (rule: string, index: number, message: string) => SpanRow[],
): SpanRow[] {
  const { start, end, label, length } = places;
  const nothing = cell(start) === '' && cell(end) === '' && cell(label) === '';
  if (!nothing && (cell(start) === '' || cell(end) === '')) {
    const index = cell(start) === '' ? start : end;
    return fault('span/number', index, `column "${csv.header[index]}" is empty; the row is left out`);
  }
  if (!nothing && Number(cell(start)) >= Number(cell(end))) {
    return fault('span/empty', start, `the span [${cell(start)}, ${cell(end)}) holds nothing; the row is left out`);
  }
  if (!nothing && label >= 0 && cell(label) === '') {
    return fault('span/empty-label', label, 'the span has no label; the row is left out');
  }
  const name = label < 0 ? UNLABELLED : cell(label);
  return [
    {
      document: cell(places.document),
      annotator: cell(places.annotator),
      span: nothing ? null : { start: Number(cell(start)), end: Number(cell(end)), label: name },
      length: cell(length) === '' ? null : Number(cell(length)),
      file: csv.file,
      line: row.line,
      column: csv.placesOf(row)[start]!.column,
    },
  ];
}
