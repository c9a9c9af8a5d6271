import type { Codebook } from '../model/generated.js';
import { tables as schemaTables, type Table } from '../model/tables.js';
import type { CsvTable } from '../tables/csv-table.js';
import { selectColumns } from '../tables/select-columns.js';
import { columnsOf } from '../tables/table-cursor.js';
import { tableRecords, type TextRecord } from '../tables/table-records.js';
import { codebookField, customFields } from './statement-fields.js';

/** A table of a release and the same of a dataset, with the columns that both can have. */
export interface LevelTables {
  readonly release: CsvTable;
  readonly dataset: CsvTable;
  /** Columns of the dataset's table that no release carries. */
  readonly neverCarried: readonly string[];
  /** Columns that every release has, this one without values but its own, and this dataset's table has not. */
  readonly alwaysThere: readonly string[];
}

/** Whether a release itself has filled in a column of a row that is not empty there. */
export type FilledIn = (row: TextRecord, column: string) => boolean;

/**
 * Takes from a table of a release and the dataset's what only one of them can have: a release has all columns of the
 * schema (of the stand-off one, where it has no words) and the codebook's custom ones, and no others. The dataset's
 * columns stand in the release's order then, as theirs means nothing. A column that the dataset lacks and of which the
 * release has values that it has not `filledIn` is left: the dataset has lost it.
 */
export function levelColumns(
  release: CsvTable,
  dataset: CsvTable,
  codebook: Codebook | null,
  filledIn: FilledIn,
): LevelTables {
  const [released, own] = [columnsOf(release), columnsOf(dataset)];
  const schema = schemaOf(release.name, released);
  if (schema === null || !own.length) return { release, dataset, neverCarried: [], alwaysThere: [] };
  const carried = new Set([...schema.columns.map(({ name }) => name), ...customOf(schema, codebook)]);
  const neverCarried = own.filter((name) => !released.includes(name) && !carried.has(name));
  const missing = released.filter((name) => !own.includes(name) && carried.has(name));
  const lost = lostColumns(release, missing, (row, name) => isHash(schema, name) || filledIn(row, name));
  const alwaysThere = missing.filter((name) => !lost.has(name));
  const kept = released.filter((name) => !alwaysThere.includes(name));
  const ordered = [
    ...kept.filter((name) => own.includes(name)),
    ...own.filter((name) => !kept.includes(name) && !neverCarried.includes(name)),
  ];
  return {
    release: selectColumns(release, kept),
    dataset: selectColumns(dataset, ordered),
    neverCarried,
    alwaysThere,
  };
}

/** The schema of a release's table: of those for files of its name, the one that lacks and has least of other columns. */
function schemaOf(name: string, columns: readonly string[]): Table | null {
  const off = (table: Table): number => {
    const common = table.columns.filter((one) => columns.includes(one.name)).length;
    return table.columns.length + columns.length - 2 * common;
  };
  return Object.values(schemaTables)
    .filter(({ file }) => file === `${name}.csv` || file.startsWith(`${name}/`))
    .reduce<Table | null>((best, one) => (best && off(best) <= off(one) ? best : one), null);
}

/** Those of some columns that have a value which the release has not filled in; the table is read once. */
function lostColumns(release: CsvTable, columns: readonly string[], filledIn: FilledIn): ReadonlySet<string> {
  const lost = new Set<string>();
  if (!columns.length) return lost;
  for (const row of tableRecords(release)) {
    for (const name of columns) if (row[name] !== '' && !lost.has(name) && !filledIn(row, name)) lost.add(name);
    if (lost.size === columns.length) break;
  }
  return lost;
}

/** Whether a column of a stand-off table stands for words: a table that has these lacks it. */
function isHash({ schema }: Table, column: string): boolean {
  const withWords = Object.values(schemaTables).find((one) => `standoff-${one.schema}` === schema);
  return withWords !== undefined && !withWords.columns.some(({ name }) => name === column);
}

function customOf({ schema }: Table, codebook: Codebook | null): string[] {
  if (codebook === null || !schema.endsWith('statement')) return [];
  const isCarried = (field: string): boolean =>
    schema === 'statement' || codebookField(codebook, field)?.type !== 'string';
  return customFields(codebook).filter(isCarried);
}
