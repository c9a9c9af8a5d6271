import { heading, line, tableBlock, type Block } from './blocks.js';
import type { CeilingReport } from './score-report.js';
import { decimals, interval } from './text-table.js';

/** How well annotators do against the majority of the others; nothing without their labels. */
export function ceilingBlocks(ceiling: CeilingReport | null): Block[] {
  if (ceiling === null) return [];
  const { scores, judgements, ties, alone, annotators, items } = ceiling;
  const defined = scores.filter(({ value }) => value !== null);
  const method = scores.find(({ ci_method }) => ci_method !== null)?.ci_method;
  const left = [ties > 0 ? `${ties} where the others tie` : '', alone > 0 ? `${alone} that nobody else judged` : ''];
  const without = left.filter((part) => part !== '').join(' and ');
  const first = defined[0]?.score;
  return [
    heading(
      `ceiling: one of ${annotators.length} ${ceiling.group} against the majority of the others, ${items} items, ${judgements} judgements${method ? `; intervals: ${method}` : ''}`,
    ),
    ...(ceiling.note === null ? [] : [line(ceiling.note)]),
    ...(without === '' ? [] : [line(`left out: judgements ${without}`)]),
    tableBlock(
      ['score', 'value', 'interval'],
      defined.map(({ score, value, ci }) => [score, decimals(value, 4), interval(ci)]),
      { alignments: ['left', 'right', 'left'], headShown: false },
    ),
    ...(first === undefined || ceiling.by_annotator.length > 20
      ? []
      : [
          tableBlock(
            ['annotator', 'judgements', first, 'accuracy'],
            ceiling.by_annotator.map(({ annotator_id, judgements: own, scores: theirs }) => [
              annotator_id,
              String(own),
              decimals(theirs.find(({ score }) => score === first)?.value),
              decimals(theirs.find(({ score }) => score === 'accuracy')?.value),
            ]),
          ),
        ]),
  ];
}
