import type { SpanComparison, SpanLevel } from './span-comparison.js';
import { decimals, interval, textTable } from './text-table.js';

/** How many unmatched rows a screen gets. */
const SHOWN = 10;

function levelRow({ level, first, second, both, f, ci, units, reason }: SpanLevel): string[] {
  const label = level === 'stance' ? 'same' : 'F';
  return [
    `  ${level}`,
    String(units),
    String(first),
    String(second),
    String(both),
    `${label} ${decimals(f)}`,
    interval(ci),
    reason ?? '',
  ];
}

function figureRows({ level, results }: SpanLevel): string[][] {
  return results.map((result) => {
    const { coefficient, value, ci, reason, pairable_units } = result;
    const criterion = 'criterion' in result ? ` (${String(result.criterion)})` : '';
    return [
      `  ${level}`,
      `${coefficient}${criterion}`,
      decimals(value),
      interval(ci),
      value === null ? `not defined: ${reason}` : `n ${pairable_units}`,
    ];
  });
}

/** A comparison of two codings as text for a screen: the levels first, then their coefficients, then who lost what where. */
export function spanComparisonText(comparison: SpanComparison): string {
  const { input, notes, levels, stance_levels, accounts, unmatched } = comparison;
  const lines = [
    `two codings of ${input.documents} documents: ${accounts.map(({ file, rows }) => `${file} (${rows} rows)`).join(' and ')}`,
    ...notes.map((note) => `note: ${note}`),
    '',
    ...textTable(
      [['  level', 'n', 'first', 'second', 'both', '', '', ''], ...levels.map(levelRow)],
      ['left', 'right', 'right', 'right', 'right', 'left', 'left', 'left'],
    ),
    '',
    ...textTable(levels.flatMap(figureRows), ['left', 'left', 'right', 'left', 'left']),
    ...(stance_levels.length === 0 ? [] : ['', 'stance at its nested levels']),
    ...textTable(
      stance_levels.flatMap(({ level, results }) =>
        results.map((one) => [
          `  ${level}`,
          `${one.coefficient}${one.distance === null ? '' : ` (${one.distance})`}`,
          decimals(one.value),
          interval(one.ci),
          one.value === null ? `not defined: ${one.reason}` : `n ${one.pairable_units}`,
        ]),
      ),
      ['left', 'left', 'right', 'left', 'left'],
    ),
    '',
    'where every row went',
    ...textTable(
      [
        ['  file', 'rows', 'span not found', 'other speaker', 'other target', 'said twice', 'matched'],
        ...accounts.map(({ file, rows, span, speaker, target, duplicate, matched }) => [
          `  ${file}`,
          ...[rows, span, speaker, target, duplicate, matched].map(String),
        ]),
      ],
      ['left', 'right', 'right', 'right', 'right', 'right', 'right'],
    ),
  ];
  if (unmatched.length > 0) {
    lines.push('', 'without a partner');
    for (const { level, file, line, document_id, start, end, text } of unmatched.slice(0, SHOWN)) {
      const words = text === null ? '' : `  ${text.length > 60 ? `${text.slice(0, 59)}…` : text}`;
      lines.push(`  ${file}:${line} ${level}  ${document_id} [${start}, ${end})${words}`);
    }
    if (unmatched.length > SHOWN) lines.push(`  … and ${unmatched.length - SHOWN} more (--format json has all)`);
  }
  return `${lines.join('\n')}\n`;
}
