import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { sha256 } from '../model/hash.js';
import { offsetsOf } from '../text/offsets.js';
import { isStandoff, type PlaceOf, type ReleaseDataset } from './dataset.js';
import { groupBy } from './group-by.js';
import { textOf } from './placed-words.js';
import { allowedValues, customColumn, customFields, labelledColumn } from './statement-fields.js';

/** Faults of statements that would make a release wrong: ids, categories, documents, and text that is not its slices. */
export function* checkStatements(dataset: ReleaseDataset, placeOf: PlaceOf): Iterable<Finding> {
  const documents = new Set(dataset.documents.map((row) => row.document_id));
  const withdrawn = new Set(dataset.tombstones.map((row) => row.id));
  const coded = [
    ...['stance', 'speech_act'].map((field) => labelledColumn(dataset.codebook, field)!),
    ...customFields(dataset.codebook).map((field) => customColumn(dataset.codebook, field)),
  ];
  const seen = new Set<string>();
  for (const row of dataset.statements) {
    const say = (rule: string, field: string, message: string, allowed: readonly string[] = []): Finding =>
      finding(rule, placeOf(row, field), message, {
        record_id: row.statement_id,
        field,
        value: String(row[field]),
        allowed,
      });
    if (seen.has(row.statement_id)) yield say('table/duplicate-key', 'statement_id', 'the id stands in two rows');
    seen.add(row.statement_id);
    if (withdrawn.has(row.statement_id)) {
      yield say('tombstone/reused', 'statement_id', 'tombstones.csv withdrew this id; it can not be used again');
    }
    if (!documents.has(row.document_id)) {
      yield say('reference/unknown', 'document_id', `documents.csv has no document "${row.document_id}"`);
    }
    for (const column of coded) {
      const allowed = allowedValues(dataset.codebook, column);
      const value = row[column.name];
      if (!allowed || value === null || value === undefined || allowed.includes(String(value))) continue;
      const message = `"${String(value)}" is not a ${column.name} of codebook ${dataset.codebook.version}`;
      yield say('codebook/unknown-category', column.name, message, allowed);
    }
  }
  if (dataset.project.standoff !== true) yield* checkTexts(dataset, placeOf);
}

/** One text in memory at a time: documents in turn, each with its statements. */
function* checkTexts(dataset: ReleaseDataset, placeOf: PlaceOf): Iterable<Finding> {
  const byDocument = groupBy(dataset.statements, (row) => row.document_id);
  for (const document of dataset.documents) {
    const rows = byDocument.get(document.document_id) ?? [];
    const text = dataset.texts(document.document_id);
    const place = placeOf(document, 'document_id');
    const details = { record_id: document.document_id };
    if (text === null) {
      // A dataset that releases no words still needs them here: the hashes of the surroundings are made from the text.
      if (rows.length || !isStandoff(dataset.project))
        yield finding('document/no-text', place, 'its text is not in texts/', details);
      continue;
    }
    if (sha256(text) !== document.text_sha256) {
      yield finding(
        'document/sha256',
        placeOf(document, 'text_sha256'),
        'its text in texts/ has another SHA-256',
        details,
      );
    }
    const offsets = offsetsOf(text);
    for (const row of rows) {
      if (textOf(row.segments, text, offsets) === row['text']) continue;
      yield finding('span/text', placeOf(row, 'text'), 'the text is not what its segments say in the document', {
        record_id: row.statement_id,
        field: 'text',
      });
    }
  }
}
