import type { ReleaseSummary } from '../flows/release.js';
import type { WrittenRelease } from './write-release.js';

/** What was left out: one of it, and several. */
const leftOutWords = {
  related: ['teaser of another article', 'teasers of other articles'],
  rejected: ['no statement (tombstone)', 'no statements (tombstones)'],
  standoff_documents: ['document in standoff/ only', 'documents in standoff/ only'],
  standoff_statements: ['statement in standoff/ only', 'statements in standoff/ only'],
  labels: ['label of a row left out', 'labels of rows left out'],
} as const;

/** The lines that `demarche release` prints on standard output. */
export function releaseSummaryText(
  summary: ReleaseSummary,
  written: WrittenRelease & { readonly where: string },
): string {
  const { version, date, rows, basis, leftOut } = summary;
  const left = Object.entries(leftOutWords)
    .map(([key, words]) => ({ count: leftOut[key as keyof typeof leftOutWords], words }))
    .filter(({ count }) => count > 0)
    .map(({ count, words: [one, many] }) => `${count} ${count === 1 ? one : many}`);
  const lines = [
    `release   ${version} (${date ?? 'not dated'})`,
    `rows      ${Object.entries(rows)
      .map(([table, count]) => `${table} ${count}`)
      .join(', ')}`,
    `stance    adjudicated ${basis.adjudicated}, majority ${basis.majority}, single ${basis.single}, auto ${basis.auto}`,
    ...(left.length ? [`left out  ${left.join(', ')}`] : []),
    `files     ${written.files}`,
    `manifest  ${written.manifest}`,
    `${written.unchanged ? 'unchanged' : 'written  '} ${written.where}`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}
