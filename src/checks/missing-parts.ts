import { finding } from '../model/findings.js';
import type { Finding, Project } from '../model/generated.js';
import type { CheckedTable } from './check.js';

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
export function missingParts(tables: readonly CheckedTable[], project: Project, hasTexts: boolean): Finding[] {
  const found: Finding[] = [];
  const present = new Set(tables.map((table) => table.name));
  for (const { table, needs, by } of NEEDS) {
    const one = tables.find((candidate) => candidate.name === table && !candidate.lookup);
    if (!one || present.has(needs)) continue;
    if (by !== null && one.rows.every(({ row }) => row[by] === null || row[by] === undefined)) continue;
    const message = `${needs}.csv is missing, so that ${one.file} can not be checked against it`;
    found.push(
      finding('dataset/missing-table', { file: one.file, line: 1, column: 1 }, message, { value: `${needs}.csv` }),
    );
  }
  const documents = tables.find((table) => table.name === 'documents' && !table.lookup);
  const wanted = project.standoff !== true && (project.text_policy ?? 'all') === 'all';
  if (documents && documents.rows.length > 0 && wanted && !hasTexts) {
    const message =
      'the folder texts/ is missing, so that no offset can be checked; put the texts back, or say standoff or another text_policy in demarche.json';
    found.push(finding('dataset/no-texts', { file: documents.file, line: 1, column: 1 }, message));
  }
  return found;
}
