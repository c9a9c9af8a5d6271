import type { Column } from '../../model/tables.js';
import { isPerson, keywordsOf, landingPage, licenseUrl, orcidUrl, type Author } from '../project-metadata.js';
import { croissantCategories, croissantSplits, enumerationId } from '../croissant-enumerations.js';
import { citeAs } from '../cite-as.js';
import { mediaTypeOf } from '../media-types.js';
import type { FileDigest, Release, ReleasePart, ReleaseTable } from '../release.js';
import { releasedColumns } from '../statement-fields.js';
import { categoriesOf, foreignKeys, propertyOf } from '../table-schema.js';
import { croissantContext } from '../croissant-context.js';
import { labelledColumn } from '../statement-fields.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * croissant.json (MLCommons Croissant 1.1, JSON-LD): every file with its hash, every table of data/ as a record set with
 * types, keys and references, categories and splits as enumerations. Mandatory properties that the project does not give
 * are left out, and `checkMetadata` says so. The stand-off folder is a dataset of its own and not listed.
 */
export const croissant: ReleasePart = {
  name: 'croissant',
  *files(release, made) {
    const { project, version, date } = release;
    const files = made.filter((file) => !file.path.startsWith('standoff/') && mediaTypeOf(file.path) !== null);
    const tables = files.flatMap((file) => (file.table ? [{ file, table: file.table }] : []));
    const url = landingPage(project);
    const keywords = keywordsOf(project);
    const languages = release.statistics.by_document_language.flatMap((row) => row['language'] ?? []);
    const description = {
      '@context': croissantContext,
      '@type': 'sc:Dataset',
      conformsTo: 'http://mlcommons.org/croissant/1.1',
      name: project.title,
      ...(project.description ? { description: project.description } : {}),
      license: licenseUrl(project) ?? { '@type': 'sc:CreativeWork', name: project.license },
      ...(url ? { url } : {}),
      ...(project.authors.length ? { creator: project.authors.map(agent) } : {}),
      ...(date ? { datePublished: date } : {}),
      version,
      ...(keywords.length ? { keywords } : {}),
      ...(project.publisher ? { publisher: { '@type': 'sc:Organization', name: project.publisher } } : {}),
      ...(languages.length ? { inLanguage: languages } : {}),
      citeAs: citeAs(release),
      distribution: files.map(fileObject),
      recordSet: [
        ...croissantCategories(
          release,
          tables.map(({ table }) => table),
        ),
        ...croissantSplits(release),
        ...tables.map(({ file, table }) => recordSet(file, table, release)),
      ],
    };
    yield { path: 'croissant.json', content: `${JSON.stringify(description, null, 1)}\n` };
  },
};

function agent(author: Author): Json {
  const orcid = orcidUrl(author);
  const { given_names: given, family_names: family } = author;
  const person = isPerson(author);
  return {
    '@type': person ? 'sc:Person' : 'sc:Organization',
    name: author.name,
    ...(person && given ? { givenName: given } : {}),
    ...(person && family ? { familyName: family } : {}),
    ...(author.affiliation ? { affiliation: { '@type': 'sc:Organization', name: author.affiliation } } : {}),
    ...(orcid ? { url: orcid } : {}),
  };
}

function fileObject({ path, bytes, sha256 }: FileDigest): Json {
  return {
    '@type': 'cr:FileObject',
    '@id': address(path),
    name: path,
    contentUrl: address(path),
    contentSize: `${bytes} B`,
    encodingFormat: mediaTypeOf(path),
    sha256,
  };
}

/** A path as a relative address: "%" and what else an address can't have is escaped. */
function address(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function recordSet(file: FileDigest, table: ReleaseTable, release: Release): Json {
  const keys = foreignKeys(table, release);
  return {
    '@type': 'cr:RecordSet',
    '@id': table.name,
    name: table.name,
    description: `The rows of ${file.path}.`,
    key: table.table.key.map((column) => ({ '@id': `${table.name}/${column}` })),
    field: releasedColumns(release.codebook, table).map((column) => {
      const key = keys.find((one) => one.column === column.name);
      const categories = categoriesOf(table, column, release);
      const target = key ? `${key.table}/${key.target}` : categories ? enumerationId(table, column) : null;
      return {
        '@type': 'cr:Field',
        '@id': `${table.name}/${column.name}`,
        name: column.name,
        description: column.description,
        dataType: dataType(table, column, release),
        ...(column.type === 'list' ? { isArray: true } : {}),
        source: {
          fileObject: { '@id': address(file.path) },
          extract: { column: column.name },
          ...(column.type === 'list' ? { transform: { separator: ';' } } : {}),
        },
        ...(target === null ? {} : { references: { '@id': target } }),
      };
    }),
  };
}

const types: Readonly<Record<Column['type'], string>> = {
  boolean: 'sc:Boolean',
  integer: 'sc:Integer',
  list: 'sc:Text',
  number: 'sc:Float',
  segments: 'sc:Text',
  string: 'sc:Text',
};

/** Dates may be cut to month or year, so that they are texts. What people judge in a statement is a label. */
function dataType(table: ReleaseTable, column: Column, { codebook }: Release): string | string[] {
  if (propertyOf(table, column.name)['format'] === 'uri') return 'sc:URL';
  const isLabel = table.name === 'statements' && column.codebook !== null && labelledColumn(codebook, column.name);
  return isLabel ? [types[column.type], 'cr:Label'] : types[column.type];
}
