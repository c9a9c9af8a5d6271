import type { SchemaName } from '../model/generated.js';
import { tables, type Table } from '../model/tables.js';

const WHOLE: Readonly<Record<string, SchemaName>> = {
  'demarche.json': 'project',
  'codebook.json': 'codebook',
  'run.json': 'run',
  'findings.jsonl': 'finding',
};

/** `standoff` says which of two schemas of one file name is meant; null = its columns decide. */
export interface RecogniseOptions {
  readonly standoff?: boolean | null;
}

/** Where a label file lies. */
const LABEL_FILE = /(?:^|\/)labels\/[^/]+\/[^/]+\.csv$/;
/** A statement's id, where a label file without a header has it. */
const STATEMENT_ID = /^st_[0-9a-hjkmnp-tv-z]{16}/;

/**
 * What a file holds: by its name (the last part of `path`), and where two schemas share a name (stand-off tables) by `standoff` or its columns;
 * a file of another name by its columns, labels before all. `columns` is its header, or the keys of its first line.
 * A file in the place of a label file that has lost its header is one too. Null when it is no file of a dataset.
 */
export function recognise(
  path: string,
  columns: readonly string[],
  { standoff = null }: RecogniseOptions = {},
): SchemaName | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const whole = WHOLE[name];
  if (whole) return whole;
  const all = Object.values(tables);
  const named = all.filter((table) => table.file === name.replace(/\.jsonl$/, '.csv'));
  const meant = standoff === null ? [] : named.filter((table) => table.schema.startsWith('standoff-') === standoff);
  if (named.length) return best(meant.length ? meant : named, columns).schema;
  const isLabel = ['statement_id', 'annotator_id', 'field', 'value'].every((column) => columns.includes(column));
  if (isLabel || name === 'labels.csv') return 'label';
  if (LABEL_FILE.test(path) && columns.some((cell) => STATEMENT_ID.test(cell))) return 'label';
  const fitting = all.filter((table) => table.key.every((key) => columns.includes(key)) && fit(table, columns) >= 0.6);
  return fitting.length ? best(fitting, columns).schema : null;
}

function best(candidates: readonly Table[], columns: readonly string[]): Table {
  // A file without a header is told by the number of its cells.
  const off = (table: Table): number => Math.abs(table.columns.length - columns.length);
  return candidates.reduce((a, b) => ((fit(b, columns) - fit(a, columns) || off(a) - off(b)) > 0 ? b : a));
}

/** Share of columns that table and file have in common, of all that either has. */
function fit(table: Table, columns: readonly string[]): number {
  const common = table.columns.filter((column) => columns.includes(column.name)).length;
  return common / (table.columns.length + columns.length - common || 1);
}

/** Name of the table, as references and reports say it: "statements" for statements.csv, "labels" for label files. */
export function tableName(schema: SchemaName): string {
  const file = tables[schema]?.file;
  if (file) return file.includes('*') ? (file.split('/')[0] ?? file) : file.replace(/\.csv$/, '');
  return schema === 'finding' ? 'findings' : schema;
}
