import type { Check } from './check.js';
import { cellText, relatedTo } from './say.js';

/** Ends of what a row places in its document. */
const ENDS = ['end', 'cue_end', 'speaker_end', 'target_end'] as const;

/**
 * Offsets against the length that is noted of a document, where its text is not at hand: all that can be told about
 * the places of a stand-off dataset without its documents. Segments lie in the hull, which another check looks at.
 */
export const notedLengths: Check = {
  name: 'noted lengths',
  rules: ['span/outside'],
  tables: ['statement', 'standoff-statement', 'turn', 'standoff-turn'],
  start: (context) => {
    const documents = context.lookups.of('documents.document_id', ['length']);
    const lengths = new Map<string, number>();
    const lengthOf = (documentId: string): number => {
      const noted = documents.get(documentId, 'length');
      return /^\d+$/.test(noted) ? Number(noted) : Infinity;
    };
    return {
      row: (view, say) => {
        const row = view.values;
        const documentId = cellText(row['document_id']);
        if (context.hasTexts && context.text(documentId)) return;
        let length = lengths.get(documentId);
        if (length === undefined) lengths.set(documentId, (length = lengthOf(documentId)));
        for (const field of ENDS) {
          const end = row[field];
          if (typeof end !== 'number' || end <= length) continue;
          const message = `${field} ${end} lies behind the end of document "${documentId}", which is noted to have ${length} code points`;
          const related = relatedTo(documents.placeOf(documentId));
          say('span/outside', view, field, message, { value: String(end), related });
        }
      },
    };
  },
};
