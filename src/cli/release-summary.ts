import type { ReleaseSummary } from '../flows/release.js';

/** What was written, besides the counts of the release itself. */
export interface WrittenRelease {
  readonly files: number;
  /** SHA-256 of SHA256SUMS. */
  readonly manifest: string;
  readonly where: string;
  /** True when the folder held the same bytes before. */
  readonly unchanged: boolean;
}

const leftOutWords = {
  related: 'teasers of other articles',
  rejected: 'no statements (tombstones)',
  standoff_documents: 'documents in standoff/ only',
  standoff_statements: 'statements in standoff/ only',
  labels: 'labels of rows left out',
} as const;

/** The lines that `demarche release` prints on standard output. */
export function releaseSummaryText(summary: ReleaseSummary, written: WrittenRelease): string {
  const { version, date, rows, basis, leftOut } = summary;
  const left = Object.entries(leftOutWords)
    .map(([key, words]) => [leftOut[key as keyof typeof leftOutWords], words] as const)
    .filter(([count]) => count > 0);
  const lines = [
    `release   ${version} (${date ?? 'not dated'})`,
    `rows      ${Object.entries(rows)
      .map(([table, count]) => `${table} ${count}`)
      .join(', ')}`,
    `stance    adjudicated ${basis.adjudicated}, majority ${basis.majority}, single ${basis.single}, auto ${basis.auto}`,
    ...(left.length ? [`left out  ${left.map(([count, words]) => `${count} ${words}`).join(', ')}`] : []),
    `files     ${written.files}`,
    `manifest  ${written.manifest}`,
    `${written.unchanged ? 'unchanged' : 'written  '} ${written.where}`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}
