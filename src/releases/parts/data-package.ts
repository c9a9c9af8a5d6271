import { endingOf, isText, mediaTypeOf } from '../media-types.js';
import { packageDescription } from '../package-description.js';
import type { FileDigest, Release, ReleasePart } from '../release.js';
import { tableSchema } from '../table-schema.js';

type Json = Readonly<Record<string, unknown>>;

/** datapackage.json (Data Package 2.0): each file with bytes and SHA-256, each table with its Table Schema. */
export const dataPackage: ReleasePart = {
  name: 'datapackage',
  *files(release, made) {
    const { project, version, date } = release;
    const { title, description, ...others } = packageDescription(project);
    const named = resourceNames(made);
    const descriptor = {
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: plainName(project.title) || 'dataset',
      ...(project.doi ? { id: `https://doi.org/${project.doi}` } : {}),
      title,
      ...(description ? { description } : {}),
      version,
      ...(date ? { created: `${date}T00:00:00Z` } : {}),
      ...others,
      resources: made.map((file, i) => resource(file, named[i]!, release)),
    };
    yield { path: 'datapackage.json', content: `${JSON.stringify(descriptor, null, 1)}\n` };
  },
};

/** A text with nothing but what names may have: lower-case letters of English, digits, ".", "-", "_". */
function plainName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** A name for each file, no two the same: tables have their short one, other files that of their path. */
function resourceNames(made: readonly FileDigest[]): string[] {
  const used = new Set(made.flatMap((file) => file.table?.name ?? []));
  return made.map((file) => {
    if (file.table) return file.table.name;
    const stem = plainName(file.path);
    let name = stem;
    for (let n = 2; used.has(name); n++) name = `${stem}-${n}`;
    used.add(name);
    return name;
  });
}

/** RFC 4180 but for the line end, which the specification takes to be CR LF when nothing is said. */
const dialect: Json = {
  $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json',
  header: true,
  delimiter: ',',
  lineTerminator: '\n',
  quoteChar: '"',
  doubleQuote: true,
};

function resource(file: FileDigest, name: string, release: Release): Json {
  const mediatype = mediaTypeOf(file.path);
  return {
    name,
    path: file.path,
    ...(file.table ? { type: 'table' } : {}),
    ...(mediatype ? { format: endingOf(file.path), mediatype } : {}),
    ...(isText(file.path) ? { encoding: 'utf-8' } : {}),
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    ...(file.table ? { dialect, schema: tableSchema(file.table, release) } : {}),
  };
}
