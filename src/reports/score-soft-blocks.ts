import { heading, line, tableBlock, type Block } from './blocks.js';
import type { SoftReport } from './score-report.js';
import { decimals, interval } from './text-table.js';

/** Probabilities against gold's distributions and labels; nothing where there are none. */
export function softBlocks(soft: SoftReport | null): Block[] {
  if (soft === null) return [];
  const rows = [...soft.distributions, ...soft.calibration].map(({ score, value, ci, reason, convention, items }) => [
    score,
    decimals(value, 4),
    interval(ci),
    `${value === null ? `not defined: ${reason}` : convention}; n ${items}`,
  ]);
  const { gold_entropy, annotator_error } = soft;
  const filled = soft.reliability.filter(({ items }) => items > 0);
  return [
    heading(`probabilities: ${soft.items} items; predictions are ${soft.predictions}`),
    tableBlock(['measure', 'value', 'interval', 'rule'], rows, {
      alignments: ['left', 'right', 'left', 'left'],
      headShown: false,
    }),
    ...(gold_entropy === null || soft.distributions.length === 0
      ? []
      : [line(`entropy of gold ${decimals(gold_entropy, 4)} nat: no cross-entropy can be less`)]),
    ...(annotator_error === null
      ? []
      : [
          line(
            `error against single annotators ${decimals(annotator_error.value, 4)} (${annotator_error.judgements} judgements)`,
          ),
        ]),
    ...(filled.length === 0
      ? []
      : [
          tableBlock(
            ['confidence', 'items', 'mean confidence', 'accuracy'],
            filled.map(({ from, to, items, confidence, accuracy }) => [
              `(${decimals(from, 2)}, ${decimals(to, 2)}]`,
              String(items),
              decimals(confidence),
              decimals(accuracy),
            ]),
          ),
        ]),
  ];
}
