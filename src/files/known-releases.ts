import { join } from 'node:path';
import type { KnownReleases } from '../releases/known-releases.js';
import type { EarlierRelease } from '../releases/earlier-release.js';
import { compareVersions } from '../releases/version.js';
import { historyOf, releasedVersions } from './earlier-release.js';

/**
 * What the folder releases/ of a dataset, and the history of the release before, know of a version that is to be made.
 * Throws ReaderError where a history can't be read.
 */
export function knownReleases(root: string, version: string, earlier: EarlierRelease | null): KnownReleases {
  const versions = releasedVersions(root);
  const isAbove = (other: string): boolean => compareVersions(other, version) > 0;
  const above = [
    ...versions.map((one) => ({ version: one, where: `releases/${one}` })),
    ...(earlier?.history ?? []).map((one) => ({ version: one.version, where: `versions.json of ${earlier!.version}` })),
  ].filter((one) => isAbove(one.version));
  let told: KnownReleases['told'] = null;
  for (const later of versions.filter(isAbove)) {
    const entry = historyOf(join(root, 'releases', later)).find((one) => one.version === version);
    if (entry) told = { entry, where: `releases/${later}/versions.json` };
  }
  return {
    above: above.sort((a, b) => compareVersions(b.version, a.version))[0] ?? null,
    told,
    again: versions.includes(version),
  };
}
