import type { Result } from '../measures/result.js';
import { clusterText } from './agreement-methods.js';
import type { AgreementReport, LevelReport } from './agreement-report.js';
import { groupLine, sections, workLine, type Section } from './agreement-sections.js';
import { plain, type Paint } from './paint.js';
import { decimals, interval, textTable } from './text-table.js';

/** How many rows of a long table a screen gets. */
const SHOWN = 8;

/** How many units of a group of the work list. */
const EXAMPLES = 2;

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

function levelLines(levels: readonly LevelReport[], paint: Paint): string[] {
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
  return ['', paint.heading('nested levels'), ...textTable(rows, ['left', 'left', 'right', 'left', 'right', 'left'])];
}

/** Columns of words stand to the left, of numbers to the right. */
const WORDS = new Set(['interval', 'interval before', 'interval after', 'most confused', '']);

function sectionLines({ title, sentences, head, rows }: Section, paint: Paint): string[] {
  const shown = rows.slice(0, SHOWN);
  const alignments = head.map((name, i) => (i === 0 || WORDS.has(name) ? 'left' : 'right') as 'left' | 'right');
  const [first, ...rest] =
    rows.length === 0
      ? []
      : textTable(
          [[`  ${head[0]}`, ...head.slice(1)], ...shown.map(([name, ...cells]) => [`  ${name}`, ...cells])],
          alignments,
        );
  const more = rows.length > shown.length ? [`  … and ${rows.length - shown.length} more (--format json has all)`] : [];
  return [
    '',
    paint.heading(title),
    ...sentences.map((sentence) => `  ${sentence}`),
    ...(first === undefined ? [] : [paint.faint(first)]),
    ...rest,
    ...more,
  ];
}

/** The work list by what is confused, each group with its first units. */
function workLines({ worklist, disagreeing_units, input }: AgreementReport, paint: Paint): string[] {
  if (disagreeing_units === 0) return [];
  const lines = worklist
    .slice(0, SHOWN)
    .flatMap((group) => [
      `  ${groupLine(group)}`,
      ...group.items.slice(0, EXAMPLES).map((unit) => paint.faint(`    ${workLine(unit)}`)),
    ]);
  const more = worklist.length - SHOWN;
  return [
    '',
    paint.heading(
      `disagreements: ${disagreeing_units} of ${input.pairable_units} units, ${listed(worklist, disagreeing_units)}by what is confused`,
    ),
    ...lines,
    ...(more > 0 ? [`  … and ${more} more groups (--worklist FILE writes all)`] : []),
  ];
}

/** How many of the disagreements the list holds, where it does not hold all. */
function listed(groups: AgreementReport['worklist'], disagreeing: number): string {
  const units = groups.reduce((sum, group) => sum + group.units, 0);
  return units < disagreeing ? `the worst ${units} ` : '';
}

/** How an agreement report is printed. */
export interface AgreementTextOptions {
  /** Colours for a terminal; none by default. */
  readonly paint?: Paint;
  /** A methods paragraph to print behind the rest. */
  readonly methods?: string | null;
}

const numbered = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** An agreement report as text for a screen: the primary coefficient first, everything else under "sensitivity". */
export function agreementText(
  report: AgreementReport,
  { paint = plain, methods = null }: AgreementTextOptions = {},
): string {
  const { input } = report;
  const [primary, ...others] = report.results;
  const judged = (met: boolean, line: string): string => (met ? paint.good(line) : paint.bad(line));
  const lines = [
    paint.heading(
      `agreement${input.field === null ? '' : ` on ${input.field}`}${report.group === 'everybody' ? '' : ` among ${report.group}`}: ` +
        `${numbered(input.units, 'unit')} (${input.pairable_units} with two or more labels), ${numbered(input.annotators.length, 'annotator')}, ` +
        `${input.categories.length} categories${input.clusters === null ? '' : `, ${numbered(input.clusters, 'cluster')} (${clusterText(input)})`}`,
    ),
    ...report.notes.map((note) => paint.note(`note: ${note}`)),
  ];
  if (primary !== undefined) {
    const [first, ...rest] = results([primary]);
    lines.push('', paint.heading(first!), ...rest);
    lines.push(paint.faint(`    ${[methodOf(primary), primary.convention].filter(Boolean).join('; ')}`));
  }
  if (report.threshold !== null) lines.push(`    ${judged(report.threshold.met, report.threshold.line)}`);
  if (report.paradox !== null) lines.push(`    ${report.paradox.sentence}`);
  if (others.length > 0) lines.push('', paint.heading('sensitivity'), ...results(others));
  lines.push(...levelLines(report.levels, paint));
  for (const { group, results: found } of report.other_groups) lines.push('', paint.heading(group), ...results(found));
  for (const section of sections(report)) lines.push(...sectionLines(section, paint));
  lines.push(...workLines(report, paint));
  if (report.requirements.length > 0) lines.push('', ...report.requirements.map(({ met, line }) => judged(met, line)));
  if (methods !== null) lines.push('', paint.heading('methods'), methods);
  return `${lines.join('\n')}\n`;
}
