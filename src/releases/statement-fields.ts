import type { Codebook } from '../model/generated.js';
import { tableOf, type Column, type Table } from '../model/tables.js';
import { formatCell, isFault, parseCell, type Value } from '../tables/cells.js';
import type { StoredRows } from '../tables/row-store.js';
import type { Release } from './release.js';

/** A field of the codebook. */
export type CodebookField = Codebook['fields'][number];

/** Columns that nobody labels: ids, positions that follow from `segments`, and what a release computes. */
const computed: readonly string[] = [
  'statement_id',
  'utterance_id',
  'start',
  'end',
  'text',
  'turn_id',
  'stance_basis',
  'n_labels',
  'stance_auto',
  'stance_score_auto',
  'labeler',
];

/** The codebook's entry for a field; null when it has none. */
export function codebookField(codebook: Codebook, field: string): CodebookField | null {
  return codebook.fields.find((entry) => entry.field === field) ?? null;
}

/** Names of the custom columns, those of codebook.json that begin with x_, in its order. */
export function customFields(codebook: Codebook): string[] {
  return codebook.fields.map((entry) => entry.field).filter((field) => field.startsWith('x_'));
}

/** A custom field of codebook.json as a column of the statements table. */
export function customColumn(codebook: Codebook, field: string): Column {
  const entry = codebookField(codebook, field);
  return {
    name: field,
    type: !entry || entry.type === 'category' ? 'string' : entry.type,
    nullable: true,
    minimum: -Infinity,
    maximum: Infinity,
    values: null,
    codebook: entry?.type === 'category' ? field : null,
    description: entry?.description ?? 'Custom field',
  };
}

/** The columns of a table as it is released: the schema's, then the custom ones with the types of the codebook. */
export function releasedColumns(
  codebook: Codebook,
  { table, custom }: { readonly table: Table; readonly custom: readonly string[] },
): Column[] {
  return [...table.columns, ...custom.map((field) => customColumn(codebook, field))];
}

/** The statements of a release, with their columns; null when it has no such table. */
export function releasedStatements({
  tables,
  codebook,
}: Pick<Release, 'tables' | 'codebook'>): { readonly rows: StoredRows<object>; readonly columns: Column[] } | null {
  const found = tables.find((table) => table.name === 'statements');
  return found ? { rows: found.rows, columns: releasedColumns(codebook, found) } : null;
}

/** The column that labels of a field are written into; null for a field that can't be labelled. */
export function labelledColumn(codebook: Codebook, field: string): Column | null {
  if (computed.includes(field)) return null;
  const column = tableOf('statement').columns.find((candidate) => candidate.name === field);
  if (column) return column;
  return field.startsWith('x_') && codebookField(codebook, field) ? customColumn(codebook, field) : null;
}

/** Categories allowed in a column, from the codebook or the schema; null when any value of its type will do. */
export function allowedValues(codebook: Codebook, column: Column): readonly string[] | null {
  const categories = codebookField(codebook, column.codebook ?? column.name)?.categories;
  return categories ? categories.map((category) => category.value) : column.values;
}

/** Sign of a stance in the codebook: +, -, 0, or null where the label takes no score. */
export function signOf(codebook: Codebook, stance: string): '+' | '-' | '0' | null {
  const categories = codebookField(codebook, 'stance')?.categories ?? [];
  return categories.find((category) => category.value === stance)?.sign ?? null;
}

/** A label's text as a value of its column; null when it does not have the column's type (a finding elsewhere). */
export function valueOf(column: Column, text: string): Value {
  const value = parseCell(column, text);
  return isFault(value) ? null : value;
}

/** A value that was read from CSV as text (custom columns are) in its column's own type. */
export function typedValue(column: Column, value: unknown): Value {
  return typeof value === 'string' && column.type !== 'string' ? valueOf(column, value) : ((value ?? null) as Value);
}

/** True when two values would be written as the same cell. */
export function sameCell(a: unknown, b: unknown): boolean {
  return formatCell(a) === formatCell(b);
}
