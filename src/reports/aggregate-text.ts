import { formatRecords } from '../tables/csv-writer.js';
import type { AggregateReport } from './aggregate-report.js';
import { decimals, textTable } from './text-table.js';

const SHOWN = 20;

/** Probabilities are written with ten decimals: what lies below is rounding. */
const rounded = (p: number): number => Number(p.toFixed(10));

/**
 * The labels as CSV: unit_id, label (empty for an open tie), votes, probability, tied (categories joined by ";"), and
 * with soft labels a column p_<category> each. `score --gold` reads it.
 */
export function aggregateCsv(report: AggregateReport): string {
  const soft = report.units.some(({ probabilities }) => probabilities !== null);
  const { categories } = report.input;
  const columns = ['unit_id', 'label', 'votes', 'probability', 'tied'];
  const rows = report.units.map((unit) => ({
    unit_id: unit.unit_id,
    label: unit.label,
    votes: unit.votes,
    probability: rounded(unit.probability),
    tied: unit.tied,
    ...Object.fromEntries(categories.map((one) => [`p_${one}`, rounded(unit.probabilities?.[one] ?? 0)])),
  }));
  return formatRecords(soft ? [...columns, ...categories.map((one) => `p_${one}`)] : columns, rows);
}

/** The consensus as text for a screen: how it was found, the categories, the annotators; the units are in the file. */
export function aggregateText(report: AggregateReport): string {
  const { input } = report;
  const field = input.field === null ? '' : ` on ${input.field}`;
  const decided = report.units.filter(({ label }) => label !== null).length;
  const lines = [
    `consensus${field} by ${report.method}: ${decided} of ${input.units} units have a label, ${report.ties} tie; ` +
      `${input.labels} labels by ${input.annotators.length} annotators`,
    ...report.notes.map((note) => `note: ${note}`),
    `  ${report.title}: ${report.convention}`,
  ];
  if (report.converged !== null) {
    const said = report.converged ? 'converged' : 'NOT CONVERGED';
    lines.push(`  ${said} after ${report.iterations} iterations, log-likelihood ${decimals(report.log_likelihood, 4)}`);
  }
  if (report.reason !== null) return `${[...lines, `  no labels: ${report.reason}`].join('\n')}\n`;
  const count = (category: string): number => report.units.filter(({ label }) => label === category).length;
  const categories = input.categories.map((one) => [
    `  ${one}`,
    String(count(one)),
    decimals(report.class_priors[one]),
  ]);
  const annotators = [...report.annotators]
    .sort((a, b) => a.competence - b.competence)
    .map((one) => [
      `  ${one.annotator_id}${one.kind === null ? '' : ` (${one.kind})`}`,
      String(one.labels),
      decimals(one.competence),
    ]);
  const more = annotators.length - SHOWN;
  lines.push(
    '',
    ...textTable([['  category', 'units', 'prior'], ...categories], ['left', 'right', 'right']),
    '',
    `annotators, the least competent first (${report.competence_is})`,
    ...textTable([['  annotator', 'labels', 'competence'], ...annotators.slice(0, SHOWN)], ['left', 'right', 'right']),
    ...(more > 0 ? [`  … and ${more} more (--format json has all)`] : []),
  );
  return `${lines.join('\n')}\n`;
}
