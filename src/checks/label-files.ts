import type { Check } from './check.js';
import { cellText } from './say.js';

/** Label files: the codebook of their batch, and rows of one batch and annotator only, as the file's name says. */
export const labelFiles: Check = {
  name: 'label files',
  rules: ['label/codebook-version', 'label/file'],
  tables: ['label'],
  start: ({ codebook, lookups }) => {
    const batches = lookups.of('batches.batch_id', ['codebook_version']);
    return {
      row: (row, say) => {
        const { values } = row;
        const used = cellText(values['codebook_version']);
        const batch = cellText(values['batch_id']);
        const wanted = batches.has(batch) ? batches.get(batch, 'codebook_version') : (codebook?.version ?? '');
        if (used !== '' && wanted !== '' && used !== wanted) {
          const message = `the label was given under codebook ${used}, its batch under ${wanted}`;
          const details = { severity: 'warning', value: used, allowed: [wanted] } as const;
          say('label/codebook-version', row, 'codebook_version', message, details);
        }
        const [, batchId, annotatorId] = OWNERS.exec(row.file.path) ?? [];
        for (const [field, owner] of [
          ['batch_id', batchId],
          ['annotator_id', annotatorId],
        ] as const) {
          const found = cellText(values[field]);
          if (owner === undefined || found === '' || found === owner) continue;
          const message = `${field} "${found}" stands in the file of "${owner}"`;
          say('label/file', row, field, message, { value: found, allowed: [owner] });
        }
      },
    };
  },
};

/** Batch and annotator, as the path of a label file names them. */
const OWNERS = /(?:^|\/)labels\/([^/]+)\/([^/]+)\.csv$/;
