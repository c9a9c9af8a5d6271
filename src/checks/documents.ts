import type { Check } from './check.js';
import { cellText, relatedTo } from './say.js';

/** Each document's text is there where it may be, has the length and digest that are noted, and is normalised. */
export const documents: Check = {
  name: 'documents',
  rules: ['document/no-text', 'document/length', 'document/sha256', 'document/not-normalised'],
  tables: ['document', 'standoff-document'],
  start: (context) => ({
    row: (view, say) => {
      const row = view.values;
      const id = cellText(row['document_id']);
      const text = context.text(id);
      const file = context.textFile(id);
      if (!text || !file) {
        const promised = row['text_allowed'] !== false && (context.project?.text_policy ?? 'all') === 'all';
        if (context.hasTexts && promised && view.file.schema === 'document') {
          say('document/no-text', view, 'document_id', `the text of document "${id}" is not in texts/`, {
            severity: 'warning',
            value: id,
          });
        }
        return;
      }
      const related = [{ file: file.path, line: null, column: null }];
      if (typeof row['length'] === 'number' && row['length'] !== text.length) {
        const message = `the text of document "${id}" has ${text.length} code points, not ${row['length']}`;
        say('document/length', view, 'length', message, { value: String(row['length']), related });
      }
      if (typeof row['text_sha256'] === 'string' && row['text_sha256'] !== file.sha256) {
        const message = `the digest of the text of document "${id}" is ${file.sha256}`;
        say('document/sha256', view, 'text_sha256', message, { value: row['text_sha256'], related });
      }
      const fault = notNormalised(text.text);
      if (fault) {
        const message = `the text of document "${id}" ${fault}; offsets refer to the normalised text`;
        say('document/not-normalised', view, 'document_id', message, { value: id, related });
      }
    },
  }),
};

/** Composed form (NFC) is looked at with the other characters of the file, where the line can be named. */
function notNormalised(text: string): string | null {
  if (text.startsWith('\ufeff')) return 'begins with a byte order mark';
  return text.includes('\r') ? 'has line ends other than LF' : null;
}

/** A date that begins with the other, at the precision that both have, is no later. */
const isLater = (date: string, other: string): boolean => {
  const length = Math.min(date.length, other.length);
  return date.slice(0, length) > other.slice(0, length);
};

/** A statement can't have been made after the document that reports it. */
export const documentDates: Check = {
  name: 'document dates',
  rules: ['date/after-document'],
  tables: ['statement', 'standoff-statement'],
  start: (context) => {
    const documents = context.lookups.of('documents.document_id', ['date']);
    return {
      row: (row, say) => {
        const { date, document_id: id } = row.values;
        if (typeof date !== 'string' || typeof id !== 'string') return;
        const published = documents.get(id, 'date');
        if (published === '' || !isLater(date, published)) return;
        const message = `the statement is dated ${date}, its document ${published}`;
        const related = relatedTo(documents.placeOf(id));
        say('date/after-document', row, 'date', message, { severity: 'warning', value: date, related });
      },
    };
  },
};
