import type { VersionEntry } from './release.js';

/** What is known of other releases of a dataset than the one before. */
export interface KnownReleases {
  /** The highest version above the one that is made, and where it stands; null where there is none. */
  readonly above: { readonly version: string; readonly where: string } | null;
  /** What a later release's versions.json says of the version that is made; null where none names it. */
  readonly told: { readonly entry: VersionEntry; readonly where: string } | null;
  /** Whether releases/ holds the version that is made: then its files are compared. */
  readonly again: boolean;
}
