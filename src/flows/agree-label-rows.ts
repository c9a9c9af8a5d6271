import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import type { CsvFile, CsvRow } from '../tables/csv-reader.js';

/** One label as read: by whom, of what, and where it stands. Everything is text, as in the file. */
export interface LabelRow {
  readonly unit: string;
  readonly annotator: string;
  readonly label: string;
  /** Null for files with one field. */
  readonly field: string | null;
  /** Round of labelling, from 1. */
  readonly round: number;
  readonly batch: string | null;
  /** The cluster (document) of the unit, where the file says it. */
  readonly cluster: string | null;
  /** Physical line on which the row begins. */
  readonly line: number;
  /** Where in the file's text the row begins; with the line it finds the cell again. */
  readonly at: number;
  /** The file and column that the label stands in, shared by its rows. */
  readonly source: LabelSource;
}

/** Where labels were read from. */
export interface LabelSource {
  readonly file: string;
  /** The place of a row's label; asked for only when something is wrong with it, as places cost more than cells. */
  place(row: Pick<LabelRow, 'line' | 'at'>): { readonly line: number; readonly column: number };
}

/** Where a label stands: file, line, column. */
export function labelPlace({ line, at, source }: LabelRow): { file: string; line: number; column: number } {
  return { file: source.file, ...source.place({ line, at }) };
}

/** Which columns of a label file hold what; null finds them by their usual names. */
export interface LabelColumns {
  readonly unit?: string | null;
  readonly annotator?: string | null;
  readonly label?: string | null;
  readonly cluster?: string | null;
}

const UNITS = ['statement_id', 'unit_id', 'item_id'];
const ANNOTATORS = ['annotator_id'];
const LABELS = ['value', 'label'];
/** Columns that a wide file may have beside its annotators. */
const BESIDE = new Set(['document_id', 'field', 'round', 'batch_id', 'text', 'target_id', 'speaker_id', 'comment']);

interface Found {
  readonly index: number;
  readonly name: string;
}

function find(csv: CsvFile, wanted: string | null | undefined, usual: readonly string[]): Found | null {
  const names = wanted === null || wanted === undefined ? usual : [wanted];
  const name = names.find((one) => csv.header.includes(one));
  return name === undefined ? null : { index: csv.header.indexOf(name), name };
}

/**
 * Labels of a CSV file, long (a label a row) or wide (a unit a row, an annotator a column). A file counts as wide when
 * it has a unit column but neither an annotator nor a label column. Columns that can't be found are a finding, and the
 * file gives no labels. A row without unit or annotator is a finding and left out.
 */
export function labelRows(csv: CsvFile, columns: LabelColumns = {}): { rows: LabelRow[]; findings: Finding[] } {
  const findings: Finding[] = [...csv.findings];
  if (csv.header.length === 0) return { rows: [], findings };
  const unit = find(csv, columns.unit, UNITS);
  const annotator = find(csv, columns.annotator, ANNOTATORS);
  const label = find(csv, columns.label, LABELS);
  const wide = unit !== null && annotator === null && label === null && !columns.annotator && !columns.label;
  if (unit !== null && wide) return { rows: wideRows(csv, unit, columns, findings), findings };
  if (unit === null || annotator === null || label === null) {
    const missing: [Found | null, string, string | null | undefined, readonly string[]][] = [
      [unit, 'unit', columns.unit, UNITS],
      [annotator, 'annotator', columns.annotator, ANNOTATORS],
      [label, 'label', columns.label, LABELS],
    ];
    for (const [found, what, wanted, usual] of missing) {
      if (found !== null) continue;
      const names = wanted ? `"${wanted}"` : usual.map((name) => `"${name}"`).join(' or ');
      const message = `no column ${names}; name the ${what} column with --${what}`;
      findings.push(
        finding('label/missing-column', { file: csv.file, line: 1, column: 1 }, message, { allowed: csv.header }),
      );
    }
    return { rows: [], findings };
  }
  return { rows: longRows(csv, { unit, annotator, label }, columns, findings), findings };
}

/** Where the columns of a long file are, by what they hold; −1 for one that it may lack and does. */
export interface LongColumns {
  readonly unit: number;
  readonly annotator: number;
  readonly label: number;
  readonly field: number;
  readonly round: number;
  readonly batch: number;
  readonly cluster: number;
}

/** The columns of a long file; null where a column it needs can't be found (as in a wide file). */
export function findLabelColumns(csv: CsvFile, columns: LabelColumns = {}): LongColumns | null {
  const unit = find(csv, columns.unit, UNITS);
  const annotator = find(csv, columns.annotator, ANNOTATORS);
  const label = find(csv, columns.label, LABELS);
  if (unit === null || annotator === null || label === null) return null;
  return {
    unit: unit.index,
    annotator: annotator.index,
    label: label.index,
    field: csv.header.indexOf('field'),
    round: csv.header.indexOf('round'),
    batch: csv.header.indexOf('batch_id'),
    cluster: csv.header.indexOf(columns.cluster ?? 'document_id'),
  };
}

function longRows(
  csv: CsvFile,
  found: { readonly unit: Found; readonly annotator: Found; readonly label: Found },
  columns: LabelColumns,
  findings: Finding[],
): LabelRow[] {
  const { field, round, batch, cluster } = findLabelColumns(csv, columns)!;
  const source = sourceOf(csv, found.label.index);
  const rows: LabelRow[] = [];
  for (const row of csv.rows) {
    const cell = (index: number): string => (index < 0 ? '' : row.cells[index]!);
    const unit = cell(found.unit.index);
    const annotator = cell(found.annotator.index);
    if (unit === '' || annotator === '') {
      findings.push(emptyId(csv, row, unit === '' ? found.unit : found.annotator));
      continue;
    }
    rows.push({
      unit,
      annotator,
      label: cell(found.label.index),
      field: field < 0 ? null : cell(field),
      round: roundOf(cell(round), csv, row, round, findings),
      batch: cell(batch) || null,
      cluster: cell(cluster) || null,
      line: row.line,
      at: row.at,
      source,
    });
  }
  return rows;
}

function wideRows(csv: CsvFile, unit: Found, columns: LabelColumns, findings: Finding[]): LabelRow[] {
  const cluster = csv.header.indexOf(columns.cluster ?? 'document_id');
  const annotators = csv.header.flatMap((name, index) =>
    index === unit.index || index === cluster || name === '' || BESIDE.has(name)
      ? []
      : [{ name, index, source: sourceOf(csv, index) }],
  );
  const names = annotators.map(({ name }) => name).join(', ');
  findings.push(
    finding(
      'label/wide',
      { file: csv.file, line: 1, column: 1 },
      `read as a wide file: each of these columns is an annotator: ${names}`,
      {
        severity: 'info',
      },
    ),
  );
  const rows: LabelRow[] = [];
  for (const row of csv.rows) {
    const id = row.cells[unit.index]!;
    if (id === '') {
      findings.push(emptyId(csv, row, unit));
      continue;
    }
    for (const { name, index, source } of annotators) {
      rows.push({
        unit: id,
        annotator: name,
        label: row.cells[index]!,
        field: null,
        round: 1,
        batch: null,
        cluster: (cluster < 0 ? '' : row.cells[cluster]!) || null,
        line: row.line,
        at: row.at,
        source,
      });
    }
  }
  return rows;
}

function sourceOf({ file, placesOf }: CsvFile, index: number): LabelSource {
  return { file, place: (row) => placesOf(row)[index]! };
}

function emptyId(csv: CsvFile, row: CsvRow, { index, name }: Found): Finding {
  return finding(
    'label/empty-id',
    { file: csv.file, ...csv.placesOf(row)[index]! },
    `column "${name}" is empty; the row is left out`,
    {
      field: name,
    },
  );
}

function roundOf(cell: string, csv: CsvFile, row: CsvRow, index: number, findings: Finding[]): number {
  if (cell === '') return 1;
  const round = Number(cell);
  if (Number.isInteger(round) && round > 0) return round;
  const message = `"${cell}" is no round; rounds are 1, 2, …; read as 1`;
  findings.push(
    finding('label/round', { file: csv.file, ...csv.placesOf(row)[index]! }, message, { field: 'round', value: cell }),
  );
  return 1;
}
