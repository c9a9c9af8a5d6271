import { composedForm, safeCells } from './fix-cells.js';
import { columnOrder, headerNames } from './fix-columns.js';
import type { Draft, Repair, Step, StepContext } from './fix-draft.js';
import { blankRows, byteOrderMark, finalNewline, rowEnds, separator, strayQuotes } from './fix-form.js';

/** Every kind of repair, in the order in which they are made: cells while they stand where findings place them. */
export const fixSteps: readonly Step[] = [
  byteOrderMark,
  strayQuotes,
  composedForm,
  safeCells,
  headerNames,
  blankRows,
  separator,
  columnOrder,
  rowEnds,
  finalNewline,
];

/** A draft after every step, and all that was repaired in it. */
export function repairDraft(draft: Draft, context: StepContext): { draft: Draft; repairs: readonly Repair[] } {
  const repairs: Repair[] = [];
  let current = draft;
  for (const step of fixSteps) {
    const done = step(current, context);
    current = done.draft;
    for (const repair of done.repairs) repairs.push(repair);
  }
  return { draft: current, repairs };
}
