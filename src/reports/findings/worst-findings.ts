import { saidKey, severityRank, type FindingReport, type RepeatedFinding } from './finding-report.js';

/** Repeated findings by what they say, to be looked up. */
export function repeatCounts({ repeats }: FindingReport): Map<string, number> {
  return new Map(repeats.map(({ first, count }) => [saidKey(first), count]));
}

/**
 * The worst findings, each said once with the number of places at which it is said: errors before warnings; of equal
 * severity the first of every rule, then the second of every rule, so that one loud rule does not hide the others; then
 * by place. Known findings are never among them: what a contribution adds comes first. At most `most`.
 */
export function worstFindings(report: FindingReport, most = 10): RepeatedFinding[] {
  const counts = repeatCounts(report);
  const seen = new Set<string>();
  const ofRule = new Map<string, number>();
  const ranked: (RepeatedFinding & { readonly nth: number })[] = [];
  for (const first of report.findings) {
    const key = saidKey(first);
    if (seen.has(key)) continue;
    seen.add(key);
    const spoken = `${first.severity} ${first.rule}`;
    const nth = ofRule.get(spoken) ?? 0;
    ofRule.set(spoken, nth + 1);
    if (nth < most) ranked.push({ first, nth, count: counts.get(key) ?? 1 });
  }
  // Sorting is stable: among equals the order of place stays.
  ranked.sort((a, b) => severityRank[a.first.severity] - severityRank[b.first.severity] || a.nth - b.nth);
  return ranked.slice(0, most).map(({ first, count }) => ({ first, count }));
}
