import type { ChangeReason, DeltaOp } from '../releases/delta.js';
import { WITHHELD } from '../releases/withheld.js';
import type { ShownChange } from '../reports/release-diff/diff-report.js';

/** A change as people read it. */
export function shownChange(op: DeltaOp): ShownChange {
  const id = `${op.key.join(' ')}${op.nth === undefined ? '' : ` (row ${op.nth} of this key)`}`;
  if (op.op === 'ADD') return { what: 'added', id, cells: [], why: '' };
  if (op.op === 'DEL') {
    // Why it is withheld is the same for all of them: the report says it once.
    if (op.reason?.from === 'withheld') return { what: 'standoff only', id, cells: [], why: '' };
    return { what: 'withdrawn', id, cells: [], why: reasonText(op.reason) };
  }
  const cells = op.cells.map(({ reason, ...cell }) => ({ ...cell, why: reasonText(reason) }));
  return { what: 'changed', id, cells, why: '' };
}

/** Why something has changed, in words; "" where nobody knows. */
export function reasonText(reason: ChangeReason | null): string {
  if (reason === null) return '';
  if (reason.from === 'withheld') return WITHHELD;
  if (reason.from === 'labels')
    return `${reason.basis} of ${reason.labels} ${reason.labels === 1 ? 'label' : 'labels'}`;
  if (reason.from === 'adjudication') {
    const why = [reason.rule_id, reason.reason].filter((part) => part !== null);
    return ['adjudicated', ...why].join(': ');
  }
  const { reason: said, replaced_by } = reason;
  return [said ?? 'withdrawn', ...(replaced_by === null ? [] : [`replaced by ${replaced_by}`])].join(', ');
}
