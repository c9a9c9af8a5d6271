import type { ReleasePart } from '../release.js';

/** reports/statistics.json: every count of the release, statements by speaker, target and stance among them. */
export const statisticsReport: ReleasePart = {
  name: 'statistics',
  *files({ version, date, statistics, leftOut }) {
    const report = { version, date, ...statistics, left_out: leftOut };
    yield { path: 'reports/statistics.json', content: `${JSON.stringify(report, null, 1)}\n` };
  },
};
