import type { SpanResult } from '../measures/spans/span-results.js';
import { decimals, interval, textTable } from './text-table.js';
import type { UnitizingReport } from './unitizing-report.js';

function nameOf({ coefficient, category, criterion, labelled, annotators }: SpanResult): string {
  const labels = criterion === undefined ? undefined : labelled ? 'same label' : 'any label';
  const about = [category, criterion, labels, annotators?.join(' – ')].filter((part) => part !== undefined);
  return about.length > 0 ? `${coefficient} (${about.join(', ')})` : coefficient;
}

function resultRow(result: SpanResult): string[] {
  const { value, ci, reason, coverage, precision, recall } = result;
  const parts = [
    value === null ? `not defined: ${reason}` : `documents ${result.pairable_units}`,
    coverage === undefined || coverage === null ? null : `coverage ${decimals(coverage)}`,
    precision === undefined ? null : `precision ${decimals(precision)}, recall ${decimals(recall)}`,
    ...Object.entries(result.dropped).map(([why, count]) => `left out: ${count} ${why}`),
  ];
  return [`  ${nameOf(result)}`, decimals(value), interval(ci), parts.filter((part) => part !== null).join('; ')];
}

/** A report on marked spans as text for a screen. */
export function unitizingText({ input, notes, results, annotators }: UnitizingReport): string {
  const length = input.length === null ? '' : `, ${input.length} characters`;
  const lines = [
    `spans: ${input.spans} by ${input.annotators.length} annotators in ${input.documents} documents${length}, ${input.categories.length} labels`,
    ...notes.map((note) => `note: ${note}`),
    '',
    ...textTable(results.map(resultRow), ['left', 'right', 'left', 'left']),
    '',
    ...textTable(
      [
        ['  annotator', 'documents', 'spans', 'characters marked'],
        ...annotators.map((one) => [
          `  ${one.annotator_id}`,
          String(one.documents),
          String(one.spans),
          String(one.marked),
        ]),
      ],
      ['left', 'right', 'right', 'right'],
    ),
  ];
  const drawn = results.find(({ ci_method }) => ci_method !== null);
  if (drawn !== undefined) {
    lines.push('', `intervals: ${drawn.ci_method}, ${drawn.intervals[0]!.replicates} replicates, seed ${drawn.seed}`);
  }
  return `${lines.join('\n')}\n`;
}
