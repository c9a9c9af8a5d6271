import { finding } from '../model/findings.js';
import type { Check } from './check.js';

/** Tables that a table leans on: without them its references and offsets can't be checked. */
const NEEDS: readonly { readonly table: string; readonly needs: string; readonly by: string | null }[] = [
  { table: 'statements', needs: 'documents', by: null },
  { table: 'statements', needs: 'turns', by: 'turn_id' },
  { table: 'labels', needs: 'statements', by: null },
  { table: 'labels', needs: 'annotators', by: null },
  { table: 'labels', needs: 'batches', by: null },
];

/**
 * What a dataset lacks as a whole: a table that another leans on, or all of its texts where the project says that every
 * text is there. What is not there can't be checked, and silence would pass for soundness.
 */
export const missingParts: Check = {
  name: 'missing parts',
  rules: ['dataset/missing-table', 'dataset/no-texts'],
  tables: null,
  start: ({ project, tables, hasTexts }) => {
    const present = new Set(tables.map((table) => table.name));
    const wanted = NEEDS.filter(({ needs }) => !present.has(needs));
    const leaning = new Map<(typeof NEEDS)[number], string>();
    let documents: string | null = null;
    return {
      row: ({ values, file }) => {
        if (file.name === 'documents') documents ??= file.path;
        if (!wanted.length) return;
        for (const need of wanted) {
          if (need.table !== file.name || leaning.has(need)) continue;
          if (need.by === null || (values[need.by] ?? null) !== null) leaning.set(need, file.path);
        }
      },
      end: (tell) => {
        if (!project) return;
        for (const [{ needs }, file] of leaning) {
          const message = `${needs}.csv is missing, so that ${file} can not be checked against it`;
          const place = { file, line: 1, column: 1, byte_offset: 0 };
          tell(finding('dataset/missing-table', place, message, { value: `${needs}.csv` }));
        }
        const promised = project.standoff !== true && (project.text_policy ?? 'all') === 'all';
        if (documents === null || !promised || hasTexts) return;
        const message =
          'the folder texts/ is missing, so that no offset can be checked; put the texts back, or say standoff or another text_policy in demarche.json';
        const place = { file: documents, line: 1, column: 1, byte_offset: 0 };
        tell(finding('dataset/no-texts', place, message));
      },
    };
  },
};
