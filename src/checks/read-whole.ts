import { finding } from '../model/findings.js';
import { nearest } from '../text/nearest.js';
import type { Check } from './check.js';

/** Looking for a close id among many takes long. */
const MOST_CANDIDATES = 5000;

/** Documents that demarche.json says were read as a whole must be there: recall is estimated on them. */
export const readWhole: Check = {
  name: 'documents read as a whole',
  rules: ['reference/unknown'],
  tables: null,
  start: ({ project, projectPlace, lookups }) => {
    const documents = lookups.of('documents.document_id');
    return {
      end: (tell) => {
        if (!projectPlace || !documents.present) return;
        for (const [i, id] of (project?.read_whole ?? []).entries()) {
          if (documents.has(id)) continue;
          const field = `/read_whole/${i}`;
          const close = documents.size > MOST_CANDIDATES ? null : nearest(id, documents.ids());
          const message = `"${id}" stands in no documents.document_id`;
          const suggestion = close === null ? null : { value: close, safe: false };
          tell(finding('reference/unknown', projectPlace(field), message, { field, value: id, suggestion }));
        }
      },
    };
  },
};
