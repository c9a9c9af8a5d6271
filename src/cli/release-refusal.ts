import type { FindingReport } from '../reports/findings/finding-report.js';
import { plural } from '../reports/findings/plural.js';

/** Rules whose errors come from what was released before: another version, or the released rows put back, mends them. */
const AGAINST_RELEASES: ReadonlySet<string> = new Set([
  'release/version-too-low',
  'release/version-reused',
  'release/id-vanished',
  'release/id-reused',
]);

/** Why nothing was released, in a line: errors of the dataset, or of the version that was to be given. */
export function refusalText({ rules, blocking }: Pick<FindingReport, 'rules' | 'blocking'>, version: string): string {
  const ofVersion = rules
    .filter(({ rule, severity }) => severity === 'error' && AGAINST_RELEASES.has(rule))
    .reduce((sum, { count }) => sum + count, 0);
  const ofDataset = blocking - ofVersion;
  const why = [
    ...(ofDataset > 0 ? [`${plural(ofDataset, 'error')} in the dataset`] : []),
    ...(ofVersion > 0
      ? [`version ${version} can't be given (${plural(ofVersion, 'error')} against earlier releases)`]
      : []),
  ];
  return `nothing was released: ${why.join(', and ')}`;
}
