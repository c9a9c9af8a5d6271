import { resolve } from 'node:path';
import { datasetTable, type Dataset } from '../files/dataset.js';
import { agreeBy, columnNamed, valueIn, valueOfUnit, type ValueAt } from '../flows/agree-by.js';
import { filterTable, labelTableBuilder, type LabelTable } from '../flows/agree-label-table.js';
import type { AgreeOptions } from '../flows/agree-options.js';
import { UsageError } from '../model/errors.js';
import type { Batch, Statement } from '../model/generated.js';
import type { AlternativeScore } from '../measures/alternative-annotator-test.js';
import type { AgreementReport, UnitPlace } from '../reports/agreement-report.js';
import { readLabelInput, statementColumn, type LabelInput, type LabelInputOptions } from './label-input.js';

/** Where statements stand in their documents, by id, for the ids asked for; none without a dataset. */
export function unitPlaces(dataset: Dataset | null, units: readonly string[]): ReadonlyMap<string, UnitPlace> {
  if (dataset === null || units.length === 0) return new Map();
  const wanted = new Set(units);
  const places = new Map<string, UnitPlace>();
  for (const { row } of datasetTable<Statement>(dataset, 'statement').rows) {
    if (!wanted.has(row.statement_id)) continue;
    places.set(row.statement_id, {
      document_id: row.document_id,
      start: row.start,
      end: row.end,
      // A stand-off dataset has no text and no mentions.
      text: row.text ?? null,
      speaker: row.speaker_id ?? row.speaker_text ?? null,
      target: row.target_id ?? row.target_text ?? null,
    });
  }
  return places;
}

/**
 * Finds the column that labels are broken down by: the batch of the rows, a column of the label files themselves (which
 * are read again for it), of the dataset's statements, or of its batches. Throws UsageError where none has it.
 */
export function byColumn(column: string, { input, labels, added, paths, reading }: Journey): ValueAt {
  if (column === 'batch_id' && labels.batch !== null) return valueIn(labels.batch);
  const again = { ...reading, columns: { ...reading.columns, cluster: column } };
  const own = readLabelInput(paths, again).labels;
  const more = added === null || added.isPart ? null : readLabelInput([added.path], again).labels;
  if (own.cluster !== null || more !== null) {
    const [first, second] = [valueIn(own.cluster), valueIn(more?.cluster ?? null)];
    const found: ValueAt = (row) => (row < own.rows ? first(row, own) : second(row - own.rows, more!));
    if (Array.from({ length: labels.rows }, (_, row) => row).some((row) => found(row, labels))) return found;
  }
  const ofStatement = statementColumn(input.dataset, column);
  if (ofStatement !== null) return valueOfUnit((unit) => ofStatement.get(unit) ?? null);
  const batches = input.dataset === null ? [] : datasetTable<Batch>(input.dataset, 'batch').rows;
  const ofBatch = new Map(
    batches.map(({ row }) => [row.batch_id, (row as unknown as Readonly<Record<string, unknown>>)[column]]),
  );
  if ([...ofBatch.values()].some((value) => typeof value === 'string')) {
    const batchAt = valueIn(labels.batch);
    return (row, table) => (ofBatch.get(batchAt(row, table) ?? '') as string | undefined) ?? null;
  }
  throw new UsageError(`--by "${column}": neither the label files nor statements.csv nor batches.csv have this column`);
}

/** A contributed label file apart from all other labels. */
export interface Contribution {
  readonly path: string;
  /** Whether the file is one of the input's. */
  readonly isPart: boolean;
  /** What was read for it; null where it is part of the input. */
  readonly read: LabelInput | null;
  readonly rest: LabelTable;
  readonly added: LabelTable;
  /** Both together, the added rows last unless they are part of the input. */
  readonly all: LabelTable;
}

/**
 * The rows of a label file, and the input's rows without them. Where the file is one of the input's already, its rows are
 * those that count there: a pilot's or a training's stay out.
 */
export function contribution(path: string, input: LabelInput, options: LabelInputOptions): Contribution {
  const file = resolve(path);
  if (input.files.some((one) => resolve(one.path) === file)) {
    const [from, to] = rowsOfFile(input.labels, file);
    const isOfFile = (row: number): boolean => row >= from && row < to;
    return {
      path,
      isPart: true,
      read: null,
      rest: filterTable(input.labels, (row) => !isOfFile(row)),
      added: filterTable(input.labels, isOfFile),
      all: input.labels,
    };
  }
  const read = readLabelInput([path], options);
  const builder = labelTableBuilder();
  builder.add(input.rows);
  builder.add(read.rows);
  return { path, isPart: false, read, rest: input.labels, added: read.labels, all: builder.table() };
}

/**
 * The rows of a table that stand in a file, as [from, to). Files follow each other, so that few places have to be asked
 * for: two rows of one file have only its rows between them.
 */
function rowsOfFile(labels: LabelTable, file: string): [number, number] {
  const fileAt = (row: number): string => resolve(labels.place(row).file);
  let at = 0;
  while (at < labels.rows) {
    const own = fileAt(at);
    let [low, high] = [at, labels.rows - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (fileAt(middle) === own) low = middle;
      else high = middle - 1;
    }
    if (own === file) return [at, low + 1];
    at = low + 1;
  }
  return [0, 0];
}

/** What the extras of a report are made from. */
export interface Journey {
  readonly input: LabelInput;
  /** All labels, the contribution's included. */
  readonly labels: LabelTable;
  readonly added: Contribution | null;
  readonly options: AgreeOptions;
  readonly paths: readonly string[];
  readonly reading: LabelInputOptions;
  /** The column to break down by, in the command line's words. */
  readonly by: string | undefined;
  readonly alternative: {
    readonly annotator: string;
    readonly epsilon: number;
    readonly score: AlternativeScore;
  } | null;
}

/** The report with what was asked for beside it: places of units, parts, the effect of a file, the alternative test. */
export async function withExtras(report: AgreementReport, journey: Journey): Promise<AgreementReport> {
  const { input, labels, added, options } = journey;
  let { units, worklist, by, against, alternative } = report;
  const places = unitPlaces(
    input.dataset,
    units.map(({ unit_id }) => unit_id),
  );
  if (places.size > 0) {
    const work = await import('../flows/agree-worklist.js');
    units = work.placed(units, (unit) => places.get(unit) ?? null);
    worklist = work.worklist(units);
  }
  if (report.results.length > 0 && journey.by !== undefined) {
    const column = columnNamed(journey.by);
    by = agreeBy(labels, column, byColumn(column, journey), options);
  }
  if (added !== null) {
    const { agreeAgainst } = await import('../flows/agree-against.js');
    against = agreeAgainst(added.rest, added.added, report, { file: added.path, options });
  }
  if (journey.alternative !== null) {
    const { agreeAlternative } = await import('../flows/agree-alternative.js');
    const { annotator, ...test } = journey.alternative;
    alternative = agreeAlternative(labels, annotator, test, options);
  }
  return { ...report, units, worklist, by, against, alternative };
}
