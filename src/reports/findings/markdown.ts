import { openCount, type FindingReport, type RepeatedFinding } from './finding-report.js';
import { findingMessage, placeText } from './finding-text.js';
import type { FindingFormat, PrintedFindings } from './format.js';
import { markdownCode, markdownTable, markdownText } from './markdown-text.js';
import { plural, withCommas } from './plural.js';
import { countsText, scopeText } from './summary.js';
import { cutText } from './visible.js';
import { worstFindings } from './worst-findings.js';

/** Rules listed. With cells of bounded length all stays below the 65,536 characters of a comment on GitHub. */
const MOST_RULES = 50;
/** Characters of a rule, and of a place, a message or a suggestion, as Markdown. */
const RULE = 300;
const CELL = 800;

/** For a job's summary page and for a comment on a pull request: exact counts, the rules, the worst ten findings. */
export const markdown: FindingFormat = {
  name: 'markdown',
  *print(printed) {
    yield `${findingsHeading(printed)}\n`;
    yield rulesBlock(printed.report);
    yield worstBlock(printed.report);
  },
};

/** "### demarche validate: 190 errors, 3 warnings" and the line below it. */
export function findingsHeading(printed: PrintedFindings): string {
  return `### demarche validate: ${countsText(printed)}\n\nChecked: ${scopeText(printed)}.\n`;
}

/** A table of the rules that spoke, with exact counts; "" where none did. */
export function rulesBlock({ rules }: FindingReport): string {
  if (rules.length === 0) return '';
  const shown = rules.slice(0, MOST_RULES).map(({ rule, severity, count, known }) => {
    const held = known ? ` (${withCommas(known)} known)` : '';
    return [within(RULE, rule, markdownCode), severity, `${withCommas(count)}${held}`];
  });
  const more = rules.length - shown.length;
  return `${markdownTable(['Rule', 'Severity', 'Findings'], shown, [2])}${more > 0 ? `\n… and ${plural(more, 'more rule')}\n` : ''}\n`;
}

/**
 * The worst findings (at most `most`, ten by default) as a table with a title, each said once: place, rule, what is
 * wrong, and how many findings say so. "" without any. Fewer than 3,000 characters for each.
 */
export function worstBlock(report: FindingReport, { most = 10 }: { readonly most?: number } = {}): string {
  const worst = worstFindings(report, most);
  if (worst.length === 0) return '';
  const all = openCount(report);
  const told = worst.reduce((sum, { count }) => sum + count, 0);
  const title = told >= all ? 'Findings' : `The worst of ${withCommas(all)} findings`;
  return `#### ${title}\n\n${markdownTable(['Place', 'Rule', 'What is wrong'], worst.map(cells))}`;
}

function cells({ first, count }: RepeatedFinding): string[] {
  const { rule, severity, suggestion } = first;
  const hint = suggestion ? ` Did you mean ${within(CELL, suggestion.value, markdownCode)}?` : '';
  const more = count > 1 ? ` <b>${withCommas(count)} findings say so.</b>` : '';
  return [
    within(CELL, placeText(first), markdownCode),
    `${severity} ${within(RULE, rule, markdownCode)}`,
    `${within(CELL, findingMessage(first), markdownText)}${hint}${more}`,
  ];
}

/** A text as Markdown of at most `most` characters: cut before it is escaped, shorter where much of it needs escaping. */
function within(most: number, text: string, escape: (text: string) => string): string {
  const lengths = [most, 300, 100, 35, 12].filter((length) => length <= most);
  const fitting = lengths.map((length) => escape(cutText(text, length))).find((one) => one.length <= most);
  return fitting ?? '';
}
