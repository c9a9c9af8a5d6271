import type { Check } from './check.js';
import { cellText, say } from './say.js';

/** Label files: the codebook of their batch, and rows of one batch and annotator only, as the file's name says. */
export const labelFiles: Check = {
  name: 'label files',
  rules: ['label/codebook-version', 'label/file'],
  tables: ['label'],
  start: (context) => ({
    *row(placed, table) {
      const { row } = placed;
      const used = cellText(row['codebook_version']);
      const batch = context.holders('batches.batch_id')?.get(cellText(row['batch_id']));
      const wanted = batch ? cellText(batch.row['codebook_version']) : (context.codebook?.version ?? '');
      if (used !== '' && wanted !== '' && used !== wanted) {
        const message = `the label was given under codebook ${used}, its batch under ${wanted}`;
        yield say('label/codebook-version', placed, table, 'codebook_version', message, {
          severity: 'warning',
          value: used,
          allowed: [wanted],
        });
      }
      const [, batchId, annotatorId] = /(?:^|\/)labels\/([^/]+)\/([^/]+)\.csv$/.exec(table.file) ?? [];
      for (const [field, owner] of [
        ['batch_id', batchId],
        ['annotator_id', annotatorId],
      ] as const) {
        const found = cellText(row[field]);
        if (owner === undefined || found === '' || found === owner) continue;
        const message = `${field} "${found}" stands in the file of "${owner}"`;
        yield say('label/file', placed, table, field, message, { value: found, allowed: [owner] });
      }
    },
  }),
};
