import type { ClassScore } from '../measures/scores/confusion.js';
import type { ScoreResult } from '../measures/scores/score-results.js';
import { heading, line, tableBlock, type Block } from './blocks.js';
import { ceilingBlocks } from './score-ceiling-blocks.js';
import { comparisonBlocks } from './score-comparison-blocks.js';
import type { BreakdownReport, ScoreReport, SystemReport } from './score-report.js';
import { softBlocks } from './score-soft-blocks.js';
import { decimals, interval } from './text-table.js';

const SHOWN = 8;
/** Scorers of single benchmarks: where their labels are not there, one line says so for all. */
const BENCHMARKS = new Set(['vast', 'xstance', 'rumoureval']);

/** Scores as a table: value, interval, and the rule or why there is no value. */
export function scoreTable(scores: readonly ScoreResult[]): Block {
  const rows = scores.map(({ score, value, ci, ci_note, reason, convention, dropped, items }) => {
    const left = Object.entries(dropped).map(([why, count]) => `${count} left out: ${why}`);
    const rest = [...left, ...(left.length > 0 ? [`n ${items}`] : []), ...(ci_note === null ? [] : [ci_note])];
    const rule = value === null ? `not defined: ${reason}` : convention;
    return [score, decimals(value, 4), interval(ci), [rule, ...rest].join('; ')];
  });
  return tableBlock(['score', 'value', 'interval', 'rule'], rows, {
    alignments: ['left', 'right', 'left', 'left'],
    headShown: false,
  });
}

function classTable(classes: readonly ClassScore[]): Block {
  const rows = classes.map(({ category, support, predicted, precision, recall, f1 }) => [
    category,
    String(support),
    String(predicted),
    decimals(precision),
    decimals(recall),
    decimals(f1),
  ]);
  return tableBlock(['class', 'gold', 'predicted', 'precision', 'recall', 'F1'], rows);
}

function confusionTable({ categories, confusion }: SystemReport): Block {
  const rows = confusion.map((row, k) => [categories[k]!, ...row.map(String)]);
  return tableBlock(['gold \\ predicted', ...categories], rows);
}

/** The groups of a column, the largest first; the scores shown are the best known of those asked for. */
function breakdownBlocks({ by, groups }: BreakdownReport): Block[] {
  if (groups.length < 2) return [];
  const names = groups[0]!.scores.map(({ score }) => score);
  const known = ['semeval2016', 'macro3', 'macro', 'accuracy'].filter((name) => names.includes(name));
  const shown = known.length > 0 ? known : names.slice(0, 3);
  const largest = groups.map((group, i) => ({ group, i })).sort((a, b) => b.group.items - a.group.items || a.i - b.i);
  const rows = largest.slice(0, SHOWN).map(({ group: { value, items, scores, classes } }) => [
    value === '' ? '(none)' : value,
    String(items),
    ...shown.map((name) => decimals(scores.find(({ score }) => score === name)?.value ?? null)),
    classes
      .filter(({ support }) => support > 0)
      .map(({ category, support }) => `${category} ${support}`)
      .join(', '),
  ]);
  const more = groups.length - rows.length;
  return [
    tableBlock([by, 'items', ...shown, 'gold'], rows, {
      alignments: ['left', 'right', ...shown.map(() => 'right' as const), 'left'],
    }),
    ...(more > 0 ? [line(`… and ${more} more (--format json has all)`)] : []),
  ];
}

function systemBlocks(system: SystemReport, asked: readonly string[]): Block[] {
  const all = asked.length === 0 || asked.length > BENCHMARKS.size;
  const foreign = (result: ScoreResult): boolean => all && result.value === null && BENCHMARKS.has(result.score);
  const scores = system.scores.filter((result) => !foreign(result));
  const others = system.scores.filter(foreign).map(({ score }) => score);
  const method = scores.find(({ ci_method }) => ci_method !== null)?.ci_method;
  const mappings = [...new Set(scores.flatMap(({ mapping }) => mapping ?? []))];
  return [
    heading(`${system.system}: ${system.items} items${method ? `; intervals: ${method}` : ''}`),
    scoreTable(scores),
    ...mappings.map((mapping) => {
      const mapped = scores.filter((result) => result.mapping === mapping).map(({ score }) => score);
      return line(`${mapped.join(', ')}: labels by ${mapping}`);
    }),
    ...(others.length > 0 ? [line(`not for these labels: ${others.join(', ')}`)] : []),
    ...scores.flatMap(({ score, parts = [] }) =>
      parts.length < 2
        ? []
        : [
            tableBlock(
              [`${score} of`, 'items', 'value'],
              parts.map((part) => [part.part, String(part.items), decimals(part.value, 4)]),
            ),
          ],
    ),
    classTable(system.classes),
    confusionTable(system),
    ...system.breakdowns.flatMap(breakdownBlocks),
    ...softBlocks(system.soft),
  ];
}

/** A score report in blocks, for text and Markdown alike. */
export function scoreBlocks(report: ScoreReport): Block[] {
  const { input } = report;
  const asked = report.options['conventions'] as readonly string[];
  const clusters = input.clusters === null ? '' : `, ${input.clusters} clusters`;
  const gold = input.gold.path === '' ? '' : `; gold ${input.gold.path}`;
  return [
    heading(`scores: ${input.items} gold items, ${input.categories.length} categories${clusters}${gold}`),
    ...report.notes.map(line),
    ...report.comparisons.map(({ verdict }) => line(verdict)),
    ...report.systems.flatMap((system) => systemBlocks(system, asked)),
    ...ceilingBlocks(report.ceiling),
    ...report.comparisons.flatMap(comparisonBlocks),
  ];
}
