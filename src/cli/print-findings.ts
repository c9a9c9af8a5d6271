import { byPlace } from '../model/findings.js';
import type { Finding } from '../model/generated.js';

/** A finding as text, place first: what was found, what is allowed, what to do. */
export function findingText(found: Finding): string {
  const place = [found.file ?? '-', found.line, found.column].filter((part) => part !== null).join(':');
  const record = found.record_id ? `  ${found.record_id}` : '';
  const hints = [
    found.allowed.length ? `allowed: ${found.allowed.join(', ')}` : null,
    found.suggestion ? `did you mean "${found.suggestion.value}"?` : null,
    ...found.related.map((r) => `see ${[r.file, r.line, r.column].filter((part) => part !== null).join(':')}`),
  ].filter((hint) => hint !== null);
  return `${place} ${found.severity} ${found.rule}${record}  ${found.message}${hints.length ? `\n    ${hints.join(' · ')}` : ''}`;
}

/**
 * Findings as text in order of place, at most `most` of one rule written out; the rest is counted. `ofRule` says how many
 * there were where `findings` are only some of them.
 */
export function findingsText(
  findings: readonly Finding[],
  { most = 20, ofRule }: { readonly most?: number; readonly ofRule?: ReadonlyMap<string, number> } = {},
): string {
  const shown = new Map<string, number>();
  const lines: string[] = [];
  for (const found of [...findings].sort(byPlace)) {
    const n = (shown.get(found.rule) ?? 0) + 1;
    shown.set(found.rule, n);
    if (n <= most) lines.push(findingText(found));
  }
  for (const [rule, seen] of shown) {
    const n = ofRule?.get(rule) ?? seen;
    if (n > most) lines.push(`… and ${n - most} more of ${rule} (${n} in all)`);
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** Counts by severity. */
export function countFindings(findings: readonly Finding[]): { error: number; warning: number; info: number } {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const found of findings) counts[found.severity]++;
  return counts;
}

/** A count with its noun: "1 warning", "2 warnings", with a comma between thousands. */
export function plural(count: number, noun: string): string {
  return `${String(count).replace(/\B(?=(\d{3})+$)/g, ',')} ${noun}${count === 1 ? '' : 's'}`;
}
