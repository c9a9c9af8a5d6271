import type { Result } from '../measures/result.js';
import type { AgreementReport } from './agreement-report.js';
import { groupLine, sections, workLine } from './agreement-sections.js';
import { scaleOf } from './agreement-text.js';
import { decimals, interval } from './text-table.js';

/** A cell's text cannot end the cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

function resultRows(results: readonly Result[]): string[][] {
  return results.map((result) => [
    [result.coefficient, scaleOf(result), result.category, result.annotators?.join(' – ')].filter(Boolean).join(' '),
    result.value === null ? `– (${result.reason})` : decimals(result.value),
    interval(result.ci),
    String(result.pairable_units),
  ]);
}

const HEAD = ['coefficient', 'value', 'interval', 'units'];

/** How many units a group of the work list gets. */
const EXAMPLES = 3;

function workLines({ worklist, disagreeing_units, input }: AgreementReport): string[] {
  if (disagreeing_units === 0) return [];
  return [
    '',
    `#### Disagreements: ${disagreeing_units} of ${input.pairable_units} units`,
    '',
    ...worklist.flatMap((group) => [
      `- ${groupLine(group)}`,
      ...group.items.slice(0, EXAMPLES).map((unit) => `  - ${workLine(unit).replaceAll('<', '&lt;')}`),
    ]),
  ];
}

/**
 * An agreement report as Markdown: for a comment on a pull request or a page. `methods` is a paragraph for a methods
 * section, printed last.
 */
export function agreementMarkdown(
  report: AgreementReport,
  { methods = null }: { readonly methods?: string | null } = {},
): string {
  const { input } = report;
  const [primary, ...others] = report.results;
  const lines = [
    `### Agreement${input.field === null ? '' : ` on ${input.field}`}`,
    '',
    `${input.units} units (${input.pairable_units} with two or more labels), ${input.annotators.length} annotators, ${input.categories.length} categories.`,
    ...report.notes.flatMap((note) => ['', `> ${note}`]),
    '',
    ...table(HEAD, resultRows(primary === undefined ? [] : [primary])),
    ...(report.threshold === null ? [] : ['', report.threshold.line]),
    ...(report.paradox === null ? [] : ['', report.paradox.sentence]),
    ...(others.length > 0 ? ['', 'Sensitivity:', '', ...table(HEAD, resultRows(others))] : []),
    ...report.levels.flatMap(({ level, question, results }) => [
      '',
      `${level}: ${question}`,
      '',
      ...table(HEAD, resultRows(results)),
    ]),
    ...report.other_groups.flatMap(({ group, results }) => ['', `${group}:`, '', ...table(HEAD, resultRows(results))]),
    ...sections(report).flatMap(({ title, sentences, head, rows }) => [
      '',
      `#### ${title.charAt(0).toUpperCase()}${title.slice(1)}`,
      ...sentences.flatMap((sentence) => ['', sentence]),
      ...(rows.length > 0 ? ['', ...table(head, rows)] : []),
    ]),
    ...workLines(report),
    ...report.requirements.flatMap(({ line }) => ['', line]),
    ...(methods === null ? [] : ['', '#### Methods', '', methods]),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
