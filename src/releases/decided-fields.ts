import type { Annotator, Batch, Label } from '../model/generated.js';
import type { CsvTable } from '../tables/csv-table.js';
import { tableRecords, type TextRecord } from '../tables/table-records.js';
import { countedLabels } from './counted-labels.js';
import { decideValue } from './decide-value.js';

/** Fields that a release resolves in its own way, into several columns. */
const RESOLVED: readonly string[] = ['stance', 'stance_score', 'status'];

/**
 * Fields of statements that labels or decisions of a release have decided, by statement; but stance and status. Labels
 * count as they do for a release: of production batches, persons first; a tie decides nothing. Those of one statement
 * are in memory at a time.
 */
export function decidedFields(tables: readonly CsvTable[]): ReadonlyMap<string, ReadonlySet<string>> {
  const rows = (name: string): Iterable<TextRecord> => {
    const table = tables.find((one) => one.name === name);
    return table ? tableRecords(table) : [];
  };
  const decided = new Map<string, Set<string>>();
  const add = (id: string, field: string): void => {
    const fields = decided.get(id);
    if (fields) fields.add(field);
    else decided.set(id, new Set([field]));
  };
  for (const { statement_id = '', field = '' } of rows('adjudication'))
    if (!RESOLVED.includes(field)) add(statement_id, field);
  const batches = [...rows('batches')] as unknown as Batch[];
  const annotators = [...rows('annotators')] as unknown as Annotator[];
  for (const labels of statementLabels(rows('labels'))) {
    for (const [id, { fields }] of countedLabels(labels, batches, annotators))
      for (const [field, own] of fields) if (decideValue(own.map(({ value }) => value)).value !== null) add(id, field);
  }
  return decided;
}

/** The labels of fields that are asked for, one statement after another, as they stand in a release. */
function* statementLabels(rows: Iterable<TextRecord>): Generator<Label[]> {
  let labels: Label[] = [];
  for (const row of rows) {
    if (RESOLVED.includes(row['field'] ?? '')) continue;
    if (labels.length && labels[0]!.statement_id !== row['statement_id']) {
      yield labels;
      labels = [];
    }
    labels.push({ ...row, round: Number(row['round']) } as unknown as Label);
  }
  if (labels.length) yield labels;
}
