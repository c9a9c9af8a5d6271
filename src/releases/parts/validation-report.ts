import type { ReleasePart } from '../release.js';

/** reports/validation.json: what `validate` found before the release was made, in the form of `validate --format json`. */
export const validationReport: ReleasePart = {
  name: 'validation',
  *files({ validation }) {
    if (!validation) return;
    yield {
      path: 'reports/validation.json',
      content: { [Symbol.iterator]: () => validation.text()[Symbol.iterator]() },
    };
  },
};
