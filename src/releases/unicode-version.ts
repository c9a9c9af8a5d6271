import { finding, type Place } from '../model/findings.js';
import type { Finding } from '../model/generated.js';

/** A Unicode version that something was made with, by its name for people, and where that is written. */
export interface RecordedUnicode {
  readonly version: string;
  readonly madeBy: string;
  readonly place: Place;
}

/**
 * Compares the Unicode version of the running program with those that the dataset and earlier releases were made with.
 * Characters that one version does not know are composed, cased and cut into words otherwise by another, so that the
 * same input is promised to give the same bytes for one version only. Warnings, none where nothing was recorded.
 */
export function checkUnicodeVersion(current: string, recorded: readonly RecordedUnicode[]): Finding[] {
  return recorded
    .filter(({ version }) => version !== current)
    .map(({ version, madeBy, place }) => {
      const message = `${madeBy} was made with Unicode ${version}, and this program has another version: the same input may give other bytes`;
      return finding('release/unicode-version', place, message, { severity: 'warning', value: version });
    });
}
