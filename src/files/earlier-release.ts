import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Tombstone } from '../model/generated.js';
import { tableOf } from '../model/tables.js';
import type { StatementRow } from '../releases/dataset.js';
import type { EarlierRelease } from '../releases/earlier-release.js';
import type { VersionEntry } from '../releases/release.js';
import { compareVersions, parseVersion } from '../releases/version.js';
import { readJson } from './read.js';
import { readTable } from './tables.js';

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
  const path = (...parts: readonly string[]): string => join(folder, earlier, ...parts);
  const rows = <T>(file: string, schema: 'statement' | 'tombstone'): T[] =>
    existsSync(path('data', file)) ? readTable<T>(path('data', file), tableOf(schema)).rows.map(({ row }) => row) : [];
  const history = existsSync(path('versions.json'))
    ? (readJson(path('versions.json')) as { readonly versions: readonly VersionEntry[] }).versions
    : [];
  return {
    version: earlier,
    statements: rows<StatementRow>('statements.csv', 'statement'),
    tombstones: rows<Tombstone>('tombstones.csv', 'tombstone'),
    history,
  };
}
