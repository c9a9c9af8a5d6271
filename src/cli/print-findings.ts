import type { Finding } from '../model/generated.js';
import { foldedText } from '../reports/findings/folded-text.js';
import { reportFindings } from '../reports/findings/tally.js';

/**
 * Findings as text in order of place, for commands that print them beside their result: at most `most` of one rule
 * written out, what repeats folded, the rest counted.
 */
export function findingsText(findings: readonly Finding[], { most = 20 }: { readonly most?: number } = {}): string {
  return [...foldedText(reportFindings(findings, { most: Infinity }), { most })].join('');
}

/** Counts by severity. */
export function countFindings(findings: readonly Finding[]): { error: number; warning: number; info: number } {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const found of findings) counts[found.severity]++;
  return counts;
}
