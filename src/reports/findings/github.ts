import { findingMessage } from './finding-text.js';
import { openCount, type RepeatedFinding } from './finding-report.js';
import type { FindingFormat } from './format.js';
import { withCommas } from './plural.js';
import { summaryText } from './summary.js';
import { visible } from './visible.js';
import { worstFindings } from './worst-findings.js';

/** Most annotations of one kind that GitHub shows of one step. */
const MOST_ANNOTATIONS = 10;

/** For pull requests: workflow commands that annotate the worst ten findings, and a last line that counts them all. */
export const github: FindingFormat = {
  name: 'github',
  *print(printed) {
    const worst = worstFindings(printed.report, MOST_ANNOTATIONS);
    for (const one of worst) yield `${annotation(one)}\n`;
    const told = worst.reduce((sum, { count }) => sum + count, 0);
    const shown = told < openCount(printed.report) ? `; the worst ${worst.length} are annotated` : '';
    yield `${summaryText(printed)}${shown}\n`;
  },
};

/** A workflow command; what would end a property, the command or the line is escaped as GitHub wants it. */
function annotation({ first, count }: RepeatedFinding): string {
  const { severity, file, line, column, rule, suggestion } = first;
  const properties = [
    file === null ? null : `file=${escapeProperty(file)}`,
    line === null ? null : `line=${line}`,
    column === null ? null : `col=${column}`,
    `title=${escapeProperty(rule)}`,
  ].filter((one) => one !== null);
  const hint = suggestion ? ` (did you mean "${suggestion.value}"?)` : '';
  const more = count > 1 ? ` [${withCommas(count)} findings say so]` : '';
  const command = severity === 'info' ? 'notice' : severity;
  return `::${command} ${properties.join(',')}::${escapeData(`${findingMessage(first)}${hint}${more}`)}`;
}

/** The runner turns %25, %0D and %0A back; other control characters would reach the log. */
function escapeData(text: string): string {
  return visible(text, '\r\n').replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** In a property a colon and a comma are ends too. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
