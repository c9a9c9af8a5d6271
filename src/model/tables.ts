import { schemas, type SchemaName } from './generated.js';

/** How a column's cells are written: text, whole number, number, true/false, a list of texts, or segments. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'list' | 'segments';

/** One column of a table, read from its schema. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  readonly values: readonly string[] | null;
  /** Smallest and largest number that the schema allows; infinite where it says nothing. */
  readonly minimum: number;
  readonly maximum: number;
  /** Field of codebook.json whose categories are allowed; null when the schema itself says what is. */
  readonly codebook: string | null;
  readonly description: string;
}

/** A table of a dataset: its file, columns in order, key and references ("table.column", any of which must hold it). */
export interface Table {
  readonly schema: SchemaName;
  readonly file: string;
  readonly columns: readonly Column[];
  readonly key: readonly string[];
  readonly references: Readonly<Record<string, readonly string[]>>;
}

interface Property {
  readonly type?: string | readonly string[];
  readonly items?: { readonly type?: string };
  readonly enum?: readonly (string | null)[];
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly 'x-codebook'?: string;
}

/** A column that a project adds to a table: text that may be empty. */
export function customColumn(name: string): Column {
  return column(name, { type: ['string', 'null'] });
}

function column(name: string, property: Property): Column {
  const types = [property.type ?? 'string'].flat();
  const plain = types.find((type) => type !== 'null') ?? 'string';
  const type = plain === 'array' ? (property.items?.type === 'object' ? 'segments' : 'list') : (plain as ColumnType);
  return {
    name,
    type,
    nullable: types.includes('null'),
    values: property.enum?.filter((value): value is string => typeof value === 'string') ?? null,
    minimum: property.minimum ?? -Infinity,
    maximum: property.maximum ?? Infinity,
    codebook: property['x-codebook'] ?? null,
    description: property.description ?? '',
  };
}

function table(name: SchemaName): Table {
  const schema = schemas[name] as {
    readonly 'x-file'?: string;
    readonly 'x-key'?: readonly string[];
    readonly 'x-references'?: Readonly<Record<string, readonly string[]>>;
    readonly properties: Readonly<Record<string, Property>>;
  };
  return {
    schema: name,
    file: schema['x-file'] ?? '',
    columns: Object.entries(schema.properties).map(([key, property]) => column(key, property)),
    key: schema['x-key'] ?? [],
    references: schema['x-references'] ?? {},
  };
}

/** Every table that is written as CSV, by the name of its schema. */
export const tables: Readonly<Partial<Record<SchemaName, Table>>> = Object.fromEntries(
  (Object.keys(schemas) as SchemaName[])
    .filter((name) => String(schemas[name]['x-file'] ?? '').endsWith('.csv'))
    .map((name) => [name, table(name)]),
);

/** The table of a schema; throws for a schema that is no table (a mistake of the program). */
export function tableOf(name: SchemaName): Table {
  const found = tables[name];
  if (!found) throw new Error(`schema "${name}" is no table`);
  return found;
}
