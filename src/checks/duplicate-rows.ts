import { formatCell } from '../tables/cells.js';
import type { PlacedRow } from '../tables/typed-rows.js';
import type { Check, Row } from './check.js';
import { cellText, relatedTo, say } from './say.js';

/** One row a document, content, speaker and target: a second one counts the same position twice. */
export const duplicateRows: Check = {
  name: 'duplicate rows',
  rules: ['table/duplicate-row'],
  tables: ['statement', 'standoff-statement'],
  start: () => {
    const seen = new Map<string, PlacedRow<Row>>();
    return {
      *row(placed, table) {
        const { row } = placed;
        const id = [
          row['document_id'],
          row['segments'],
          row['speaker_id'] ?? row['speaker_text'] ?? row['speaker_start'],
          row['target_id'] ?? row['target_text'] ?? row['target_start'],
        ]
          .map(formatCell)
          .join('\u001f');
        const first = seen.get(id);
        if (!first) {
          seen.set(id, placed);
          return;
        }
        const message = `the same content, speaker and target as in ${cellText(first.row['statement_id'])}`;
        yield say('table/duplicate-row', placed, table, 'segments', message, {
          severity: 'warning',
          related: relatedTo(first, 'segments'),
        });
      },
    };
  },
};
