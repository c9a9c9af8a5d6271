import { finding, type Place } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { compareVersions } from '../releases/version.js';
import { versionRules, type VersionRule } from './version-rules.js';
import { stepped, type ReleaseStep } from './version-step.js';

/**
 * Why a version is too low for what has changed: an error for each demand that it does not meet, with the number of rows
 * and the first of them, and what to do. A version that is not above the one before is one error. None when it will do.
 */
export function versionFindings(
  { previous, least, demands, step }: ReleaseStep,
  version: string,
  { place = { file: null } }: { readonly place?: Place } = {},
): Finding[] {
  const details = { field: 'version', value: version, suggestion: { value: least, safe: false } } as const;
  const tooLow = (message: string, record: string | null): Finding =>
    finding('release/version-too-low', place, message, { ...details, record_id: record });
  if (compareVersions(version, previous) <= 0) {
    const message = `${version} is not above ${previous}, the release before; give it ${least} or more (a ${step.toUpperCase()} step)`;
    return [tooLow(message, null)];
  }
  return demands
    .filter((one) => compareVersions(version, stepped(previous, one.step)) < 0)
    .map((one) => {
      const more = one.rows === null || one.rows === one.ids.length ? '' : ', …';
      const rows = one.ids.length === 0 ? '' : `: ${one.ids.join(', ')}${more}`;
      const { instead }: VersionRule = versionRules[one.rule];
      const todo = `give it ${least} or more${instead === undefined ? '' : `, or ${instead}`}`;
      const message = `${version} is too low after ${previous}: ${one.says}, a ${one.step.toUpperCase()} step; ${todo}${rows}`;
      return tooLow(message, one.ids[0] ?? null);
    });
}
