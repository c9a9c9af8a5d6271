import type { Finding } from '../../model/generated.js';
import { saidKey, type FindingReport } from './finding-report.js';
import { findingText } from './finding-text.js';
import { withCommas } from './plural.js';
import { visible } from './visible.js';
import { repeatCounts } from './worst-findings.js';

/** How much of a report is written out as text. */
export interface FoldedOptions {
  /** Findings of a rule that are written out. Default 20. */
  readonly most?: number;
  /** Findings that say the same and are written out. Default 3. */
  readonly few?: number;
  /** Tells which suggestions `--fix` can apply. */
  readonly fix?: boolean;
}

/**
 * The findings of a report as lines in order of place. Of those that say the same the first few are written out and
 * the rest is counted; so are the further ones of a rule with very many.
 */
export function* foldedText(
  report: FindingReport,
  { most = 20, few = 3, fix = false }: FoldedOptions = {},
): Generator<string> {
  const repeats = repeatCounts(report);
  const written = new Map<string, number>();
  const told = new Map<string, number>();
  const foldedAway = new Map<string, number>();
  for (const found of report.findings) {
    const key = saidKey(found);
    const spoken = `${found.severity} ${found.rule}`;
    const same = (written.get(key) ?? 0) + 1;
    if (same > few || (told.get(spoken) ?? 0) >= most) continue;
    written.set(key, same);
    yield `${findingText(found, { fix })}\n`;
    told.set(spoken, (told.get(spoken) ?? 0) + 1);
    const all = repeats.get(key) ?? 1;
    if (same < few || all <= few) continue;
    yield `    … and ${withCommas(all - few)} more ${alike(found)} (${withCommas(all)} in all)\n`;
    foldedAway.set(spoken, (foldedAway.get(spoken) ?? 0) + all - few);
  }
  for (const { rule, severity, count, known } of report.rules) {
    const all = count - known;
    const spoken = `${severity} ${rule}`;
    const more = all - (told.get(spoken) ?? 0) - (foldedAway.get(spoken) ?? 0);
    if (more > 0) yield `… and ${withCommas(more)} more of ${rule} (${withCommas(all)} in all)\n`;
  }
}

function alike({ field, value }: Finding): string {
  if (value === null) return 'that say the same';
  return `with ${field === null ? '' : `${visible(field)} `}"${visible(value)}"`;
}
