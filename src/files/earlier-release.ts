import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Tombstone } from '../model/generated.js';
import { tableOf } from '../model/tables.js';
import type { EarlierRelease } from '../releases/earlier-release.js';
import type { VersionEntry } from '../releases/release.js';
import { compareVersions, parseVersion } from '../releases/version.js';
import { UsageError } from '../model/errors.js';
import { openRelease } from './open-release.js';
import { faultOf, readJsonObject, readText } from './read.js';
import { sha256File } from './release-folder.js';
import { statementRows } from './statement-rows.js';
import { tableRows } from './table-rows.js';

/** Versions of the releases that lie in the folder releases/ of a dataset, the newest first. */
export function releasedVersions(root: string): string[] {
  const folder = join(root, 'releases');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => parseVersion(name) && existsSync(join(folder, name, 'data', 'statements.csv')))
    .sort((a, b) => compareVersions(b, a));
}

/**
 * The newest release below `version` in the folder releases/ of a dataset: what the new one counts its changes and
 * keeps its tombstones against. Null when there is none. A release of the same or a higher version is not looked at,
 * so that making an old release again gives the same bytes.
 */
export function readEarlierRelease(root: string, version: string): EarlierRelease | null {
  const folder = join(root, 'releases');
  const earlier = releasedVersions(root).find((name) => compareVersions(name, version) < 0);
  if (earlier === undefined) return null;
  return earlierRelease(join(folder, earlier), { root, version: earlier });
}

/**
 * What a new release of the dataset in `root` needs to know of an earlier one that lies in a folder. Throws UsageError
 * where it is no release.
 */
export function earlierRelease(
  folder: string,
  { root, version = versionOf(folder) }: { readonly root: string; readonly version?: string },
): EarlierRelease {
  const path = (...parts: readonly string[]): string => join(folder, ...parts);
  // The stand-off part has every statement, those of documents without a license for their text too.
  const statements = [path('standoff', 'statements.csv'), path('data', 'statements.csv')].find((one) =>
    existsSync(one),
  );
  if (statements === undefined) throw new UsageError(`${folder} is no release: it has no data/statements.csv`);
  const tombstones = path('data', 'tombstones.csv');
  // As findings name it: from the dataset's folder.
  const shown = relative(root, tombstones).split(sep).join('/');
  checkWhole(folder, COMPARED);
  const { tables, meaning } = openRelease(folder);
  const history = historyOf(folder);
  return {
    version,
    tables,
    meaning,
    notRebuilding: null,
    statements: {
      [Symbol.iterator]: () =>
        statementRows(statements, ['statement_id', 'document_id'], []) as Iterator<EarlierStatement>,
    },
    tombstones: existsSync(tombstones) ? [...tableRows<Tombstone>(tombstones, tableOf('tombstone'), shown)] : [],
    history,
  };
}

type EarlierStatement = { readonly statement_id: string; readonly document_id: string };

/** What of a release is compared with the next one. */
const COMPARED = /^(?:data|schema)\/|^standoff\/statements\.csv$|^(?:codebook|versions|datapackage)\.json$/;

/**
 * A release that was cut or changed after it was made would be taken for what users have: its files must be what its
 * SHA256SUMS says, all or those that a pattern fits. Throws UsageError where one is not. Releases of old without sums are
 * believed.
 */
export function checkWhole(folder: string, paths: RegExp = /^/): void {
  const sums = join(folder, 'SHA256SUMS');
  if (!existsSync(sums)) return;
  const damaged = readText(sums)
    .split('\n')
    .map((line) => ({ digest: line.slice(0, 64), path: line.slice(66) }))
    .filter(({ path }) => path !== '' && paths.test(path))
    .filter(({ digest, path }) => !existsSync(join(folder, path)) || sha256File(join(folder, path)) !== digest);
  if (!damaged.length) return;
  const names = damaged.map(({ path }) => path).join(', ');
  throw new UsageError(
    `${folder} is damaged: ${names} ${damaged.length === 1 ? 'is' : 'are'} not what its SHA256SUMS says; put the release back as it was published`,
  );
}

/** The versions that a release knows, newest first: of its versions.json; none where it has none. Throws ReaderError. */
export function historyOf(folder: string): readonly VersionEntry[] {
  const path = join(folder, 'versions.json');
  if (!existsSync(path)) return [];
  const { versions } = readJsonObject(path);
  const isEntry = (one: unknown): boolean => typeof (one as VersionEntry | null)?.version === 'string';
  if (Array.isArray(versions) && versions.every(isEntry)) return versions as readonly VersionEntry[];
  const says =
    'the file has no list "versions" whose entries have a version each; put the release back as it was published';
  throw faultOf(path, 'json/schema', { line: 1, column: 1, says });
}

/** The version of a release folder: the first of its versions.json. Throws UsageError where there is none. */
function versionOf(folder: string): string {
  const version = historyOf(folder)[0]?.version;
  if (version === undefined) throw new UsageError(`${folder} is no release: it has no versions.json`);
  return version;
}
