import type { Check, RowView } from './check.js';
import { FirstRows } from './first-rows.js';
import { relatedTo } from './say.js';

/** One row a document, content, speaker and target: a second one counts the same position twice. */
export const duplicateRows: Check = {
  name: 'duplicate rows',
  rules: ['table/duplicate-row'],
  tables: ['statement', 'standoff-statement'],
  start: () => {
    const rows = new FirstRows();
    return {
      row: (row, say) => {
        const first = rows.add(['document_id', 'segments', sameAs(row, 'speaker'), sameAs(row, 'target')], row);
        if (!first) return;
        const message = `the same content, speaker and target as in line ${first.line}`;
        say('table/duplicate-row', row, 'segments', message, { severity: 'warning', related: relatedTo(first) });
      },
    };
  },
};

const COLUMNS = {
  speaker: ['speaker_id', 'speaker_text', 'speaker_start'],
  target: ['target_id', 'target_text', 'target_start'],
} as const;

/** By what two rows have the same speaker, or target: its id, else its words, else where they stand. */
export function sameAs({ values }: RowView, mention: 'speaker' | 'target'): string {
  const [id, text, start] = COLUMNS[mention];
  const filled = (name: string): boolean => values[name] !== null && values[name] !== undefined;
  return filled(id) ? id : filled(text) ? text : start;
}
