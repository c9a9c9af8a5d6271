import { heading, line, tableBlock, type Block } from './blocks.js';
import type { ComparedBreakdown, ComparisonReport } from './score-report.js';
import { decimals, interval } from './text-table.js';

const pText = (p: number | null): string => (p === null ? '–' : p < 0.001 ? p.toExponential(1) : p.toFixed(3));

/** Groups in which the systems differ, after adjusting for the number of groups. */
function breakdownLines({ by, groups }: ComparedBreakdown): Block[] {
  const apart = groups.filter(({ q_value }) => q_value !== null && q_value < 0.05);
  const names = apart.map(({ value, q_value }) => `${value === '' ? '(none)' : value} (q ${pText(q_value)})`);
  const found = names.length === 0 ? 'none' : names.join(', ');
  return [line(`by ${by}, McNemar's exact test in ${groups.length} groups, adjusted: ${found} below 0.05`)];
}

/** Two systems on the same items: each difference with its interval and p-values; the verdict stands at the top. */
export function comparisonBlocks(comparison: ComparisonReport): Block[] {
  const { systems, items, differences, mcnemar, compared } = comparison;
  const defined = differences.filter(({ difference }) => difference !== null);
  const test = defined[0]?.randomization[0];
  const method = defined[0]?.ci_method;
  const { first_only, second_only, chi_square, chi_square_p, p_value, reason } = mcnemar;
  return [
    heading(
      `${systems[0]} minus ${systems[1]}, paired on the same ${items} items${method ? `; intervals: ${method}` : ''}`,
    ),
    tableBlock(
      ['score', 'difference', 'interval', 'p', 'p adjusted'],
      defined.map((one) => [
        one.score,
        decimals(one.difference, 4),
        interval(one.ci),
        pText(one.p_value),
        pText(one.q_value),
      ]),
      { alignments: ['left', 'right', 'left', 'right', 'right'] },
    ),
    ...(test === undefined
      ? []
      : [
          line(
            `p: ${test.method} randomization by ${test.by === 'unit' ? 'item' : 'cluster'}, ${test.permutations} exchanges${test.seed === null ? '' : `, seed ${test.seed}`}; adjusted for ${compared} comparisons (Benjamini-Hochberg)`,
          ),
        ]),
    line(
      reason !== null
        ? `McNemar: ${reason}`
        : `McNemar: right alone ${first_only} and ${second_only}; chi-square ${decimals(chi_square)} (continuity-corrected) p ${pText(chi_square_p)}, exact p ${pText(p_value)}`,
    ),
    ...comparison.breakdowns.flatMap(breakdownLines),
  ];
}
