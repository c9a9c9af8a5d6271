import type { Result } from '../measures/result.js';
import type { AgreementReport } from './agreement-report.js';
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

/** An agreement report as Markdown: for a comment on a pull request or a page. */
export function agreementMarkdown(report: AgreementReport): string {
  const { input } = report;
  const [primary, ...others] = report.results;
  const lines = [
    `### Agreement${input.field === null ? '' : ` on ${input.field}`}`,
    '',
    `${input.units} units (${input.pairable_units} with two or more labels), ${input.annotators.length} annotators, ${input.categories.length} categories.`,
    ...report.notes.flatMap((note) => ['', `> ${note}`]),
    '',
    ...table(HEAD, resultRows(primary === undefined ? [] : [primary])),
    ...(others.length > 0 ? ['', 'Sensitivity:', '', ...table(HEAD, resultRows(others))] : []),
    ...report.levels.flatMap(({ level, question, results }) => [
      '',
      `${level}: ${question}`,
      '',
      ...table(HEAD, resultRows(results)),
    ]),
    '',
    ...table(
      ['category', 'labels', 'specific agreement', 'alpha'],
      report.categories.map((one) => [
        one.category,
        String(one.labels),
        decimals(one.specific_agreement),
        decimals(one.krippendorff_alpha),
      ]),
    ),
    ...report.requirements.flatMap(({ line }) => ['', line]),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
