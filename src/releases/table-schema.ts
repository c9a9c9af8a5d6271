import { schemas } from '../model/generated.js';
import type { Column } from '../model/tables.js';
import type { Release, ReleaseTable } from './release.js';
import { allowedValues, codebookField, releasedColumns } from './statement-fields.js';

type Json = Readonly<Record<string, unknown>>;

/** A column of one table that names a row of another table of the release (or of its own). */
export interface ForeignKey {
  readonly column: string;
  readonly table: string;
  readonly target: string;
}

/** What a column's schema file says of it; nothing for a custom column. */
export function propertyOf({ table }: ReleaseTable, column: string): Json {
  return (schemas[table.schema]['properties'] as Readonly<Record<string, Json>>)[column] ?? {};
}

/** The categories of a column, from the codebook or the schema; null when any value of its type will do. */
export function categoriesOf(table: ReleaseTable, column: Column, { codebook }: Pick<Release, 'codebook'>) {
  const own = Object.keys(propertyOf(table, column.name)).length > 0;
  return own && !column.codebook ? column.values : allowedValues(codebook, column);
}

/** Tables whose rows stay with the tombstone of a statement that was withdrawn. */
const beyondStatements = ['labels', 'adjudication'];

/**
 * Foreign keys that a table has inside a release: of one column with one possible table that is there. Columns of lists,
 * and those with several possible tables, can't be described; nor can statements that may be withdrawn ones.
 */
export function foreignKeys({ table, name }: ReleaseTable, { tables }: Pick<Release, 'tables'>): ForeignKey[] {
  const isThere = (other: string): boolean => tables.some((one) => one.name === other);
  return Object.entries(table.references).flatMap(([column, references]) => {
    const [other = '', target = ''] = references[0]!.split('.');
    if (other === 'statements' && beyondStatements.includes(name) && isThere('tombstones')) return [];
    const list = table.columns.find((one) => one.name === column)?.type === 'list';
    const own = tables.find((one) => one.name === other)?.table.schema === table.schema;
    if (references.length > 1 || list || !isThere(other)) return [];
    return [{ column, table: own ? name : other, target }];
  });
}

/** The Table Schema (Data Package 2.0) of a table of the release. */
export function tableSchema(table: ReleaseTable, release: Pick<Release, 'codebook' | 'tables'>): Json {
  const keys = foreignKeys(table, release).map(({ column, table: other, target }) => ({
    fields: [column],
    // A table that refers to itself must not be named.
    reference: { ...(other === table.name ? {} : { resource: other }), fields: [target] },
  }));
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: releasedColumns(release.codebook, table).map((column) => field(table, column, release)),
    primaryKey: table.table.key,
    ...(keys.length ? { foreignKeys: keys } : {}),
    missingValues: [''],
  };
}

function field(table: ReleaseTable, column: Column, release: Pick<Release, 'codebook'>): Json {
  const property = propertyOf(table, column.name);
  const allowed = categoriesOf(table, column, release);
  // A custom field's range is in the codebook, any other column's in its schema.
  const { minimum, maximum } = (
    Object.keys(property).length ? property : (codebookField(release.codebook, column.name) ?? {})
  ) as Json;
  const pattern = column.type === 'segments' ? '\\d+-\\d+(;\\d+-\\d+)*' : wholePattern(property['pattern']);
  const constraints = {
    ...(column.nullable || column.type === 'list' ? {} : { required: true }),
    ...(pattern === null ? {} : { pattern }),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(allowed ? { enum: allowed } : {}),
  };
  return {
    name: column.name,
    ...(column.type === 'list'
      ? { type: 'list', itemType: 'string', delimiter: ';' }
      : { type: column.type === 'segments' ? 'string' : column.type }),
    ...(property['format'] === 'uri' ? { format: 'uri' } : {}),
    description: column.description,
    ...(Object.keys(constraints).length ? { constraints } : {}),
  };
}

/**
 * A pattern in XML Schema's expressions, which Table Schema takes: they always match the whole value, know no anchors,
 * and have plain groups only. Null for a schema that has none.
 */
function wholePattern(pattern: unknown): string | null {
  if (typeof pattern !== 'string') return null;
  const plain = pattern.replaceAll('(?:', '(');
  const bare = /^\^(.*)\$$/s.exec(plain)?.[1] ?? `.*(${plain.replace(/^\^|\$$/g, '')}).*`;
  return bare;
}
