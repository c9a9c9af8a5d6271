import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { isStandoff, placeOf, type ReleaseDataset } from './dataset.js';

/**
 * What a release will not contain, or should wait for. Whether the rows themselves are right is `validate`'s to say: a
 * release is made of a dataset in which it finds no error.
 */
export function* checkRelease(dataset: ReleaseDataset): Iterable<Finding> {
  for (const batch of dataset.batches) {
    if (batch.phase !== 'production' || batch.state === 'closed') continue;
    yield finding('release/open-batch', placeOf(batch), 'labels of this batch are still coming in', {
      severity: 'warning',
      record_id: batch.batch_id,
      field: 'state',
    });
  }
  if (isStandoff(dataset.project) || dataset.project.text_policy !== 'all') return;
  // Whoever redacted a document knows that its text is not released.
  const redacted = new Set((dataset.redactions ?? []).map((row) => row.document_id));
  for (const document of dataset.documents) {
    if (document.text_allowed || redacted.has(document.document_id)) continue;
    const message = 'text_policy is "all", but the document does not allow its text: it appears in standoff/ only';
    yield finding('release/text-not-allowed', placeOf(document), message, {
      severity: 'warning',
      record_id: document.document_id,
      field: 'text_allowed',
    });
  }
}
