/**
 * MLCommons Croissant 1.1, transcribed from docs/croissant-spec-1.1.md of mlcommons/croissant (release candidate of
 * 2025-12-10). Covers: the required properties of the dataset with their types, FileObjects, RecordSets, Fields, sources
 * that extract a column, keys, references, isArray, enumerations and splits with inline data; ids are unique and every
 * id that is named is one of the kind it must be. The recommended context of appendix 1 gives the terms. Leaves out:
 * FileSets, archives, JSON paths, nested fields, annotations, live datasets and the extensions, which a release never
 * writes. mlcroissant, the Python tool, was not run.
 */
import { schemaFaults } from './check.js';

type Json = Readonly<Record<string, unknown>>;

const text = { type: 'string', minLength: 1 };
const url = { type: 'string', format: 'uri', pattern: '^https?://' };
const many = (item: object): object => ({ anyOf: [item, { type: 'array', minItems: 1, items: item }] });
const reference = { type: 'object', required: ['@id'], additionalProperties: false, properties: { '@id': text } };
const agent = {
  type: 'object',
  required: ['@type', 'name'],
  properties: { '@type': { enum: ['sc:Person', 'sc:Organization'] }, name: text },
};

/** Terms of Croissant that are no terms of schema.org: the context must say what they mean. */
const croissantTerms: Readonly<Record<string, string>> = {
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  extract: 'cr:extract',
  field: 'cr:field',
  fileObject: 'cr:fileObject',
  isArray: 'cr:isArray',
  key: 'cr:key',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  separator: 'cr:separator',
  source: 'cr:source',
  transform: 'cr:transform',
};

const fileObject = {
  type: 'object',
  required: ['@type', '@id', 'name', 'contentUrl', 'encodingFormat', 'sha256'],
  additionalProperties: false,
  properties: {
    '@type': { const: 'cr:FileObject' },
    '@id': text,
    name: text,
    contentUrl: { type: 'string', format: 'uri-reference' },
    contentSize: { type: 'string', pattern: '^\\d+ B$' },
    encodingFormat: { type: 'string', pattern: '^[^/]+/[^/]+$' },
    sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  },
};

const atomic = ['sc:Boolean', 'sc:Date', 'sc:Time', 'sc:DateTime', 'sc:Float', 'sc:Integer', 'sc:Text', 'sc:URL'];
const dataTypes = { enum: [...atomic, 'cr:Label', 'cr:Split'] };
const field = {
  type: 'object',
  required: ['@type', '@id', 'dataType'],
  additionalProperties: false,
  properties: {
    '@type': { const: 'cr:Field' },
    '@id': text,
    name: text,
    description: text,
    dataType: { anyOf: [dataTypes, { type: 'array', minItems: 1, items: dataTypes, contains: { enum: atomic } }] },
    isArray: { type: 'boolean' },
    references: reference,
    source: {
      type: 'object',
      required: ['fileObject', 'extract'],
      additionalProperties: false,
      properties: {
        fileObject: reference,
        extract: { type: 'object', required: ['column'], additionalProperties: false, properties: { column: text } },
        transform: {
          type: 'object',
          required: ['separator'],
          additionalProperties: false,
          properties: { separator: text },
        },
      },
    },
  },
};

const recordSet = {
  type: 'object',
  required: ['@type', '@id', 'field'],
  additionalProperties: false,
  properties: {
    '@type': { const: 'cr:RecordSet' },
    '@id': text,
    name: text,
    description: text,
    dataType: { enum: ['sc:Enumeration', 'cr:Split'] },
    key: many(reference),
    field: { type: 'array', minItems: 1, items: field },
    data: { type: 'array', minItems: 1, items: { type: 'object' } },
  },
};

const dataset = {
  type: 'object',
  required: [
    '@context',
    '@type',
    'conformsTo',
    'description',
    'license',
    'name',
    'url',
    'creator',
    'datePublished',
    'distribution',
  ],
  properties: {
    '@context': {
      type: 'object',
      required: ['@language', '@vocab', 'sc', 'cr', 'dct', 'data', 'dataType', ...Object.keys(croissantTerms)],
      properties: {
        '@vocab': { const: 'http://schema.org/' },
        sc: { const: 'http://schema.org/' },
        cr: { const: 'http://mlcommons.org/croissant/' },
        dct: { const: 'http://purl.org/dc/terms/' },
        data: { const: { '@id': 'cr:data', '@type': '@json' } },
        dataType: { const: { '@id': 'cr:dataType', '@type': '@vocab' } },
        ...Object.fromEntries(Object.entries(croissantTerms).map(([term, iri]) => [term, { const: iri }])),
      },
    },
    '@type': { const: 'sc:Dataset' },
    conformsTo: many({ const: 'http://mlcommons.org/croissant/1.1' }),
    description: text,
    license: many({
      anyOf: [url, { type: 'object', required: ['@type'], properties: { '@type': { const: 'sc:CreativeWork' } } }],
    }),
    name: text,
    url,
    creator: many(agent),
    datePublished: { type: 'string', format: 'date' },
    version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
    keywords: many(text),
    publisher: many(agent),
    inLanguage: many(text),
    citeAs: text,
    distribution: { type: 'array', minItems: 1, items: fileObject },
    recordSet: { type: 'array', items: recordSet },
  },
};

/** What of a description is not as Croissant 1.1 wants it; nothing for a good one. */
export function croissantFaults(value: unknown): string[] {
  const faults = schemaFaults(dataset, value);
  if (faults.length) return faults;
  const { distribution, recordSet: sets = [] } = value as { distribution: Json[]; recordSet?: Json[] };
  const files = new Set(distribution.map((one) => one['@id']));
  const fields = sets.flatMap((set) => (set['field'] as Json[]).map((one) => ({ set, field: one })));
  const fieldIds = new Set(fields.map((one) => one.field['@id']));
  const all = [...distribution, ...sets, ...fields.map((one) => one.field)].map((one) => one['@id'] as string);
  for (const id of all.filter((one, i) => all.indexOf(one) < i)) faults.push(`the id "${id}" stands twice`);
  for (const { set, field: one } of fields) {
    const id = one['@id'] as string;
    const source = one['source'] as { readonly fileObject: Json } | undefined;
    if (!id.startsWith(`${set['@id'] as string}/`)) faults.push(`"${id}" does not begin with the id of its record set`);
    if (source && !files.has(source.fileObject['@id'])) faults.push(`"${id}" comes from a file that is not there`);
    if (!source && !set['data']) faults.push(`"${id}" has neither source nor data`);
    const target = (one['references'] as Json | undefined)?.['@id'];
    if (target !== undefined && !fieldIds.has(target)) faults.push(`"${id}" refers to "${target as string}", no field`);
  }
  for (const set of sets) {
    const own = new Set((set['field'] as Json[]).map((one) => one['@id']));
    const keys = [set['key'] ?? []].flat() as Json[];
    for (const key of keys) if (!own.has(key['@id'])) faults.push(`"${key['@id'] as string}" is no field for a key`);
    for (const row of (set['data'] ?? []) as Json[]) {
      const names = Object.keys(row);
      if (names.length !== own.size || names.some((name) => !own.has(name))) {
        faults.push(`data of "${set['@id'] as string}" with other keys than its fields: ${names.join(', ')}`);
      }
    }
    if (set['dataType'] && !own.has(`${set['@id'] as string}/name`)) faults.push('an enumeration without names');
    if (set['dataType'] && !keys.length) faults.push('an enumeration without a key');
  }
  return faults;
}
