import type { Column } from '../model/tables.js';
import type { Release, ReleaseTable } from './release.js';
import { codebookField } from './statement-fields.js';
import { releasedColumns } from './statement-fields.js';
import { categoriesOf } from './table-schema.js';

type Json = Readonly<Record<string, unknown>>;

/** The field that a column with categories refers to in a Croissant description. */
export function enumerationId(table: ReleaseTable, column: Column): string {
  return isSplit(table, column) ? 'split_names/name' : `${setName(table, column)}/name`;
}

/** Each list of categories that a column of the tables has, as an enumeration: name, and the definition where the codebook has one. */
export function croissantCategories(release: Release, tables: readonly ReleaseTable[]): Json[] {
  const sets = new Map<string, Json>();
  for (const table of tables) {
    for (const column of releasedColumns(release.codebook, table)) {
      const allowed = categoriesOf(table, column, release);
      const id = setName(table, column);
      if (!allowed?.length || isSplit(table, column) || sets.has(id)) continue;
      const described = codebookField(release.codebook, column.codebook ?? '')?.categories ?? [];
      const definition = (value: string) => described.find((one) => one.value === value)?.definition ?? '';
      const fields = [`${id}/name`, ...(described.length ? [`${id}/description`] : [])];
      sets.set(id, {
        '@type': 'cr:RecordSet',
        '@id': id,
        name: id,
        description: `The categories of ${column.name}.`,
        dataType: 'sc:Enumeration',
        key: { '@id': `${id}/name` },
        field: fields.map(textField),
        data: allowed.map((value) => ({
          [fields[0]!]: value,
          ...(fields[1] === undefined ? {} : { [fields[1]]: definition(value) }),
        })),
      });
    }
  }
  return [...sets.values()];
}

const splitClasses: Readonly<Record<string, string>> = {
  train: 'cr:TrainingSplit',
  dev: 'cr:ValidationSplit',
  test: 'cr:TestSplit',
};

/** The splits that documents are in, with Croissant's own meaning of each; none for a release without splits. */
export function croissantSplits({ statistics }: Release): Json[] {
  const names = statistics.documents_by_split.flatMap((row) => row['split'] ?? []).map(String);
  if (!names.length) return [];
  return [
    {
      '@type': 'cr:RecordSet',
      '@id': 'split_names',
      name: 'split_names',
      description: 'The splits that documents are in; all statements of a document are in its split.',
      dataType: 'cr:Split',
      key: { '@id': 'split_names/name' },
      field: [textField('split_names/name'), { ...textField('split_names/url'), dataType: 'cr:Split' }],
      data: names.map((name) => ({ 'split_names/name': name, 'split_names/url': splitClasses[name] ?? name })),
    },
  ];
}

function textField(id: string): Json {
  return { '@type': 'cr:Field', '@id': id, name: id, dataType: 'sc:Text' };
}

/** Columns with categories of the codebook share its field's set; others have one of their own. */
function setName(table: ReleaseTable, column: Column): string {
  return column.codebook === null ? `${table.name}_${column.name}_values` : `${column.codebook}_values`;
}

function isSplit(table: ReleaseTable, column: Column): boolean {
  return table.name === 'splits' && column.name === 'split';
}
