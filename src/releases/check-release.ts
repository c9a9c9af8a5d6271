import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { checkLabels } from './check-labels.js';
import { checkStatements } from './check-statements.js';
import { isStandoff, type PlaceOf, type ReleaseDataset } from './dataset.js';

/**
 * What must hold before labels are resolved and a release is written; a fuller look is `validate`'s. Errors refuse the
 * release, warnings tell what it will not contain or should wait for.
 */
export function* checkRelease(dataset: ReleaseDataset, placeOf: PlaceOf): Iterable<Finding> {
  yield* checkStatements(dataset, placeOf);
  yield* checkLabels(dataset, placeOf);
  for (const batch of dataset.batches) {
    if (batch.phase !== 'production' || batch.state === 'closed') continue;
    yield finding('release/open-batch', placeOf(batch, 'state'), 'labels of this batch are still coming in', {
      severity: 'warning',
      record_id: batch.batch_id,
    });
  }
  if (isStandoff(dataset.project) || dataset.project.text_policy !== 'all') return;
  for (const document of dataset.documents) {
    if (document.text_allowed) continue;
    const message = 'text_policy is "all", but the document does not allow its text: it appears in standoff/ only';
    yield finding('release/text-not-allowed', placeOf(document, 'text_allowed'), message, {
      severity: 'warning',
      record_id: document.document_id,
    });
  }
}
