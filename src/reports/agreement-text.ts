import type { Result } from '../measures/result.js';
import type { AgreementReport, LevelReport } from './agreement-report.js';
import { decimals, interval, textTable } from './text-table.js';

/** How many rows of a long table a screen gets. */
const SHOWN = 8;

/** The scale a result is on, as printed behind its name: the distance, or weights that are not the plain ones. */
export function scaleOf({ distance, weights }: Result): string {
  return distance ?? (weights === null || weights === 'identity' ? '' : weights);
}

function resultRow(result: Result, name = result.coefficient): string[] {
  const about = [scaleOf(result), result.category, result.annotators?.join(' – ')].filter(Boolean).join(', ');
  return [
    `  ${about ? `${name} (${about})` : name}`,
    decimals(result.value),
    interval(result.ci),
    result.value === null ? `not defined: ${result.reason}` : `n ${result.pairable_units}`,
  ];
}

/** How the reported interval came about, annotators being taken as they are. */
function methodOf({ ci_method, intervals }: Result): string | null {
  const reported = intervals.at(-1);
  if (ci_method === null || reported === undefined) return null;
  const { replicates, undefined_replicates = 0, seed } = reported;
  const drawn = replicates === undefined ? '' : `, ${replicates} replicates, seed ${seed}`;
  const lost = undefined_replicates > 0 ? `, undefined in ${undefined_replicates} of them` : '';
  return `${ci_method}${drawn}${lost}, annotators taken as fixed`;
}

function results(found: readonly Result[]): string[] {
  return textTable(
    found.map((result) => resultRow(result)),
    ['left', 'right', 'left', 'left'],
  );
}

function levelLines(levels: readonly LevelReport[]): string[] {
  if (levels.length === 0) return [];
  const rows = levels.flatMap(({ level, question, results: found }) =>
    found.map((result, i) => [
      i === 0 ? `  ${level}` : '',
      `${result.coefficient}${scaleOf(result) ? ` (${scaleOf(result)})` : ''}`,
      decimals(result.value),
      interval(result.ci),
      `n ${result.pairable_units}`,
      result.reason ?? (i === 0 ? question : ''),
    ]),
  );
  return ['', 'nested levels', ...textTable(rows, ['left', 'left', 'right', 'left', 'right', 'left'])];
}

function tableLines(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, SHOWN);
  const alignments = head.map((_, i) => (i === 0 ? 'left' : 'right') as 'left' | 'right');
  const [first, ...rest] = textTable(
    [[`  ${head[0]}`, ...head.slice(1)], ...shown.map(([name, ...cells]) => [`  ${name}`, ...cells])],
    alignments,
  );
  const more = rows.length > shown.length ? [`  … and ${rows.length - shown.length} more (--format json has all)`] : [];
  return ['', title, first!, ...rest, ...more];
}

/** An agreement report as text for a screen: the primary coefficient first, everything else under "sensitivity". */
export function agreementText(report: AgreementReport): string {
  const { input } = report;
  const [primary, ...others] = report.results;
  const lines = [
    `agreement${input.field === null ? '' : ` on ${input.field}`}${report.group === 'everybody' ? '' : ` among ${report.group}`}: ` +
      `${input.units} units (${input.pairable_units} with two or more labels), ${input.annotators.length} annotators, ` +
      `${input.categories.length} categories${input.clusters === null ? '' : `, ${input.clusters} clusters (${input.cluster_column})`}`,
    ...report.notes.map((note) => `note: ${note}`),
  ];
  if (primary !== undefined) {
    lines.push('', ...results([primary]), `    ${[methodOf(primary), primary.convention].filter(Boolean).join('; ')}`);
  }
  if (report.threshold !== null) lines.push(`    ${report.threshold.line}`);
  if (others.length > 0) lines.push('', 'sensitivity', ...results(others));
  lines.push(...levelLines(report.levels));
  for (const { group, results: found } of report.other_groups) lines.push('', group, ...results(found));
  lines.push(
    ...tableLines(
      'categories',
      ['category', 'labels', 'share', 'specific', 'alpha'],
      report.categories.map((one) => [
        one.category,
        String(one.labels),
        decimals(one.share),
        decimals(one.specific_agreement),
        decimals(one.krippendorff_alpha),
      ]),
    ),
    ...tableLines(
      'pairs',
      ['annotators', 'units', 'agreement', 'kappa', 'most confused'],
      report.pairs.map((one) => [
        one.annotators.join(' – '),
        String(one.units),
        decimals(one.percent_agreement),
        decimals(one.cohen_kappa),
        one.most_confused === null ? '' : `${one.most_confused[0]} / ${one.most_confused[1]} (${one.most_confused[2]})`,
      ]),
    ),
    ...tableLines(
      'annotators',
      ['annotator', 'labels', 'with others', 'alpha without'],
      report.annotators.map((one) => [
        one.annotator_id + (one.kind === null ? '' : ` (${one.kind})`),
        String(one.labels),
        decimals(one.agreement_with_others),
        decimals(one.alpha_without),
      ]),
    ),
    ...tableLines(
      'second rounds (test-retest)',
      ['annotator', 'units', 'agreement', 'alpha'],
      report.retest.map((one) => [
        one.annotator_id,
        String(one.units),
        decimals(one.percent_agreement),
        decimals(one.krippendorff_alpha),
      ]),
    ),
    ...tableLines(
      `disagreements: ${report.disagreeing_units} of ${input.pairable_units} units`,
      ['labels', 'share', 'unit'],
      report.units.map((one) => [one.confused.join(' / '), decimals(one.share), one.unit_id]),
    ),
  );
  if (report.requirements.length > 0) lines.push('', ...report.requirements.map(({ line }) => line));
  return `${lines.join('\n')}\n`;
}
