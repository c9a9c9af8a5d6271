import { finding, type Place } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import type { KnownReleases } from '../releases/known-releases.js';
import type { VersionEntry } from '../releases/release.js';

/** How a version is judged. */
export interface KnownVersionOptions {
  /** Whether a release may be replaced by other content. */
  readonly force: boolean;
  readonly place: Place;
}

/**
 * What is wrong with a version, seen from all releases of the dataset: one that was never given lies below another, or
 * one that was given stands for other rows in the history of a later release. To make a release again is no fault.
 */
export function knownVersionFindings(
  entry: VersionEntry,
  { above, told, again }: KnownReleases,
  { force, place }: KnownVersionOptions,
): Finding[] {
  const { version } = entry;
  const details = { field: 'version', value: version } as const;
  if (told === null) {
    if (above === null || again) return [];
    const message = `${version} is not above ${above.version} (${above.where}), and is no release of this dataset that could be made again; give it a version above ${above.version}, and the changes are counted from there`;
    return [finding('release/version-too-low', place, message, details)];
  }
  const other = differing(told.entry, entry);
  // Without --force the folder that is there is compared, file by file.
  if (other.length === 0 || (again && !force)) return [];
  const what = `${version} was released already, and ${told.where} says otherwise of it (${other.join(', ')})`;
  const todo = force
    ? 'it is made all the same (--force), and does not fit what was released after it'
    : 'give the release a new version, or put the dataset back to the state that it was released from';
  return [
    finding('release/version-reused', place, `${what}; ${todo}`, { ...details, severity: force ? 'warning' : 'error' }),
  ];
}

/** What may be other when a release is made again: the DOI came later, another program made it and has other words. */
const MAY_DIFFER: readonly string[] = ['doi', 'unicode', 'changes'];

/** The names of what an old entry says otherwise than a new one; releases of old said less. */
function differing(old: VersionEntry, now: VersionEntry): string[] {
  const said = now as unknown as Readonly<Record<string, unknown>>;
  return Object.entries(old)
    .filter(([name, value]) => !MAY_DIFFER.includes(name) && JSON.stringify(value) !== JSON.stringify(said[name]))
    .map(([name]) => name);
}
