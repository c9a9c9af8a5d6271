import type { ReleasePart } from '../release.js';
import { labelFiles } from '../release.js';

/** reports/agreement.json: agreement on the labels before adjudication, in the form of `agree --format json`. */
export const agreementReport: ReleasePart = {
  name: 'agreement',
  *files({ agreement }, made) {
    if (!agreement) return;
    const report = agreement.report(labelFiles(made));
    yield { path: 'reports/agreement.json', content: `${JSON.stringify(report, null, 1)}\n` };
  },
};
