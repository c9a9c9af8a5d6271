import type { ClassScore } from '../measures/scores/confusion.js';
import type { ScoreReport, SystemReport } from './score-report.js';
import { decimals, interval, textTable } from './text-table.js';

const SHOWN = 8;

function classRows(classes: readonly ClassScore[]): string[] {
  const rows = classes.map(({ category, support, predicted, precision, recall, f1 }) => [
    `  ${category}`,
    String(support),
    String(predicted),
    decimals(precision),
    decimals(recall),
    decimals(f1),
  ]);
  return textTable(
    [['  class', 'gold', 'predicted', 'precision', 'recall', 'F1'], ...rows],
    ['left', 'right', 'right', 'right', 'right', 'right'],
  );
}

function confusionRows(system: SystemReport): string[] {
  const { categories } = system;
  const rows = system.confusion.map((row, k) => [`  ${categories[k]}`, ...row.map(String)]);
  return textTable(
    [['  gold \\ predicted', ...categories], ...rows],
    ['left', ...categories.map(() => 'right' as const)],
  );
}

function targetRows(system: SystemReport): string[] {
  if (system.targets.length < 2) return [];
  const rows = system.targets.slice(0, SHOWN).map(({ target, items, scores, classes }) => {
    const value = (name: string): string => decimals(scores.find(({ score }) => score === name)?.value ?? null);
    const support = classes.map(({ category, support: count }) => `${category} ${count}`).join(', ');
    return [
      `  ${target === '' ? '(none)' : target}`,
      String(items),
      value('semeval2016'),
      value('macro'),
      value('accuracy'),
      support,
    ];
  });
  const more = system.targets.length - rows.length;
  return [
    '',
    ...textTable(
      [['  target', 'items', 'semeval2016', 'macro', 'accuracy', 'gold'], ...rows],
      ['left', 'right', 'right', 'right', 'right', 'left'],
    ),
    ...(more > 0 ? [`  … and ${more} more (--format json has all)`] : []),
  ];
}

function systemLines(system: SystemReport): string[] {
  const rows = system.scores.map(({ score, value, ci, reason, convention }) => [
    `  ${score}`,
    decimals(value, 4),
    interval(ci),
    value === null ? `not defined: ${reason}` : convention,
  ]);
  const method = system.scores.find(({ ci_method }) => ci_method !== null)?.ci_method;
  return [
    '',
    `${system.system}: ${system.items} items${method ? `; intervals: ${method}` : ''}`,
    ...textTable(rows, ['left', 'right', 'left', 'left']),
    '',
    ...classRows(system.classes),
    '',
    ...confusionRows(system),
    ...targetRows(system),
  ];
}

/** A score report as text for a screen. */
export function scoreText(report: ScoreReport): string {
  const { input, comparison } = report;
  const lines = [
    `scores: ${input.items} gold items, ${input.categories.length} categories${input.clusters === null ? '' : `, ${input.clusters} clusters`}${input.gold.path === '' ? '' : `; gold ${input.gold.path}`}`,
    ...report.systems.flatMap((system) => systemLines(system)),
  ];
  if (comparison !== null) {
    const { first_only, second_only, chi_square, p_value } = comparison.mcnemar;
    const rows = comparison.differences.map(({ score, difference, ci, reason }) => [
      `  ${score}`,
      decimals(difference, 4),
      interval(ci),
      difference === null ? `not defined: ${reason}` : '',
    ]);
    lines.push(
      '',
      `${comparison.systems[0]} minus ${comparison.systems[1]}, paired on the same ${comparison.items} items`,
      ...textTable(rows, ['left', 'right', 'left', 'left']),
      p_value === null
        ? '  McNemar: no item tells the two apart'
        : `  McNemar: right alone ${first_only} and ${second_only}, chi-square ${decimals(chi_square)}, exact p ${p_value.toPrecision(3)}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
