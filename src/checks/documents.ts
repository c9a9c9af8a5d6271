import type { Check } from './check.js';
import { cellText, relatedTo, say } from './say.js';

/** Each document's text is there where it may be, has the length and digest that are noted, and is normalised. */
export const documents: Check = {
  name: 'documents',
  rules: ['document/no-text', 'document/length', 'document/sha256', 'document/not-normalised'],
  tables: ['document', 'standoff-document'],
  start: (context) => ({
    *row(placed, table) {
      const { row } = placed;
      const id = cellText(row['document_id']);
      const text = context.text(id);
      const file = context.textFile(id);
      if (!text || !file) {
        const promised = row['text_allowed'] !== false && (context.project?.text_policy ?? 'all') === 'all';
        if (context.hasTexts && promised && table.schema === 'document') {
          yield say('document/no-text', placed, table, 'document_id', `the text of document "${id}" is not in texts/`, {
            severity: 'warning',
            value: id,
          });
        }
        return;
      }
      const related = [{ file: file.path, line: null, column: null }];
      if (typeof row['length'] === 'number' && row['length'] !== text.length) {
        const message = `the text of document "${id}" has ${text.length} code points, not ${row['length']}`;
        yield say('document/length', placed, table, 'length', message, { value: String(row['length']), related });
      }
      if (typeof row['text_sha256'] === 'string' && row['text_sha256'] !== file.sha256) {
        const message = `the digest of the text of document "${id}" is ${file.sha256}`;
        yield say('document/sha256', placed, table, 'text_sha256', message, { value: row['text_sha256'], related });
      }
      const fault = notNormalised(text.text);
      if (fault) {
        const message = `the text of document "${id}" ${fault}; offsets refer to the normalised text`;
        yield say('document/not-normalised', placed, table, 'document_id', message, { value: id, related });
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
    const holders = context.holders('documents.document_id');
    return {
      *row(placed, table) {
        const { date } = placed.row;
        const document = holders?.get(cellText(placed.row['document_id']));
        const published = document?.row['date'];
        if (typeof date !== 'string' || typeof published !== 'string' || !isLater(date, published)) return;
        yield say(
          'date/after-document',
          placed,
          table,
          'date',
          `the statement is dated ${date}, its document ${published}`,
          {
            severity: 'warning',
            value: date,
            related: relatedTo(document!, 'date'),
          },
        );
      },
    };
  },
};
