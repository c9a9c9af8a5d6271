import { schemas } from '../../model/generated.js';
import type { Column } from '../../model/tables.js';
import { allowedValues, codebookField, releasedColumns } from '../statement-fields.js';
import type { FileDigest, Release, ReleasePart, ReleaseTable } from '../release.js';

type Json = Readonly<Record<string, unknown>>;

/** datapackage.json (Data Package 2.0): each file with bytes and SHA-256, each table with its Table Schema. */
export const dataPackage: ReleasePart = {
  name: 'datapackage',
  *files(release, made) {
    const { project, version, date } = release;
    const descriptor = {
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: packageName(project.title),
      title: project.title,
      ...(project.description ? { description: project.description } : {}),
      version,
      ...(date ? { created: `${date}T00:00:00Z` } : {}),
      ...(project.homepage ? { homepage: project.homepage } : {}),
      licenses: [{ name: project.license }],
      contributors: project.authors.map((author) => ({ title: author.name, roles: ['author'] })),
      resources: made.map((file) => resource(file, release)),
    };
    yield { path: 'datapackage.json', content: `${JSON.stringify(descriptor, null, 1)}\n` };
  },
};

function packageName(title: string): string {
  const name = title.toLowerCase().replace(/[^a-z0-9._-]+/g, '-');
  return name.replace(/^-+|-+$/g, '') || 'dataset';
}

const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  jsonl: 'application/jsonl',
  md: 'text/markdown',
  parquet: 'application/vnd.apache.parquet',
  txt: 'text/plain',
};

function resource(file: FileDigest, release: Release): Json {
  const format = /\.([a-z]+)$/.exec(file.path)?.[1] ?? '';
  return {
    // A path is unique and, in lower case with other characters replaced, a valid name; tables have their short one.
    name: file.table?.name ?? file.path.toLowerCase().replace(/[^a-z0-9._/-]/g, '-'),
    path: file.path,
    ...(file.table ? { type: 'table' } : {}),
    ...(mediaTypes[format] ? { format, mediatype: mediaTypes[format] } : {}),
    ...(format === 'parquet' ? {} : { encoding: 'utf-8' }),
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    ...(file.table ? { schema: tableSchema(file.table, release) } : {}),
  };
}

function tableSchema(one: ReleaseTable, { codebook, tables }: Release): Json {
  const { table } = one;
  const properties = schemas[table.schema]['properties'] as Readonly<Record<string, Json>>;
  const columns = releasedColumns(codebook, one);
  const keys = Object.entries(table.references).flatMap(([field, references]) => {
    const [name = '', column = ''] = references[0]!.split('.');
    const target = tables.find((other) => other.name === name);
    const list = table.columns.find((one) => one.name === field)?.type === 'list';
    // A foreign key of Table Schema has one target and no lists; columns with several possible tables go without.
    if (references.length > 1 || list || !target) return [];
    const own = target.table.schema === table.schema;
    return [{ fields: [field], reference: { ...(own ? {} : { resource: name }), fields: [column] } }];
  });
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: columns.map((column) => {
      const allowed = allowedValues(codebook, column);
      return field(
        column,
        properties[column.name] ?? {},
        column.name in properties && !column.codebook ? column.values : allowed,
      );
    }),
    primaryKey: table.key,
    ...(keys.length ? { foreignKeys: keys } : {}),
    missingValues: [''],
  };

  function field(column: Column, property: Json, allowed: readonly string[] | null): Json {
    // A custom field's range is in the codebook, any other column's in its schema.
    const { minimum, maximum } = (
      column.name in properties ? property : (codebookField(codebook, column.name) ?? {})
    ) as Json;
    const constraints = {
      ...(column.nullable || column.type === 'list' ? {} : { required: true }),
      ...(property['pattern'] ? { pattern: property['pattern'] } : {}),
      ...(column.type === 'segments' ? { pattern: '^\\d+-\\d+(;\\d+-\\d+)*$' } : {}),
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
}
