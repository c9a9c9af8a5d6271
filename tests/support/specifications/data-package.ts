/**
 * Data Package 2.0, transcribed from profiles/target/2.0/{datapackage,dataresource,tabledialect,tableschema}.json and
 * the pages data-resource and table-schema of frictionlessdata/datapackage. Covers: the package (licenses need a name or
 * a path, contributors, created, keywords), resources (name, path, hash, dialect), the table schema with the field types
 * that a release uses, and what only words say: resource names are unique and plain, keys name fields that are there,
 * foreign keys reach a field, a table that refers to itself is not named. Leaves out: inline data, sources, field types
 * and formats that a release never writes.
 */
import { schemaFaults } from './check.js';

/** A field of a Table Schema, as far as releases use it. */
export interface TableField {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'list';
  readonly format?: 'uri';
  readonly delimiter?: string;
  readonly constraints?: {
    readonly required?: boolean;
    readonly pattern?: string;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly enum?: readonly string[];
  };
}

export interface TableSchema {
  readonly fields: readonly TableField[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys?: readonly {
    readonly fields: readonly string[];
    readonly reference: { readonly resource?: string; readonly fields: readonly string[] };
  }[];
  readonly missingValues: readonly string[];
}

export interface Resource {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly schema?: TableSchema;
}

const text = { type: 'string' };
const path = {
  type: 'string',
  pattern: '^((?=[^./~])(?!file:)((?!\\/\\.\\.\\/)(?!\\\\)(?!:\\/\\/).)*|(http|ftp)s?:\\/\\/.*)$',
};
const described = { name: text, title: text, description: text, example: text, rdfType: text };
const common = { required: { type: 'boolean' }, unique: { type: 'boolean' } };
const texts = { type: 'array', minItems: 1, uniqueItems: true, items: text };
const field = (type: string, constraints: object, more: object = {}): object => ({
  type: 'object',
  required: ['name', 'type'],
  additionalProperties: false,
  properties: {
    ...described,
    type: { const: type },
    constraints: { type: 'object', additionalProperties: false, properties: { ...common, ...constraints } },
    ...more,
  },
});
const length = { minLength: { type: 'integer' }, maxLength: { type: 'integer' } };
const range = (type: string): object => ({ minimum: { type }, maximum: { type } });
const names = { type: 'array', minItems: 1, uniqueItems: true, items: text };
const tableSchema = {
  type: 'object',
  required: ['fields'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/tableschema.json' },
    fields: {
      type: 'array',
      minItems: 1,
      items: {
        oneOf: [
          field('string', { pattern: text, enum: texts, ...length }, { format: { enum: ['default', 'email', 'uri'] } }),
          field('integer', range('integer')),
          field('number', range('number')),
          field('boolean', {}),
          field('list', length, { delimiter: text, itemType: { enum: ['string', 'integer', 'boolean', 'number'] } }),
        ],
      },
    },
    primaryKey: names,
    foreignKeys: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['fields', 'reference'],
        properties: {
          fields: names,
          reference: { type: 'object', required: ['fields'], properties: { resource: text, fields: names } },
        },
      },
    },
    missingValues: { type: 'array', uniqueItems: true, items: text },
  },
};

const dialect = {
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/tabledialect.json' },
    header: { type: 'boolean' },
    delimiter: text,
    lineTerminator: text,
    quoteChar: { type: 'string', minLength: 1, maxLength: 1 },
    doubleQuote: { type: 'boolean' },
  },
};

const dataPackage = {
  type: 'object',
  required: ['resources'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
    name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
    id: text,
    title: text,
    description: text,
    homepage: { type: 'string', format: 'uri' },
    version: text,
    created: { type: 'string', format: 'date-time' },
    keywords: { type: 'array', minItems: 1, items: text },
    contributors: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        minProperties: 1,
        properties: {
          title: text,
          path,
          email: { type: 'string', format: 'email' },
          givenName: text,
          familyName: text,
          organization: text,
          roles: { type: 'array', minItems: 1, items: text },
        },
      },
    },
    licenses: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        anyOf: [{ required: ['name'] }, { required: ['path'] }],
        properties: { name: { type: 'string', pattern: '^([-a-zA-Z0-9._])+$' }, path, title: text },
      },
    },
    resources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['name', 'path'],
        properties: {
          name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
          path,
          type: { const: 'table' },
          format: text,
          mediatype: { type: 'string', pattern: '^(.+)/(.+)$' },
          encoding: text,
          bytes: { type: 'integer' },
          hash: { type: 'string', pattern: '^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$' },
          dialect,
          schema: tableSchema,
        },
      },
    },
  },
};

/** What of a descriptor is not as Data Package 2.0 wants it; nothing for a good one. */
export function dataPackageFaults(value: unknown): string[] {
  const faults = schemaFaults(dataPackage, value);
  if (faults.length) return faults;
  const { resources } = value as { readonly resources: readonly Resource[] };
  const fieldsOf = (resource: Resource | undefined): string[] => resource?.schema?.fields.map(({ name }) => name) ?? [];
  const byName = new Map(resources.map((one) => [one.name, one]));
  if (byName.size < resources.length) faults.push('two resources have one name');
  for (const one of resources) {
    if (!one.schema) continue;
    const own = fieldsOf(one);
    const say = (message: string): void => void faults.push(`${one.name}: ${message}`);
    if (new Set(own).size < own.length) say('two fields have one name');
    for (const key of one.schema.primaryKey) if (!own.includes(key)) say(`no field "${key}" for the primary key`);
    for (const { fields, reference } of one.schema.foreignKeys ?? []) {
      const target = reference.resource === undefined ? one : byName.get(reference.resource);
      if (reference.resource === one.name) say('a table that refers to itself must not be named');
      if (fields.length !== reference.fields.length) say('a foreign key of unequal length');
      for (const name of fields) if (!own.includes(name)) say(`no field "${name}" for a foreign key`);
      for (const name of reference.fields) {
        if (!fieldsOf(target).includes(name)) say(`foreign key to ${reference.resource}.${name}, which is not there`);
      }
    }
  }
  return faults;
}

/** Whether a cell is a value of its field, by the words of the specification; null when it is. */
export function cellFault(cell: string, field: TableField, missing: readonly string[]): string | null {
  const { required = false, pattern, minimum, maximum, enum: allowed } = field.constraints ?? {};
  if (missing.includes(cell)) return required ? 'required, but missing' : null;
  const forms: Readonly<Record<TableField['type'], RegExp>> = {
    string: /^/,
    list: /^/,
    integer: /^[+-]?\d+$/,
    number: /^[+-]?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?$/i,
    boolean: /^(?:true|True|TRUE|1|false|False|FALSE|0)$/,
  };
  if (!forms[field.type].test(cell)) return `no ${field.type}`;
  if (field.format === 'uri' && !URL.canParse(cell)) return 'no address';
  // XML Schema's expressions match the whole value.
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(cell)) return `does not match ${pattern}`;
  if (minimum !== undefined && Number(cell) < minimum) return `below ${minimum}`;
  if (maximum !== undefined && Number(cell) > maximum) return `above ${maximum}`;
  if (allowed !== undefined && !allowed.includes(cell)) return `none of ${allowed.join(', ')}`;
  return null;
}

/** What of the tables does not follow their schemas: header, cells, keys. `rowsOf` gives a file's rows, header first. */
export function tableFaults(
  resources: readonly Resource[],
  rowsOf: (path: string) => readonly (readonly string[])[],
): string[] {
  const faults: string[] = [];
  const columns = new Map<string, Map<string, string[]>>();
  for (const { name, path: file, schema } of resources) {
    if (!schema) continue;
    const [header = [], ...rows] = rowsOf(file);
    if (header.join() !== schema.fields.map((one) => one.name).join()) faults.push(`${name}: header ${header.join()}`);
    rows.forEach((row, i) => {
      if (row.length !== header.length) faults.push(`${name} row ${i + 1}: ${row.length} cells`);
      schema.fields.forEach((field, c) => {
        const fault = cellFault(row[c] ?? '', field, schema.missingValues);
        if (fault) faults.push(`${name} row ${i + 1} ${field.name}: "${row[c]}" ${fault}`);
      });
    });
    columns.set(name, new Map(header.map((column, c) => [column, rows.map((row) => row[c] ?? '')])));
    const keys = rows.map((row) => JSON.stringify(schema.primaryKey.map((key) => row[header.indexOf(key)])));
    if (new Set(keys).size < keys.length) faults.push(`${name}: two rows have one primary key`);
  }
  for (const { name, schema } of resources) {
    for (const { fields, reference } of schema?.foreignKeys ?? []) {
      const there = new Set(columns.get(reference.resource ?? name)?.get(reference.fields[0]!) ?? []);
      for (const cell of columns.get(name)!.get(fields[0]!)!) {
        if (cell !== '' && !there.has(cell)) faults.push(`${name}.${fields[0]}: "${cell}" is nowhere`);
      }
    }
  }
  return faults;
}
