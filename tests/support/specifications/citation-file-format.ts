/**
 * Citation File Format 1.2.0, transcribed from schema.json of citation-file-format/citation-file-format.
 * Covers: the keys of the root, persons, entities, identifiers (DOI, URL, other), contact, dates, DOI, ORCID, URL and the
 * closed list of SPDX identifiers. Leaves out: references and preferred-citation, which a release never writes, and of
 * persons and entities the postal and telephone keys.
 */
import { citableLicenses } from '../../../src/releases/spdx-licenses.js';

const text = { type: 'string', minLength: 1 };
const url = { type: 'string', format: 'uri', pattern: '^(https|http|ftp|sftp)://.+' };
const date = { type: 'string', format: 'date', pattern: '^[0-9]{4}-(0[1-9]|1[012])-(0[1-9]|[12][0-9]|3[01])$' };
const doi = { type: 'string', pattern: '^10\\.\\d{4,9}(\\.\\d+)?/[A-Za-z0-9:/_;\\-\\.\\(\\)\\[\\]\\\\]+$' };
const orcid = {
  type: 'string',
  format: 'uri',
  pattern: 'https://orcid\\.org/[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]{1}',
};
const email = { type: 'string', pattern: '^[\\S]+@[\\S]+\\.[\\S]{2,}$' };
const license = { enum: [...citableLicenses] };

const person = {
  type: 'object',
  additionalProperties: false,
  properties: {
    affiliation: text,
    alias: text,
    email,
    'family-names': text,
    'given-names': text,
    'name-particle': text,
    'name-suffix': text,
    orcid,
    website: url,
  },
};
const entity = {
  type: 'object',
  additionalProperties: false,
  required: ['name'],
  properties: {
    alias: text,
    'date-end': date,
    'date-start': date,
    email,
    location: text,
    name: text,
    orcid,
    website: url,
  },
};
const agents = { type: 'array', minItems: 1, uniqueItems: true, items: { anyOf: [person, entity] } };
const identifier = (type: string, value: object): object => ({
  type: 'object',
  additionalProperties: false,
  required: ['type', 'value'],
  properties: { description: text, type: { enum: [type] }, value },
});

export const citationFileFormat = {
  type: 'object',
  additionalProperties: false,
  required: ['authors', 'cff-version', 'message', 'title'],
  properties: {
    abstract: text,
    authors: agents,
    'cff-version': { type: 'string', pattern: '^1\\.2\\.0$' },
    commit: text,
    contact: agents,
    'date-released': date,
    doi,
    identifiers: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: { anyOf: [identifier('doi', doi), identifier('url', url), identifier('other', text)] },
    },
    keywords: { type: 'array', minItems: 1, uniqueItems: true, items: text },
    license: { oneOf: [license, { type: 'array', minItems: 1, uniqueItems: true, items: license }] },
    'license-url': url,
    message: text,
    repository: url,
    'repository-artifact': url,
    'repository-code': url,
    title: text,
    type: { enum: ['dataset', 'software'] },
    url,
    version: { anyOf: [text, { type: 'number' }] },
  },
};
