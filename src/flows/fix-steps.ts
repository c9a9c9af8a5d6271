import { composedForm, safeCells } from './fix-cells.js';
import { columnOrder } from './fix-columns.js';
import type { Draft, Repair, Step, StepContext } from './fix-draft.js';
import { blankRows, byteOrderMark, finalNewline, rowEnds, separator, strayQuotes } from './fix-form.js';

/**
 * Every kind of repair but that of columns' names, in the order in which they are made: cells while they stand where
 * findings place them.
 */
export const fixSteps: readonly Step[] = [
  byteOrderMark,
  strayQuotes,
  composedForm,
  safeCells,
  blankRows,
  separator,
  columnOrder,
  rowEnds,
  finalNewline,
];

/** A draft after some steps, and all that was repaired in it. */
export function repairDraft(
  draft: Draft,
  context: StepContext,
  steps: readonly Step[] = fixSteps,
): { draft: Draft; repairs: readonly Repair[] } {
  const repairs: Repair[] = [];
  let current = draft;
  for (const step of steps) {
    const done = step(current, context);
    current = done.draft;
    for (const repair of done.repairs) repairs.push(repair);
  }
  return { draft: current, repairs };
}
